import type { IncidentSummary } from '@corridor/domain';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/use-format.ts';
import { usePlaceText } from '../lib/use-place-text.ts';
import { EventTypeMark } from './event-type.tsx';
import classes from './incident-item.module.css';
import { SeverityBars } from './severity.tsx';

/** The two lines by which a list shows an incident: title over date, place and toll. */
export const IncidentItem = memo(function IncidentItem({ incident, detail }: ItemProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const placeText = usePlaceText();
  return (
    <div className={classes.item}>
      <EventTypeMark type={incident.eventType} size={13} />
      <div className={classes.main}>
        <div className={classes.title} data-retracted={incident.status === 'retracted' || undefined}>
          {incident.title}
        </div>
        <div className={classes.line}>
          <span className={classes.date}>{format.date(incident.start, incident.datePrecision)}</span>
          <span className={classes.place}>{detail ?? placeText(incident)}</span>
          <span className={classes.toll}>
            {incident.killed ? (
              <>
                <b>{format.range(incident.killed)}</b> {t('killedWord')}
              </>
            ) : (
              t('tollUnknown')
            )}
          </span>
          <SeverityBars severity={incident.severity} />
        </div>
      </div>
    </div>
  );
}, isSame);

/** What of an incident a list shows. */
export type ListedIncident = Pick<
  IncidentSummary,
  | 'district'
  | 'placeName'
  | 'placePrecision'
  | 'province'
  | 'datePrecision'
  | 'eventType'
  | 'killed'
  | 'severity'
  | 'start'
  | 'status'
  | 'title'
>;

interface ItemProps {
  readonly incident: ListedIncident;
  readonly detail?: ReactNode;
}

/** Answers bring new objects for the same incidents: lists draw only those anew that say something else. */
function isSame(before: ItemProps, after: ItemProps): boolean {
  return before.detail === after.detail && JSON.stringify(before.incident) === JSON.stringify(after.incident);
}
