import { IMPORT_ISSUE_KINDS, type ImportIssueKind } from '@corridor/domain';
import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../../components/data-table.module.css';
import { type ImportDetail, type ImportIssue, issuesPath } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../imports.module.css';

interface ImportIssuesProps {
  readonly detail: ImportDetail;
  readonly kind: ImportIssueKind | null;
  /** Whether those of another kind are still shown. */
  readonly isStale: boolean;
  readonly onKind: (kind: ImportIssueKind | null) => void;
  readonly ref: Ref<HTMLElement>;
}

const SHOWN = 100;

/** What is to be said of rows: the first hundred, and all as a file. */
export function ImportIssues({ detail: { id, issues }, isStale, kind, onKind, ref }: ImportIssuesProps) {
  const { t } = useTranslation('imports');
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
        <IssueTable issues={issues} isStale={isStale} />
      )}
      {issues.length === SHOWN && <p className={classes.note}>{t('firstHundred')}</p>}
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
        {issues.map(({ field, kind, reason, row, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row may say the same of one field twice, and none moves
          <tr key={index}>
            <th scope="row" data-label={t('row')}>
              {format.count(row)}
            </th>
            <td data-label={t('kind')}>{t(`kinds.${kind}`)}</td>
            <td data-label={t('field')}>{field}</td>
            <td data-label={t('value')} data-blank={value === '' || undefined}>
              {value === '' ? t('blank') : value}
            </td>
            <td data-label={t('reason')}>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
