import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail, RecordVersion } from '../../../lib/api/record.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useView } from '../../../lib/view/use-view.ts';
import classes from './record-versions.module.css';
import { VersionChanges } from './version-changes.tsx';

/** Versions that are shown at first, and with each step back. */
const STEP = 5;

/** Who changed the record, when, why and what, the newest first; and where it comes from. */
export function RecordVersions({ record }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation('incidents');
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(STEP);
  const older = record.versions.length - shown;
  return (
    <div className={classes.origin}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('record.versions', { count: record.versions.length })}</summary>
        {isOpen && (
          <ol className={classes.versions}>
            {record.versions
              .toReversed()
              .slice(0, shown)
              .map((version) => (
                <Version key={version.version} id={record.id} version={version} />
              ))}
          </ol>
        )}
        {isOpen && older > 0 && (
          <button type="button" onClick={() => setShown(shown + STEP)}>
            {t('history.older', { count: older })}
          </button>
        )}
      </details>
      <p>{t('record.origin', { origin: record.origin, licence: record.licence })}</p>
    </div>
  );
}

interface VersionProps {
  readonly id: string;
  readonly version: RecordVersion;
}

function Version({ id, version: { changedAt, changedBy, reason, revision, version } }: VersionProps) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const { patch } = useView();
  return (
    <li>
      <b>{t('record.version', { version, when: format.moment(changedAt), who: changedBy })}</b>
      {reason && <q>{reason}</q>}
      <VersionChanges id={id} version={version} />
      <button type="button" onClick={() => patch({ asOf: `r${revision}` })}>
        {t('record.asOfVersion')}
      </button>
    </li>
  );
}
