import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../components/data-table.module.css';
import { LoadError } from '../../components/load-error.tsx';
import { checkFeed, type Feed, feedsQuery } from '../../lib/api/feeds.ts';
import { useMe } from '../../lib/api/me.ts';
import { useFormat } from '../../lib/use-format.ts';
import classes from './freshness.module.css';
import { FreshnessMark } from './freshness-mark.tsx';
import { SourcesPart } from './sources-part.tsx';
import { useSpanText } from './use-span-text.ts';

/** What the server watches, and how fresh each of it is, within a minute. */
export function WatchedSources() {
  const { t } = useTranslation('freshness');
  const checking = useChecking();
  const { data, error, refetch } = useQuery(feedsQuery(checking.awaited !== null));
  return (
    <SourcesPart title={t('watched')} note={t('watchedNote')}>
      <p className={classes.said} role="status">
        {checking.said}
      </p>
      {error && <LoadError what={t('watched')} error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={64} radius="sm" />}
      {data?.items.length === 0 && <p className={classes.empty}>{t('nothingWatched')}</p>}
      {data && data.items.length > 0 && (
        <FeedTable feeds={data.items} awaited={checking.awaited} onCheck={checking.check} />
      )}
    </SourcesPart>
  );
}

/** A look that somebody asks for: done once another attempt is known. */
function useChecking() {
  const { t } = useTranslation('freshness');
  const queryClient = useQueryClient();
  const [awaited, setAwaited] = useState<Feed | null>(null);
  const [said, setSaid] = useState('');
  const { data } = useQuery(feedsQuery(awaited !== null));
  const asking = useMutation({
    mutationFn: (feed: Feed) => checkFeed(feed.id),
    onMutate: (feed) => {
      setSaid('');
      setAwaited(feed);
    },
    onSuccess: () => queryClient.invalidateQueries(feedsQuery()),
    onError: (error, { name }) => {
      setAwaited(null);
      setSaid(t('checkFailed', { name, reason: error.message }));
    },
  });
  useEffect(() => {
    const now = data?.items.find(({ id }) => id === awaited?.id);
    if (!awaited || !now || now.lastAttempt === awaited.lastAttempt) return;
    setAwaited(null);
    setSaid(t('checked', { name: now.name, state: t(`states.${now.state}`) }));
  }, [data, awaited, t]);
  return { awaited: awaited?.id ?? null, said, check: asking.mutate };
}

interface FeedTableProps {
  readonly feeds: readonly Feed[];
  /** The id of the source that is being looked at for somebody. */
  readonly awaited: string | null;
  readonly onCheck: (feed: Feed) => void;
}

function FeedTable({ feeds, ...props }: FeedTableProps) {
  const { t } = useTranslation('freshness');
  const { may } = useMe();
  const mayCheck = may('drafts.decide');
  return (
    <table className={`${base.table} ${classes.table}`}>
      <caption className={base.caption}>{t('watchedTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('source')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('lastSuccess')}</th>
          <th scope="col">{t('lastRecord')}</th>
          <th scope="col">{t('lag')}</th>
          <th scope="col" className={classes.number}>
            {t('rows')}
          </th>
          {mayCheck && (
            <th scope="col">
              <span className={base.caption}>{t('actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} mayCheck={mayCheck} {...props} />
        ))}
      </tbody>
    </table>
  );
}

interface FeedRowProps extends Omit<FeedTableProps, 'feeds'> {
  readonly feed: Feed;
  readonly mayCheck: boolean;
}

function FeedRow({ awaited, feed, mayCheck, onCheck }: FeedRowProps) {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const spans = useSpanText();
  const { host, kind, lagHours, lastRecord, lastSuccess, name, rows, state } = feed;
  return (
    <tr>
      <th scope="row">
        <b>{name}</b>
        <small>{t('what', { host, kind: t(`kind.${kind}`), every: spans.every(feed.everyMinutes) })}</small>
        <Failures feed={feed} />
      </th>
      <td data-label={t('state')}>
        <FreshnessMark state={state} />
      </td>
      <td data-label={t('lastSuccess')}>{lastSuccess === null ? t('never') : format.moment(lastSuccess)}</td>
      <td data-label={t('lastRecord')}>{lastRecord === null ? t('none') : format.moment(lastRecord)}</td>
      <td data-label={t('lag')}>{lagHours === null ? '–' : spans.span(lagHours)}</td>
      <td data-label={t('rows')} className={classes.number}>
        {format.count(rows)}
      </td>
      {mayCheck && (
        <td>
          <Button
            variant="default"
            loading={awaited === feed.id}
            disabled={state === 'disabled' || (awaited !== null && awaited !== feed.id)}
            aria-label={t('checkName', { name })}
            onClick={() => onCheck(feed)}
          >
            {t('check')}
          </Button>
        </td>
      )}
    </tr>
  );
}

/** Why it failed is said at once; what went wrong before on demand. */
function Failures({ feed: { failed, failures, nextAttempt, state } }: Pick<FeedRowProps, 'feed'>) {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const [newest] = failures;
  if (!newest) return null;
  return (
    <>
      {state === 'error' && (
        <small className={classes.failure}>
          {t('failed', { count: failed, formatted: format.count(failed), reason: newest.reason })}{' '}
          {nextAttempt !== null && t('nextAttempt', { when: format.moment(nextAttempt) })}
        </small>
      )}
      <details className={classes.failures}>
        <summary>{t('failures', { count: failures.length, formatted: format.count(failures.length) })}</summary>
        <ul>
          {failures.map(({ at, reason }) => (
            <li key={`${at} ${reason}`}>{t('failure', { when: format.moment(at), reason })}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
