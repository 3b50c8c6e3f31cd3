import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/api/me.ts';

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly error: string | undefined;
  /** Whether a password is chosen here: the rule for it is said before. */
  readonly chosen?: boolean;
  readonly autoFocus?: boolean;
}

/** A password that can be shown, pasted, and filled in by a password manager. */
export function PasswordField({ autoFocus = false, chosen = false, error, label, name }: PasswordFieldProps) {
  const { t } = useTranslation('access');
  const { me } = useMe();
  return (
    <PasswordInput
      name={name}
      label={label}
      size="sm"
      autoFocus={autoFocus}
      autoComplete={chosen ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      description={chosen && me ? t('passwordRule', { min: me.passwordLength.min }) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      aria-invalid={error !== undefined || undefined}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
    />
  );
}
