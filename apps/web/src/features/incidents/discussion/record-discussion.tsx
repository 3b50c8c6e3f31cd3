import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { type Comment, type Discussion, discussionQuery } from '../../../lib/api/discussion.ts';
import { useMe } from '../../../lib/api/me.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { AssigneePicker } from './assignee-picker.tsx';
import { CommentForm } from './comment-form.tsx';
import classes from './record-discussion.module.css';
import { WatchSwitch } from './watch-switch.tsx';

/** What people say of a record, who works on it and who watches; nothing of the past, since it is no part of the record. */
export function RecordDiscussion({ id }: { readonly id: string }) {
  const { t } = useTranslation('discussion');
  const { view } = useView();
  const { may } = useMe();
  const isNow = view.asOf === undefined;
  const { data, error, refetch } = useQuery({ ...discussionQuery(id), enabled: isNow });
  const titleId = useId();
  if (!isNow) return null;
  if (error) return <LoadError what={t('title')} error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={14} width="70%" mt={14} radius="sm" />;
  if (isSilent(data) && !may('incidents.file')) return <p className={classes.none}>{t('none')}</p>;
  return (
    <section className={classes.discussion} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('title')}</h3>
      <People id={id} discussion={data} />
      {data.comments.length > 0 ? (
        <ol className={classes.comments}>
          {data.comments.map((comment) => (
            <Said key={comment.id} comment={comment} />
          ))}
        </ol>
      ) : (
        <p className={classes.quiet}>{t('nothingSaid')}</p>
      )}
      {may('incidents.file') && <CommentForm id={id} />}
    </section>
  );
}

function isSilent({ assignee, comments, watchers }: Discussion): boolean {
  return assignee === null && comments.length + watchers.length === 0;
}

interface PeopleProps {
  readonly id: string;
  readonly discussion: Discussion;
}

function People({ discussion: { assignee, watchers, watching }, id }: PeopleProps) {
  const { t } = useTranslation('discussion');
  const { may } = useMe();
  return (
    <>
      <div className={classes.people}>
        {may('incidents.edit') ? (
          <AssigneePicker id={id} assignee={assignee} />
        ) : (
          <span>
            {t('worksOn')}: {assignee?.name ?? t('nobody')}
          </span>
        )}
        {may('incidents.file') && <WatchSwitch id={id} watching={watching} />}
      </div>
      {watchers.length > 0 && (
        <p className={classes.quiet}>{t('watchedBy', { names: watchers.map(({ name }) => name).join(', ') })}</p>
      )}
    </>
  );
}

function Said({ comment: { at, by, text } }: { readonly comment: Comment }) {
  const format = useFormat();
  return (
    <li>
      <b>{by.name}</b> <time dateTime={at}>{format.moment(at)}</time>
      <p dir="auto">{text}</p>
    </li>
  );
}
