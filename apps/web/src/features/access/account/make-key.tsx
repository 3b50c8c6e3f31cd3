import { ROLES, type Role } from '@corridor/domain';
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import form from '../access-form.module.css';
import { AccessForm } from '../access-form.tsx';
import { SecretField } from '../secret-field.tsx';
import classes from './account.module.css';
import { type MadeKey, makeKey } from './own-account.ts';

const DAYS = [7, 30, 90, 180, 365];
const USUAL_DAYS = 90;

interface MakeKeyProps {
  readonly ownRole: Role;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** Asks what the key is for, and shows it the one time. */
export function MakeKey({ onClose, onMade, ownRole }: MakeKeyProps) {
  const { t } = useTranslation('access');
  const [made, setMade] = useState<MadeKey | null>(null);
  const onDone = (key: MadeKey) => {
    setMade(key);
    onMade();
  };
  return (
    <Dialog
      title={made ? t('keys.madeTitle', { name: made.key.name }) : t('keys.makeTitle')}
      shownOnce={made !== null}
      onClose={onClose}
    >
      {made ? (
        <ShownOnce made={made} onClose={onClose} />
      ) : (
        <NewKeyForm ownRole={ownRole} onDone={onDone} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface NewKeyFormProps {
  readonly ownRole: Role;
  readonly onDone: (made: MadeKey) => void;
  readonly onClose: () => void;
}

function NewKeyForm({ onClose, onDone, ownRole }: NewKeyFormProps) {
  const { t } = useTranslation('access');
  const format = useFormat();
  return (
    <AccessForm
      names={['name', 'role', 'expiresInDays']}
      send={({ expiresInDays, name, role }) => makeKey({ name, role, expiresInDays: Number(expiresInDays) })}
      onDone={onDone}
      onCancel={onClose}
      submit={t('keys.submit')}
    >
      {(errorOf) => (
        <>
          <TextInput
            name="name"
            label={t('name')}
            size="sm"
            maxLength={200}
            description={t('keys.nameHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data-autofocus
            error={errorOf('name')}
          />
          <Select
            name="role"
            label={t('roleLabel')}
            size="sm"
            description={t('keys.roleHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            defaultValue="viewer"
            data={ROLES.slice(0, ROLES.indexOf(ownRole) + 1).map((value) => ({
              value,
              label: `${t(`role.${value}`)}: ${t(`roleMeans.${value}`)}`,
            }))}
            error={errorOf('role')}
          />
          <Select
            name="expiresInDays"
            label={t('keys.expires')}
            size="sm"
            allowDeselect={false}
            defaultValue={String(USUAL_DAYS)}
            data={DAYS.map((days) => ({
              value: String(days),
              label: t('keys.days', { count: days, formatted: format.count(days) }),
            }))}
            error={errorOf('expiresInDays')}
          />
        </>
      )}
    </AccessForm>
  );
}

function ShownOnce({ made: { key, token }, onClose }: { readonly made: MadeKey; readonly onClose: () => void }) {
  const { t } = useTranslation('access');
  return (
    <div className={form.form}>
      <p className={classes.modalText}>{t('keys.once', { role: t(`role.${key.role}`) })}</p>
      <SecretField label={t('keys.key')} value={token} />
      <div className={form.buttons}>
        <Button variant="default" size="sm" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
