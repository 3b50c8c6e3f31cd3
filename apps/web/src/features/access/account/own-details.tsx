import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import type { Me } from '../../../lib/api/me.ts';
import { AccessForm } from '../access-form.tsx';
import { PasswordField } from '../password-field.tsx';
import { Section } from '../section.tsx';
import classes from './account.module.css';
import { changePassword, sessionsQuery } from './own-account.ts';

type Person = NonNullable<Me['person']>;

/** Who one is here, and the way to another password. */
export function OwnDetails({ person }: { readonly person: Person }) {
  const { t } = useTranslation('access');
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState('');
  const open = () => {
    setDone('');
    setAsks(true);
  };
  const onDone = () => {
    setAsks(false);
    setDone(t('account.passwordChanged'));
    void queryClient.invalidateQueries(sessionsQuery);
  };
  return (
    <Section
      title={t('account.you')}
      note={t('account.youNote')}
      done={done}
      actions={
        <Button variant="default" onClick={open}>
          {t('account.changePassword')}
        </Button>
      }
    >
      <dl className={classes.who}>
        <dt>{t('name')}</dt>
        <dd>{person.name}</dd>
        <dt>{t('email')}</dt>
        <dd>{person.email}</dd>
        <dt>{t('roleLabel')}</dt>
        <dd>
          {t(`role.${person.role}`)}: {t(`roleMeans.${person.role}`)}
          <br />
          {person.role !== 'admin' && <small>{t('account.roleNote')}</small>}
        </dd>
      </dl>
      {asks && <ChangePassword person={person} onClose={() => setAsks(false)} onDone={onDone} />}
    </Section>
  );
}

interface ChangePasswordProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function ChangePassword({ onClose, onDone, person }: ChangePasswordProps) {
  const { t } = useTranslation('access');
  return (
    <Dialog title={t('account.changePassword')} onClose={onClose}>
      <AccessForm
        names={['current', 'next']}
        send={changePassword}
        onDone={onDone}
        onCancel={onClose}
        submit={t('account.changePassword')}
      >
        {(errorOf) => (
          <>
            {/* For password managers, which file a password under it. */}
            <input type="text" name="username" autoComplete="username" value={person.email} readOnly hidden />
            <PasswordField name="current" label={t('account.currentPassword')} error={errorOf('current')} />
            <PasswordField name="next" label={t('newPassword')} error={errorOf('next')} chosen />
            <p className={classes.modalText}>{t('account.changeNote')}</p>
          </>
        )}
      </AccessForm>
    </Dialog>
  );
}
