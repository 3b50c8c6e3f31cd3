import { IMPORT_COUNTS, IMPORT_ISSUE_KINDS, type ImportIssueKind } from '@corridor/domain';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../imports.module.css';

interface ImportFiguresProps extends Pick<ImportSummary, 'counts'> {
  /** The issues that are listed. */
  readonly kind: ImportIssueKind | null;
  readonly onKind: (kind: ImportIssueKind | null) => void;
}

/** What becomes of the records of the file; a figure that has issues shows these. Few files say what was deleted. */
export function ImportFigures({ counts, kind, onKind }: ImportFiguresProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <ul className={classes.figures} aria-label={t('figures')}>
      {IMPORT_COUNTS.filter((count) => count !== 'deleted' || counts.deleted > 0).map((count) => {
        const issues = IMPORT_ISSUE_KINDS.find((one) => one === count) ?? null;
        const figure = (
          <>
            <b>{format.count(counts[count])}</b> <span>{t(`counts.${count}`)}</span>{' '}
            <small>{t(`countNotes.${count}`)}</small>
          </>
        );
        return (
          <li key={count} data-none={counts[count] === 0 || undefined}>
            {issues !== null && counts[count] > 0 ? (
              <UnstyledButton
                className={classes.figure ?? ''}
                aria-pressed={kind === issues}
                onClick={() => onKind(kind === issues ? null : issues)}
              >
                {figure}
              </UnstyledButton>
            ) : (
              <div className={classes.figure}>{figure}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
