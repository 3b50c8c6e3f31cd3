import type { Duplicates, Places } from '@corridor/api/src/schemas/workflow-schemas.ts';
import type { BulkChange, Edit } from '@corridor/api/src/schemas/writing-schemas.ts';
import type { Draft, DraftChanges } from '@corridor/domain';
import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import type { IncidentDetail } from './record.ts';
import { sendJson } from './send-json.ts';

export type { DuplicateCandidate, KnownPlace } from '@corridor/api/src/schemas/workflow-schemas.ts';
export type { BulkChange, Edit };

/** Files a record. The same key again gives the record that it made, and makes no second. */
export function fileIncident(draft: Draft, idempotencyKey: string): Promise<IncidentDetail> {
  return sendJson('POST', '/v1/incidents', draft, { 'Idempotency-Key': idempotencyKey });
}

/** Changes a record, unless its version is not that one any more. */
export function changeIncident(id: string, version: number, change: Edit): Promise<IncidentDetail> {
  return sendJson('PATCH', `/v1/incidents/${encodeURIComponent(id)}`, change, { 'If-Match': `"${version}"` });
}

/** Changes all of the records, or none. */
export function changeIncidents(change: BulkChange): Promise<unknown> {
  return sendJson('POST', '/v1/incidents/bulk', change);
}

/** Records that may be of the same event as a draft that is not finished. */
export function duplicatesQuery(draft: DraftChanges, except: string | null) {
  const body = { draft, ...(except !== null && { except }) };
  return queryOptions({
    queryKey: [...PERSONAL, 'duplicates', body],
    queryFn: () => sendJson<Duplicates>('POST', '/v1/duplicates', body),
    staleTime: 30_000,
    retry: false,
  });
}

export function placesQuery(text: string) {
  return queryOptions({
    queryKey: [...PERSONAL, 'places', text],
    queryFn: ({ signal }) => fetchJson<Places>(`/v1/places?${new URLSearchParams({ q: text })}`, signal),
    staleTime: Infinity,
    retry: false,
  });
}
