import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QUEUE_ORDERS, QUEUE_WHOSE, type QueueChoice, WAITING_STATUSES } from '../../lib/api/queue-choice.ts';
import classes from './review-queue.module.css';

interface QueueBarProps {
  readonly choice: QueueChoice;
  readonly onChoose: (choice: QueueChoice) => void;
}

const ANY = 'any';

/** In which order, whose, and with which status. */
export function QueueBar({ choice, onChoose }: QueueBarProps) {
  const { t } = useTranslation(['queue', 'taxonomy']);
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('queue:order')}
        value={choice.order}
        onChange={(value) =>
          onChoose({ ...choice, order: QUEUE_ORDERS.find((order) => order === value) ?? 'severity' })
        }
        data={QUEUE_ORDERS.map((value) => ({ value, label: t(`queue:orders.${value}`) }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('queue:whose')}
        value={choice.whose}
        onChange={(value) => onChoose({ ...choice, whose: QUEUE_WHOSE.find((whose) => whose === value) ?? 'all' })}
        data={QUEUE_WHOSE.map((value) => ({ value, label: t(`queue:ofWhom.${value}`) }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('queue:status')}
        value={choice.status ?? ANY}
        onChange={(value) =>
          onChoose({ ...choice, status: WAITING_STATUSES.find((status) => status === value) ?? null })
        }
        data={[
          { value: ANY, label: t('queue:anyStatus') },
          ...WAITING_STATUSES.map((value) => ({ value, label: t(`taxonomy:status.${value}`) })),
        ]}
      />
    </div>
  );
}
