import { ROLES } from '@corridor/domain';
import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { AccessForm } from '../access-form.tsx';
import { type Invited, invitePerson } from './listed-people.ts';

interface InviteProps {
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: () => void;
}

/** Makes a person who cannot sign in yet, and the link by which they can. */
export function Invite({ onClose, onInvited }: InviteProps) {
  const { t } = useTranslation('access');
  return (
    <Dialog title={t('people.inviteTitle')} onClose={onClose}>
      <AccessForm
        names={['name', 'email', 'role']}
        send={invitePerson}
        onDone={onInvited}
        onCancel={onClose}
        submit={t('people.inviteSubmit')}
      >
        {(errorOf) => (
          <>
            <TextInput
              name="name"
              label={t('name')}
              size="sm"
              maxLength={200}
              autoComplete="off"
              data-autofocus
              error={errorOf('name')}
            />
            <TextInput
              name="email"
              type="email"
              label={t('email')}
              size="sm"
              autoComplete="off"
              error={errorOf('email')}
            />
            <Select
              name="role"
              label={t('roleLabel')}
              size="sm"
              allowDeselect={false}
              defaultValue="viewer"
              data={ROLES.map((value) => ({
                value,
                label: `${t(`role.${value}`)}: ${t(`roleMeans.${value}`)}`,
              }))}
              error={errorOf('role')}
            />
          </>
        )}
      </AccessForm>
    </Dialog>
  );
}
