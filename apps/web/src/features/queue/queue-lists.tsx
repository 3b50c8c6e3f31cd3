import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QUEUE_LISTS } from '../../lib/api/queue-choice.ts';
import { useView } from '../../lib/view/use-view.ts';
import classes from './review-queue.module.css';

/** Whether records that wait are gone through, pairs that may be of one event, or what was read out of articles. */
export function QueueLists() {
  const { t } = useTranslation('queue');
  const { patch, view } = useView();
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('lists')}
        value={view.queueList ?? 'waiting'}
        onChange={(value) => {
          const queueList = QUEUE_LISTS.find((list) => list === value && list !== 'waiting');
          patch({ queueList, incident: undefined, draft: undefined, chosen: undefined });
        }}
        data={QUEUE_LISTS.map((value) => ({ value, label: t(`ofList.${value}`) }))}
      />
    </div>
  );
}
