import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IncidentDetail } from '../../../lib/api/record.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from './changed-meanwhile.module.css';
import { changesSince } from './changes-since.ts';

interface ChangedMeanwhileProps {
  /** As it stands now. */
  readonly record: IncidentDetail;
  /** Named where there is more than one. */
  readonly name?: string;
  /** The version that the reader has looked at. */
  readonly seen: number;
  readonly onGoOn: () => void;
}

/** Who has changed the record since the reader looked at it, and how it stands now. */
export function ChangedMeanwhile({ name, onGoOn, record, seen }: ChangedMeanwhileProps) {
  const { t } = useTranslation(['workflow', 'taxonomy']);
  const format = useFormat();
  const { grade, sources, status, versions } = record;
  return (
    <div className={classes.meanwhile} role="alert">
      <p>{name === undefined ? t('workflow:stale') : t('workflow:staleOne', { title: name })}</p>
      <ul>
        {changesSince(versions, seen).map(({ changedAt, changedBy, reason, version }) => (
          <li key={version}>
            <b>{t('workflow:changed', { version, who: changedBy, when: format.moment(changedAt) })}</b>
            {reason && <span>{reason}</span>}
          </li>
        ))}
      </ul>
      <p>
        {t('workflow:stands', {
          status: t(`taxonomy:status.${status}`).toLowerCase(),
          grade: grade.reliability + grade.credibility,
          count: sources.length,
        })}
      </p>
      <Button variant="default" onClick={onGoOn}>
        {t('workflow:goOn')}
      </Button>
    </div>
  );
}
