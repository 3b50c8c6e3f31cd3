import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '../../lib/api/record.ts';
import classes from './record-done.module.css';
import { RecordLink } from './record-link.tsx';

/** A record that was another one, or became one, with the one that is open. */
export interface Done {
  readonly what: 'merged' | 'mergedInto' | 'split' | 'unmerged';
  readonly other: { readonly id: string; readonly title: string };
}

/** What was just done with the open record; said aloud where it is said at all. */
export function RecordDone({ done, record }: { readonly record: IncidentDetail; readonly done: Done | null }) {
  return (
    <div role="status" className={classes.done}>
      {done && <DoneWords done={done} record={record} />}
    </div>
  );
}

function DoneWords({ done: { other, what }, record }: { readonly record: IncidentDetail; readonly done: Done }) {
  const { t } = useTranslation(['merging', 'splitting']);
  switch (what) {
    case 'merged':
      return t('merging:done', { title: other.title });
    case 'mergedInto':
      return t('merging:doneInto');
    case 'unmerged':
      return (
        <>
          {t('merging:undo.done', { title: other.title })}{' '}
          {other.id !== record.id && (
            <RecordLink id={other.id}>{t('merging:into.link', { title: other.title })}</RecordLink>
          )}
        </>
      );
    case 'split':
      return (
        <>
          {t('splitting:done')}
          <ul>
            {[record, other].map(({ id, title }) => (
              <li key={id}>
                <RecordLink id={id}>{title}</RecordLink>
              </li>
            ))}
          </ul>
        </>
      );
  }
}
