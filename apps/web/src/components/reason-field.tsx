import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why a record is changed: no change is without it. */
export function ReasonField({ onChange, value }: ReasonFieldProps) {
  const { t } = useTranslation('workflow');
  return (
    <Textarea
      size="sm"
      label={t('reason')}
      description={t('reasonNote')}
      withAsterisk
      aria-required
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
