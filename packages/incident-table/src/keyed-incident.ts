import type { TableIncident } from '@corridor/domain';

/** An incident and the number that the store gave it. */
export interface KeyedIncident {
  readonly incident: TableIncident;
  readonly key: number;
}
