import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importQuery } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../imports.module.css';
import { SHOWN_ISSUES } from './import-issues.tsx';

interface TakenBackProps {
  readonly id: number;
  readonly state: 'undone' | 'cancelled' | 'failed';
  readonly fault: string;
  /** Lists what was left alone. */
  readonly onShow: () => void;
}

/** What is left in the record of an import that was taken back or never came in: nothing, but for what people changed. */
export function TakenBack({ fault, id, onShow, state }: TakenBackProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { data } = useQuery(importQuery(String(id), 'kept'));
  const count = data?.issues.length ?? 0;
  if (count === 0) {
    if (state === 'undone') return t('said.undone');
    if (state === 'failed') return t('said.failed', { fault });
    return fault === '' ? t('said.cancelled') : t('said.given', { fault });
  }
  const formatted = format.count(count);
  return (
    <span>
      {t('said.undone')}{' '}
      {count < SHOWN_ISSUES ? t('said.kept', { count, formatted }) : t('said.keptMany', { formatted })}{' '}
      {fault !== '' && `${t('said.why', { fault })} `}
      <UnstyledButton className={classes.show ?? ''} onClick={onShow}>
        {t('said.showKept')}
      </UnstyledButton>
    </span>
  );
}
