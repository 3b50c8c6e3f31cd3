import type { StatusChange } from '@corridor/api/src/schemas/writing-schemas.ts';
import type { IncidentDetail } from './record.ts';
import { sendJson } from './send-json.ts';

export type { StatusChange };

/** Gives a record another status, unless its version is not that one any more or a rule stands in the way. */
export function changeStatus(id: string, version: number, change: StatusChange): Promise<IncidentDetail> {
  return sendJson('POST', `/v1/incidents/${encodeURIComponent(id)}/status`, change, { 'If-Match': `"${version}"` });
}
