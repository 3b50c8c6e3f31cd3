import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { usePartName } from '../../../components/part-choice.tsx';
import { versionQuery, type WholeVersion } from '../../../lib/api/record.ts';
import { lineChanges } from '../../../lib/record-parts/line-changes.ts';
import { usePartText } from '../../../lib/record-parts/use-part-text.ts';
import { type ChangedPart, changedParts } from './changed-parts.ts';
import classes from './version-changes.module.css';

interface VersionChangesProps {
  readonly id: string;
  readonly version: number;
}

/** What a version changed, part by part: what went struck out, what came beside it. */
export function VersionChanges({ id, version }: VersionChangesProps) {
  const { t } = useTranslation('incidents');
  const after = useQuery(versionQuery(id, version));
  const before = useQuery({ ...versionQuery(id, version - 1), enabled: version > 1 });
  if (version === 1) return null;
  const failed = [after, before].find(({ error }) => error !== null);
  if (failed?.error) {
    return <LoadError what={t('history.changes')} error={failed.error} retry={() => void failed.refetch()} />;
  }
  if (!after.data || !before.data) return <Skeleton height={14} width="70%" radius="sm" />;
  return <Changes before={before.data} after={after.data} />;
}

interface ChangesProps {
  readonly before: WholeVersion;
  readonly after: WholeVersion;
}

function Changes({ after, before }: ChangesProps) {
  const { t } = useTranslation(['incidents', 'taxonomy']);
  const text = usePartText();
  const linesOf = ({ incident }: WholeVersion, part: ChangedPart) =>
    part === 'status' ? [t(`taxonomy:status.${incident.status}`)] : text(incident, part);
  const partName = usePartName();
  const nameOf = (part: ChangedPart) => (part === 'status' ? t('incidents:history.status') : partName(part));
  return (
    <>
      {after.mergedInto !== before.mergedInto && (
        <p className={classes.merge}>
          {after.mergedInto === null
            ? t('incidents:history.unmerged', { id: before.mergedInto })
            : t('incidents:history.merged', { id: after.mergedInto })}
        </p>
      )}
      <dl className={classes.changes}>
        {changedParts(before.incident, after.incident).map((part) => (
          <div key={part}>
            <dt>{nameOf(part)}</dt>
            <dd>
              <ChangedLines before={linesOf(before, part)} after={linesOf(after, part)} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface ChangedLinesProps {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function ChangedLines({ after, before }: ChangedLinesProps) {
  const { t } = useTranslation('incidents');
  const { come, gone } = lineChanges(before, after);
  if (gone.length + come.length === 0) return t('history.order');
  return (
    <>
      {gone.map((line) => (
        <del key={line}>
          <VisuallyHidden>{t('history.gone')} </VisuallyHidden>
          {line}
        </del>
      ))}
      {come.map((line) => (
        <ins key={line}>
          <VisuallyHidden>{t('history.come')} </VisuallyHidden>
          {line}
        </ins>
      ))}
    </>
  );
}
