import { Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly field?: Ref<HTMLTextAreaElement>;
  /** Whether a dialog begins with it. */
  readonly isFirst?: boolean;
}

/** Why a record is changed: no change is without it. */
export function ReasonField({ field, isFirst = false, onChange, value }: ReasonFieldProps) {
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
      ref={field}
      data-autofocus={isFirst || undefined}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
