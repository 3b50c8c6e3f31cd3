import { affectsChineseNationals, type Incident, type Severity, severityOf } from '@corridor/domain';
import type { StoredIncident } from '@corridor/store';

/** A record as it leaves the API: the incident, what is derived from it, and when it last changed. */
export interface IncidentRecord extends Incident {
  readonly severity: Severity;
  readonly chinese: boolean;
  readonly version: number;
  readonly revision: number;
}

export function toRecord({
  incident,
  version,
  revision,
}: Pick<StoredIncident, 'incident' | 'version' | 'revision'>): IncidentRecord {
  const { killed, wounded, abducted } = incident.casualties;
  return {
    ...incident,
    severity: severityOf({
      eventType: incident.eventType,
      subEventType: incident.subEventType,
      killed: killed?.best ?? null,
      wounded: wounded?.best ?? null,
      abducted: abducted?.best ?? null,
    }),
    chinese: affectsChineseNationals(incident),
    version,
    revision,
  };
}
