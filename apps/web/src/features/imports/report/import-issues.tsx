import { IMPORT_ISSUE_KINDS, type ImportIssueKind } from '@corridor/domain';
import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../../components/data-table.module.css';
import { type ImportDetail, type ImportIssue, issuesPath } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { patchSearch } from '../../../lib/view/view.ts';
import classes from '../imports.module.css';

interface ImportIssuesProps {
  readonly detail: ImportDetail;
  readonly kind: ImportIssueKind | null;
  /** Whether those of another kind are still shown. */
  readonly isStale: boolean;
  readonly onKind: (kind: ImportIssueKind | null) => void;
  readonly ref: Ref<HTMLElement>;
}

/** How many the server lists. */
export const SHOWN_ISSUES = 100;
/** How many are shown at first, so that what comes below them is in reach. */
const FIRST = 10;

/** What is to be said of rows: the first ten, on demand the first hundred, and all as a file. */
export function ImportIssues({ detail: { id, issues }, isStale, kind, onKind, ref }: ImportIssuesProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  const more = isWhole ? 0 : Math.max(0, issues.length - FIRST);
  return (
    <section ref={ref} className={classes.part}>
      <div className={classes.head}>
        <h2>{t('issues')}</h2>
        <NativeSelect
          size="xs"
          aria-label={t('issueKinds')}
          value={kind ?? ''}
          data={[
            { value: '', label: t('kinds.all') },
            ...IMPORT_ISSUE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => onKind(IMPORT_ISSUE_KINDS.find((one) => one === value) ?? null)}
        />
        <Button
          component="a"
          href={issuesPath(id)}
          download
          variant="default"
          leftSection={<IconDownload size={14} stroke={1.5} />}
        >
          {t('csv')}
        </Button>
      </div>
      {issues.length === 0 ? (
        <p className={classes.empty}>{t(kind === null ? 'noIssues' : 'noIssuesOf')}</p>
      ) : (
        <IssueTable issues={more > 0 ? issues.slice(0, FIRST) : issues} isStale={isStale} />
      )}
      {more > 0 && (
        <Button variant="default" size="sm" onClick={() => setWhole(true)}>
          {t('showMore', { count: more, formatted: format.count(more) })}
        </Button>
      )}
      {issues.length === SHOWN_ISSUES && <p className={classes.note}>{t('firstHundred')}</p>}
    </section>
  );
}

function IssueTable({ isStale, issues }: { readonly issues: readonly ImportIssue[]; readonly isStale: boolean }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <table className={`${base.table} ${classes.table} ${classes.issues}`} aria-busy={isStale}>
      <caption className={base.caption}>{t('issuesTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('reason')}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row may say the same of one field twice, and none moves
          <tr key={index}>
            <th scope="row" data-label={t('row')}>
              {format.count(issue.row)}
            </th>
            <td>{t(`ofKind.${issue.kind}`)}</td>
            <td data-blank={issue.field === '' || undefined}>{issue.field === '' ? t('wholeRow') : issue.field}</td>
            <td data-blank={issue.value === '' || undefined}>
              <IssueValue of={issue} />
            </td>
            <td>{asSentence(issue.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The value at fault; where it is the id of a record that stands, the way to it. */
function IssueValue({ of: { field, kind, value } }: { readonly of: ImportIssue }) {
  const { t } = useTranslation('imports');
  if (value === '') return t('blank');
  const stands = field === 'id' && (kind === 'kept' || kind === 'conflict' || kind === 'deleted');
  if (!stands) return <span className={classes.value}>{value}</span>;
  return (
    <Link to="/incidents" search={(search) => patchSearch(search, { incident: value })}>
      {value}
    </Link>
  );
}

/** A reason follows the name of its field elsewhere; here it stands by itself. */
function asSentence(reason: string): string {
  return `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`;
}
