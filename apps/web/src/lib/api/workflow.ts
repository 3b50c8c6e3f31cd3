import type { Status } from '@corridor/domain';
import type { IncidentDetail } from './record.ts';
import { sendJson } from './send-json.ts';

export interface StatusChange {
  readonly to: Status;
  readonly reason: string;
}

/** Gives a record another status, unless its version is not that one any more or a rule stands in the way. */
export function changeStatus(id: string, version: number, change: StatusChange): Promise<IncidentDetail> {
  return sendJson('POST', `/v1/incidents/${encodeURIComponent(id)}/status`, change, { 'If-Match': `"${version}"` });
}
