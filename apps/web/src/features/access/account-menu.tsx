import { Menu, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-context.tsx';
import { type Me, meQuery, useMe } from '../../lib/api/me.ts';
import { send } from '../../lib/api/send-json.ts';
import type { ViewSearch } from '../../lib/view/view.ts';
import classes from './account-menu.module.css';
import { initialsOf } from './initials.ts';
import { signInPath } from './return-path.ts';

interface AccountMenuProps {
  /** What a change of page takes along. */
  readonly search: () => ViewSearch;
}

/** Who is signed in, and what they can do about it; a way in for who is not. */
export function AccountMenu({ search }: AccountMenuProps) {
  const { me } = useMe();
  if (!me) return null;
  return me.person ? <OwnMenu person={me.person} access={me.access} search={search} /> : <SignInLink />;
}

function SignInLink() {
  const { t } = useTranslation('access');
  const router = useRouter();
  return (
    <a
      className={classes.signIn}
      href="/sign-in"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.history.push(signInPath(window.location));
      }}
    >
      {t('menu.signIn')}
    </a>
  );
}

interface OwnMenuProps extends AccountMenuProps, Pick<Me, 'access'> {
  readonly person: NonNullable<Me['person']>;
}

function OwnMenu({ access, person, search }: OwnMenuProps) {
  const { t } = useTranslation('access');
  const { may } = useMe();
  const signingOut = useSignOut(access);
  const initials = initialsOf(person.name);
  return (
    <Menu
      position="bottom-end"
      width={220}
      withInitialFocusPlaceholder={false}
      closeOnItemClick
      classNames={{ dropdown: classes.dropdown ?? '', item: classes.item ?? '' }}
    >
      <Menu.Target>
        <UnstyledButton
          className={classes.initials ?? ''}
          aria-label={t('menu.label', { initials, name: person.name })}
        >
          {initials}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <b>{person.name}</b>
          <span>{t(`role.${person.role}`)}</span>
        </div>
        <Menu.Divider />
        {may('account.own') && (
          <Menu.Item renderRoot={(props) => <Link to="/account" search={search} {...props} />}>
            {t('menu.account')}
          </Menu.Item>
        )}
        {may('incidents.edit') && (
          <Menu.Item renderRoot={(props) => <Link to="/queue" search={search} {...props} />}>
            {t('menu.queue')}
          </Menu.Item>
        )}
        {may('drafts.paste') && (
          <Menu.Item renderRoot={(props) => <Link to="/paste" search={search} {...props} />}>
            {t('menu.paste')}
          </Menu.Item>
        )}
        <Menu.Item renderRoot={(props) => <Link to="/sources" search={search} {...props} />}>
          {t('menu.sources')}
        </Menu.Item>
        {may('imports.run') && (
          <Menu.Item renderRoot={(props) => <Link to="/imports" search={search} {...props} />}>
            {t('menu.imports')}
          </Menu.Item>
        )}
        {may('people.manage') && (
          <Menu.Item renderRoot={(props) => <Link to="/people" search={search} {...props} />}>
            {t('menu.people')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} disabled={signingOut.isPending} onClick={() => signingOut.mutate()}>
          {t('menu.signOut')}
        </Menu.Item>
        {signingOut.error && (
          <p className={classes.fault} role="alert">
            {t('menu.signOutFailed', { reason: signingOut.error.message })}
          </p>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where reading needs a sign-in nothing of what was read stays behind; where it does not, the view stays as it is. */
function useSignOut(access: Me['access']) {
  const { client } = useEngine();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => send('POST', '/v1/access/sign-out'),
    onSuccess: async () => {
      if (access === 'open') return queryClient.invalidateQueries(meQuery);
      await client.forget();
      window.location.assign('/sign-in');
    },
  });
}
