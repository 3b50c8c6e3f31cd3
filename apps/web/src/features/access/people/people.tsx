import type { Role } from '@corridor/domain';
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { meQuery, useMe } from '../../../lib/api/me.ts';
import { Section } from '../section.tsx';
import { Invite } from './invite.tsx';
import { LinkShown } from './link-shown.tsx';
import { changePerson, type Invited, type ListedPerson, peopleQuery } from './listed-people.ts';
import classes from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import { type Asked, PersonQuestion } from './person-question.tsx';

type Open = { readonly what: 'invite' } | { readonly what: 'link'; readonly invited: Invited } | Asked;

/** Everybody who may sign in, for those who manage people. */
export function People() {
  const { t } = useTranslation('access');
  const queryClient = useQueryClient();
  const { me } = useMe();
  const { data, error, refetch } = useQuery(peopleQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState('');
  const changing = useMutation({
    mutationFn: ({ person, role }: { readonly person: ListedPerson; readonly role: Role }) =>
      changePerson(person.id, { role }),
    onMutate: () => setDone(''),
    onSuccess: ({ person }) => onChanged(person),
  });
  const refresh = async () => {
    await queryClient.invalidateQueries(peopleQuery);
  };
  const onChanged = async (person: ListedPerson) => {
    setOpen(null);
    await refresh();
    const { name, role, state } = person;
    const before = data?.items.find(({ id }) => id === person.id);
    if (before?.role !== role) setDone(t('people.roleChanged', { name, role: t(`role.${role}`) }));
    else setDone(t(state === 'deactivated' ? 'people.deactivated' : 'people.reactivated', { name }));
    if (person.id === me?.person?.id) await queryClient.invalidateQueries(meQuery);
  };
  const onRole = (person: ListedPerson, role: Role) => {
    const isOwn = person.id === me?.person?.id;
    if (isOwn && role !== person.role) setOpen({ what: 'own-role', person, role });
    else changing.mutate({ person, role });
  };
  const ask = (next: Open) => {
    changing.reset();
    setDone('');
    setOpen(next);
  };
  const people = data?.items;
  return (
    <Section
      title={t('people.heading')}
      note={t('people.note')}
      done={done}
      actions={<Button onClick={() => ask({ what: 'invite' })}>{t('people.invite')}</Button>}
    >
      <div className={classes.fault} role="alert">
        {changing.error?.message}
      </div>
      {error && <LoadError what={t('people.what')} error={error} retry={() => void refetch()} />}
      {people ? (
        <PeopleTable
          people={people}
          ownId={me?.person?.id}
          changing={changing.isPending ? changing.variables : null}
          onRole={onRole}
          onAsk={ask}
        />
      ) : (
        !error && <Rows />
      )}
      {people?.length === 1 && <p className={classes.note}>{t('people.onlyYou')}</p>}
      {open?.what === 'invite' && (
        <Invite
          onInvited={(invited) => {
            setOpen({ what: 'link', invited });
            void refresh();
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.what === 'link' && <LinkShown invited={open.invited} onClose={() => setOpen(null)} />}
      {open && open.what !== 'invite' && open.what !== 'link' && (
        <PersonQuestion
          asked={open}
          onChanged={(person) => void onChanged(person)}
          onLink={(link) => setOpen({ what: 'link', invited: { person: open.person, link } })}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

const ROWS = [1, 2, 3];

function Rows() {
  return (
    <div aria-busy="true">
      {ROWS.map((row) => (
        <Skeleton key={row} height={20} my={12} mx={20} width="auto" radius="sm" />
      ))}
    </div>
  );
}
