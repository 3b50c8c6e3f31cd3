import { type Kysely, sql } from 'kysely';
import { checkDistinct } from './check-distinct.ts';
import { readTableIncidentsById } from './read-table-incidents.ts';
import type { IncidentImage } from './record-image.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';
import type { Change } from './write-transaction.ts';
import { insertVersions } from './write-versions.ts';

/** Who merges or splits, why, and as which revision. */
export type MergeChange = Omit<Change, 'nextKey'>;

/** Marks incidents as doubles of `into`, inside a transaction that holds the revision. False when there are none. */
export async function mergeIncidents(
  trx: Kysely<Schema>,
  ids: readonly string[],
  into: string,
  change: MergeChange,
): Promise<boolean> {
  const states = await statesOf(trx, [...ids, into]);
  for (const id of [...ids, into]) {
    const { merged_into } = stateOf(states, id);
    if (merged_into !== null) refuse(`incident ${id} is merged into ${merged_into} already`);
  }
  for (const id of ids) {
    if (stateOf(states, id).has_doubles) refuse(`incident ${id} has others merged into it: split or move them first`);
  }
  await mark(trx, ids, into, change);
  await change.projector.remove(ids);
  return ids.length > 0;
}

/** Lets merged incidents count again, inside a transaction that holds the revision. False when there are none. */
export async function splitIncidents(
  trx: Kysely<Schema>,
  ids: readonly string[],
  change: MergeChange,
): Promise<boolean> {
  const states = await statesOf(trx, ids);
  for (const id of ids) {
    if (stateOf(states, id).merged_into === null) refuse(`incident ${id} is not merged`);
  }
  await mark(trx, ids, null, change);
  await change.projector.put(await readTableIncidentsById(trx, ids));
  return ids.length > 0;
}

interface MergeState {
  readonly id: string;
  readonly merged_into: string | null;
  readonly has_doubles: boolean;
}

/** Throws StoreError `invalid-record` for an id that is unknown or given twice. */
async function statesOf(trx: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, MergeState>> {
  checkDistinct(ids);
  const { rows } = await sql<MergeState>`
    select id, merged_into, exists (select from incident double where double.merged_into = incident.id) as has_doubles
    from incident where id = any(${ids})`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}

function stateOf(states: ReadonlyMap<string, MergeState>, id: string): MergeState {
  return states.get(id) ?? refuse(`there is no incident ${id}`);
}

/** The record stays as it was; its next version says what became of it. */
async function mark(
  trx: Kysely<Schema>,
  ids: readonly string[],
  into: string | null,
  change: MergeChange,
): Promise<void> {
  const { rows } = await sql<{ incident: IncidentImage; version: number }>`
    update incident set merged_into = ${into}, version = incident.version + 1, revision = ${change.revision}
    from incident_version last
    where incident.id = any(${ids}) and last.incident_id = incident.id and last.version = incident.version
    returning last.incident, incident.version`.execute(trx);
  await insertVersions(
    trx,
    rows.map(({ incident, version }) => ({ incident, version, mergedInto: into })),
    change,
  );
}

function refuse(message: string): never {
  throw new StoreError('invalid-record', message);
}
