import type { Kysely } from 'kysely';
import { toStoredIncident } from './incident-row.ts';
import { selectIncidents } from './read-incidents.ts';
import type { Schema } from './schema.ts';
import type { Changes } from './store.ts';

/** What happened after `revision`, to be read inside one snapshot. */
export async function readChanges(snapshot: Kysely<Schema>, revision: number): Promise<Changes> {
  const { value } = await snapshot.selectFrom('revision').select('value').executeTakeFirstOrThrow();
  const upserts = await selectIncidents(snapshot)
    .where('incident.revision', '>', revision)
    .where('incident.merged_into', 'is', null)
    .orderBy('incident.revision')
    .orderBy('incident.id')
    .execute();
  const removed = await snapshot
    .selectFrom('incident')
    .select('key')
    .where('revision', '>', revision)
    .where('merged_into', 'is not', null)
    .orderBy('key')
    .execute();
  return { revision: value, upserts: upserts.map(toStoredIncident), removed: removed.map(({ key }) => key) };
}
