import type { LinkPurpose } from '@corridor/api/src/schemas/access-schemas.ts';
import { Skeleton, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { ApiError } from '../../../lib/api/fetch-json.ts';
import { type Me, useMe, welcome } from '../../../lib/api/me.ts';
import { sendJson } from '../../../lib/api/send-json.ts';
import { AccessForm } from '../access-form.tsx';
import { PasswordField } from '../password-field.tsx';
import { DoorFrame } from './door-frame.tsx';
import classes from './doors.module.css';

/** Where a one-time link leads: makes the first admin, or sets the password of somebody who is invited or has forgotten it. */
export function Welcome({ token }: { readonly token: string | undefined }) {
  const { t } = useTranslation('access');
  const { data, error, refetch } = useQuery({
    queryKey: ['link', token],
    queryFn: () => sendJson<LinkPurpose>('POST', '/v1/access/link', { token }),
    enabled: token !== undefined,
    // Looking costs an attempt, and what was found stands until the link is used.
    staleTime: Infinity,
  });
  if (token === undefined) return <BadLink reason={t('welcome.noToken')} />;
  if (error instanceof ApiError && error.status < 500) return <BadLink reason={error.message} />;
  if (error) {
    return (
      <DoorFrame title={t('welcome.failed')}>
        <LoadError what={t('welcome.link')} error={error} retry={() => void refetch()} />
      </DoorFrame>
    );
  }
  if (!data) return <LookingAtLink />;
  return data.kind === 'first-admin' ? <FirstAdmin token={token} /> : <ByLink token={token} purpose={data} />;
}

function BadLink({ reason }: { readonly reason: string }) {
  const { t } = useTranslation('access');
  return (
    <DoorFrame title={t('welcome.failed')} below={<a href="/sign-in">{t('welcome.toSignIn')}</a>}>
      <div role="alert">{reason}</div>
    </DoorFrame>
  );
}

function LookingAtLink() {
  const { t } = useTranslation('access');
  return (
    <DoorFrame title={t('welcome.loading')}>
      <div aria-busy="true">
        <Skeleton height={36} mb={16} radius="sm" />
        <Skeleton height={36} radius="sm" />
      </div>
    </DoorFrame>
  );
}

/** The link is used up, and its address leaves the history. */
function useEnter(): (me: Me) => void {
  const router = useRouter();
  const queryClient = useQueryClient();
  return (me) => {
    welcome(queryClient, me);
    router.history.replace('/');
  };
}

function FirstAdmin({ token }: { readonly token: string }) {
  const { t } = useTranslation('access');
  const enter = useEnter();
  return (
    <DoorFrame title={t('welcome.firstAdmin.title')} text={t('welcome.firstAdmin.text')}>
      <AccessForm
        names={['name', 'email', 'password']}
        send={(values) => sendJson<Me>('POST', '/v1/access/first-admin', { token, ...values })}
        onDone={enter}
        submit={t('welcome.firstAdmin.submit')}
        wide
      >
        {(errorOf) => (
          <>
            <TextInput name="name" label={t('name')} size="sm" autoComplete="name" autoFocus error={errorOf('name')} />
            <TextInput
              name="email"
              type="email"
              label={t('email')}
              size="sm"
              autoComplete="username"
              error={errorOf('email')}
            />
            <PasswordField name="password" label={t('password')} error={errorOf('password')} chosen />
          </>
        )}
      </AccessForm>
    </DoorFrame>
  );
}

interface ByLinkProps {
  readonly token: string;
  readonly purpose: Exclude<LinkPurpose, { readonly kind: 'first-admin' }>;
}

function ByLink({ token, purpose: { email, kind, name, role } }: ByLinkProps) {
  const { t } = useTranslation('access');
  const enter = useEnter();
  const { me } = useMe();
  const present = me?.person;
  return (
    <DoorFrame title={t(`welcome.${kind}.title`, { name })} text={t(`welcome.${kind}.text`)}>
      {present && present.email !== email && (
        <p className={classes.note}>{t('welcome.insteadOf', { name: present.name, other: name })}</p>
      )}
      <dl className={classes.who}>
        <dt>{t('email')}</dt>
        <dd>{email}</dd>
        <dt>{t('roleLabel')}</dt>
        <dd>
          {t(`role.${role}`)}: {t(`roleMeans.${role}`)}
        </dd>
      </dl>
      <AccessForm
        names={['password']}
        send={(values) => sendJson<Me>('POST', '/v1/access/password', { token, ...values })}
        onDone={enter}
        submit={t(`welcome.${kind}.submit`)}
        wide
      >
        {(errorOf) => (
          <>
            {/* For password managers, which file a password under it. */}
            <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
            <PasswordField name="password" label={t('newPassword')} error={errorOf('password')} chosen autoFocus />
          </>
        )}
      </AccessForm>
    </DoorFrame>
  );
}
