import type { Draft, DraftChanges } from '@corridor/domain';
import type { IncidentDetail } from './record.ts';
import { sendJson } from './send-json.ts';

const pathOf = (id: string, verb: string) => `/v1/incidents/${encodeURIComponent(id)}/${verb}`;

export interface Merge {
  readonly reason: string;
  readonly doubles: readonly { readonly id: string; readonly version: number }[];
  /** Fields of the record that stays, chosen by hand; sources and claims are united without them. */
  readonly changes: DraftChanges;
}

/** Makes incidents doubles of one that stays, unless one of them has another version by now. Gives the one that stays. */
export function mergeIncidents(id: string, version: number, merge: Merge): Promise<IncidentDetail> {
  return sendJson('POST', pathOf(id, 'merge'), merge, { 'If-Match': `"${version}"` });
}

/** Lets doubles of a record count again. Gives the record. */
export function unmergeIncidents(
  id: string,
  undoing: { readonly reason: string; readonly doubles: readonly string[] },
): Promise<IncidentDetail> {
  return sendJson('POST', pathOf(id, 'unmerge'), undoing);
}

export interface Split {
  readonly reason: string;
  /** Of the record that stays. */
  readonly changes: DraftChanges;
  /** What becomes a record of its own. */
  readonly part: Draft;
}

/** Makes two records of one, unless it has another version by now. Gives the new one. */
export function splitIncident(id: string, version: number, split: Split): Promise<IncidentDetail> {
  return sendJson('POST', pathOf(id, 'split'), split, { 'If-Match': `"${version}"` });
}
