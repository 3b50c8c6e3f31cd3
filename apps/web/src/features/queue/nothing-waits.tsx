import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QueueChoice } from '../../lib/api/queue-choice.ts';
import classes from './review-queue.module.css';

interface NothingWaitsProps {
  readonly choice: QueueChoice;
  readonly onShowAll: () => void;
}

/** Why there is nothing, and what to do about it. */
export function NothingWaits({ choice: { status, whose }, onShowAll }: NothingWaitsProps) {
  const { t } = useTranslation('queue');
  const isAll = whose === 'all' && status === null;
  return (
    <div className={classes.empty}>
      <p>{status === null ? t(`empty.${whose}`) : t('empty.status')}</p>
      {!isAll && (
        <Button variant="default" onClick={onShowAll}>
          {t('showAll')}
        </Button>
      )}
    </div>
  );
}
