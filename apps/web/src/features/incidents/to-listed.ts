import type { ListedIncident } from '../../components/incident-item.tsx';
import type { IncidentDetail } from '../../lib/api/record.ts';

/** A record as lists show incidents. */
export function toListed(record: IncidentDetail): ListedIncident & { readonly id: string } {
  const { casualties, eventType, id, occurred, place, severity, status, title } = record;
  const { district, name, precision, province } = place;
  return {
    ...{ id, eventType, severity, status, title, district, province },
    ...{ start: occurred.start, datePrecision: occurred.precision },
    ...{ placeName: name, placePrecision: precision, killed: casualties.killed },
  };
}
