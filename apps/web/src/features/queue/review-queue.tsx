import { Button, Skeleton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../components/load-error.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { KeyHints } from './key-hints.tsx';
import { NothingWaits } from './nothing-waits.tsx';
import { QueueBar } from './queue-bar.tsx';
import { QueueLists } from './queue-lists.tsx';
import { QueueRow } from './queue-row.tsx';
import classes from './review-queue.module.css';
import { type StatusOfQueue, useChanging } from './use-changing.ts';
import { useQueue } from './use-queue.ts';
import { useQueueChoice } from './use-queue-choice.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { useQueueSelection } from './use-queue-selection.ts';
import { useTaking } from './use-taking.ts';

const SKELETON_ROWS = Array.from({ length: 8 }, (_, index) => index);

/** The open record, and its place in the queue. */
export interface OpenOfQueue {
  readonly id: string | undefined;
  /** Null where the queue does not hold it, undefined while that is not known. */
  readonly position: number | null | undefined;
  readonly count: number | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

interface ReviewQueueProps {
  readonly renderRecord: (open: OpenOfQueue) => ReactNode;
  readonly renderStatus: (status: StatusOfQueue) => ReactNode;
}

/** What is neither confirmed nor retracted, to be gone through by keyboard. */
export function ReviewQueue({ renderRecord, renderStatus }: ReviewQueueProps) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  const { choice, choose, showAll } = useQueueChoice();
  const queue = useQueue(choice);
  const { items, total } = queue;
  const selection = useQueueSelection(queue);
  const [said, say] = useState('');
  const taking = useTaking(say);
  const changing = useChanging(selection, say);
  useQueueKeys({
    onMove: selection.move,
    onTake: () => {
      if (selection.active) taking.take(selection.active.incident);
    },
    onStatus: changing.start,
  });
  return (
    <div className={classes.page}>
      <div className={classes.queue}>
        <QueueLists />
        <QueueBar choice={choice} onChoose={choose} />
        <div className={classes.line}>
          {total !== null && <b>{t('waiting', { count: total, formatted: format.count(total) })}</b>}
          <span className={classes.said} role="status">
            {said}
          </span>
          <KeyHints />
        </div>
        {taking.error && (
          <p className={classes.refusal} role="alert">
            {t('assignFailed', { reason: taking.error.message })}
          </p>
        )}
        {queue.error && <LoadError what={t('title')} error={queue.error} retry={queue.retry} />}
        <ul ref={selection.listRef} className={classes.list} aria-label={t('list')} aria-busy={items === null}>
          {items?.map((item, index) => (
            <QueueRow
              key={item.incident.id}
              item={item}
              active={item === selection.active}
              open={item.incident.id === selection.openId}
              onFocus={() => selection.focus(index)}
              onOpen={() => selection.open(item.incident.id)}
              onTake={() => taking.take(item.incident)}
            />
          ))}
        </ul>
        {items === null && !queue.error && SKELETON_ROWS.map((row) => <Skeleton key={row} height={48} radius="sm" />)}
        {items?.length === 0 && <NothingWaits choice={choice} onShowAll={showAll} />}
        {queue.hasMore && (
          <Button className={classes.more ?? ''} variant="default" size="sm" onClick={queue.loadMore}>
            {t('more')}
          </Button>
        )}
      </div>
      {renderRecord({
        id: selection.openId,
        position: selection.position,
        count: total,
        onStep: selection.move,
        onClose: selection.close,
      })}
      {changing.status && renderStatus(changing.status)}
    </div>
  );
}
