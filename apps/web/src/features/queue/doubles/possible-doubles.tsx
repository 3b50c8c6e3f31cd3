import { Button, Skeleton } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import type { PossibleDouble } from '../../../lib/api/doubles.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { QueueLists } from '../queue-lists.tsx';
import classes from '../review-queue.module.css';
import type { OpenOfQueue } from '../review-queue.tsx';
import { DoubleRow } from './double-row.tsx';
import own from './doubles.module.css';
import { DoublesFoot } from './doubles-foot.tsx';
import { useApart } from './use-apart.ts';
import { nameOf, useDoubles } from './use-doubles.ts';
import { useOpenRecord } from './use-open-record.ts';
import { useRowKeys } from './use-row-keys.ts';

const SKELETON_ROWS = Array.from({ length: 6 }, (_, index) => index);

/** Two records that are to be merged. */
export interface MergingPair {
  readonly first: string;
  readonly second: string;
  readonly onClose: () => void;
  readonly onMerged: (merged: { readonly kept: MergedRecord; readonly double: MergedRecord }) => void;
}

interface MergedRecord {
  readonly id: string;
  readonly title: string;
}

interface PossibleDoublesProps {
  readonly renderRecord: (open: OpenOfQueue) => ReactNode;
  readonly renderMerge: (merging: MergingPair) => ReactNode;
}

/** Pairs of records that may be of one event: they are merged, or kept in mind as two events. */
export function PossibleDoubles({ renderMerge, renderRecord }: PossibleDoublesProps) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  const listRef = useRef<HTMLUListElement>(null);
  const doubles = useDoubles();
  const { found, pairs } = doubles;
  const [said, say] = useState('');
  const [merging, setMerging] = useState<PossibleDouble | null>(null);
  const keys = useRowKeys(listRef);
  const apart = useApart(doubles, ({ apart: isApart, pair }) => {
    say(t(isApart ? 'doubles.saidApart' : 'doubles.takenBack', namesOf(pair)));
    keys.resume();
  });
  const { last } = apart;
  const { show, ...open } = useOpenRecord(pairs);
  return (
    <div className={classes.page}>
      <div className={classes.queue}>
        <QueueLists />
        <div className={`${classes.line} ${own.line}`}>
          {pairs !== null && <b>{t('doubles.pairs', { count: found, formatted: format.count(found) })}</b>}
          <span className={classes.said} role="status">
            {said}
          </span>
          {last?.apart && (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t('doubles.undoNamed', namesOf(last.pair))}
              onClick={() => apart.decide({ pair: last.pair, apart: false })}
            >
              {t('doubles.undo')}
            </Button>
          )}
        </div>
        {apart.error && (
          <p className={classes.refusal} role="alert">
            {t('doubles.failed', { reason: apart.error.message })}
          </p>
        )}
        {doubles.error && <LoadError what={t('ofList.doubles')} error={doubles.error} retry={doubles.retry} />}
        <ul ref={listRef} className={classes.list} aria-label={t('doubles.list')} aria-busy={pairs === null}>
          {pairs?.map((pair, index) => (
            <DoubleRow
              key={nameOf(pair)}
              pair={pair}
              openId={open.id}
              onOpen={show}
              onMerge={() => setMerging(pair)}
              onApart={() => {
                keys.keep(index);
                apart.decide({ pair, apart: true });
              }}
            />
          ))}
        </ul>
        {pairs === null && !doubles.error && SKELETON_ROWS.map((row) => <Skeleton key={row} height={84} radius="sm" />)}
        {pairs !== null && <DoublesFoot doubles={doubles} />}
      </div>
      {renderRecord(open)}
      {merging &&
        renderMerge({
          first: merging.incidents[0].id,
          second: merging.incidents[1].id,
          onClose: () => setMerging(null),
          onMerged: ({ double, kept }) => {
            setMerging(null);
            apart.forget();
            doubles.removeRecord(double.id);
            say(t('doubles.merged', { kept: kept.title }));
          },
        })}
    </div>
  );
}

function namesOf({ incidents: [one, other] }: PossibleDouble) {
  return { one: one.title, other: other.title };
}
