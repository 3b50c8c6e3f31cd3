import type { IncidentSummary } from '@corridor/domain';
import { readTableIncidentsById } from '../read-table-incidents.ts';
import type { Database } from './sql-snapshot.ts';
import { toSummary } from './to-summary.ts';

/** Incidents in one statement. */
const BATCH = 5000;

/** By id. */
export async function readSummaries(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IncidentSummary>> {
  const found = new Map<string, IncidentSummary>();
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const { incident } of await readTableIncidentsById(db, ids.slice(start, start + BATCH))) {
      found.set(incident.id, toSummary(incident));
    }
  }
  return found;
}

/** In the order of the ids. */
export async function listSummaries(db: Database, ids: readonly string[]): Promise<readonly IncidentSummary[]> {
  const found = await readSummaries(db, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}
