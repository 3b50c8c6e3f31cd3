import type { Merge, Split, Unmerge } from '@corridor/api/src/schemas/writing-schemas.ts';
import type { IncidentDetail } from './record.ts';
import { sendJson } from './send-json.ts';

export type { Split };

const pathOf = (id: string, verb: string) => `/v1/incidents/${encodeURIComponent(id)}/${verb}`;

/** Makes incidents doubles of one that stays, unless one of them has another version by now. Gives the one that stays. */
export function mergeIncidents(id: string, version: number, merge: Merge): Promise<IncidentDetail> {
  return sendJson('POST', pathOf(id, 'merge'), merge, { 'If-Match': `"${version}"` });
}

/** Lets doubles of a record count again. Gives the record. */
export function unmergeIncidents(id: string, undoing: Unmerge): Promise<IncidentDetail> {
  return sendJson('POST', pathOf(id, 'unmerge'), undoing);
}

/** Makes two records of one, unless it has another version by now. Gives the new one. */
export function splitIncident(id: string, version: number, split: Split): Promise<IncidentDetail> {
  return sendJson('POST', pathOf(id, 'split'), split, { 'If-Match': `"${version}"` });
}
