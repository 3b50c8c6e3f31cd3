import { type Kysely, sql } from 'kysely';
import { checkDistinct } from './check-distinct.ts';
import { readTableIncidentsById } from './read-table-incidents.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';
import type { Change } from './write-incidents.ts';

/** Who merges or splits, why, and as which revision. */
export type MergeChange = Pick<Change, 'by' | 'reason' | 'revision' | 'projector'>;

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
  { by, reason, revision }: MergeChange,
): Promise<void> {
  await sql`
    update incident set merged_into = ${into}, version = version + 1, revision = ${revision}
    where id = any(${ids})`.execute(trx);
  await sql`
    insert into incident_version (incident_id, version, revision, changed_by, reason, incident, merged_into)
    select last.incident_id, last.version + 1, ${revision}, ${by}, ${reason}, last.incident, ${into}
    from incident_version last join incident on incident.id = last.incident_id and incident.version = last.version + 1
    where incident.id = any(${ids})`.execute(trx);
}

function refuse(message: string): never {
  throw new StoreError('invalid-record', message);
}
