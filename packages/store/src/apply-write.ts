import { type Kysely, sql } from 'kysely';
import { checkDistinct } from './check-distinct.ts';
import { findCreate, keepCreate } from './idempotency.ts';
import { toStoredIncident } from './incident-row.ts';
import type { ExpectedVersion, IncidentWrite, PresentIncident, WriteOutcome } from './incident-write.ts';
import { mergeIncidents, splitIncidents } from './merge-incidents.ts';
import { selectIncidents } from './read-incidents.ts';
import type { Schema } from './schema.ts';
import { settleDraft } from './sql-drafts.ts';
import { StaleError, StoreError } from './store-error.ts';
import { writeIncidents } from './write-incidents.ts';
import type { WriteStamp } from './write-transaction.ts';

export interface AppliedWrite {
  readonly wrote: boolean;
  /** Null for a write that was done now. */
  readonly repeats: WriteOutcome | null;
}

/**
 * Decides and does a write, inside a transaction that holds the revision: what is compared here cannot change before it is
 * written. Throws StaleError, and StoreError `key-reused` and `invalid-record`.
 */
export async function applyWrite(
  trx: Kysely<Schema>,
  { by, decide, expected, once, reason, settles }: IncidentWrite,
  stamp: WriteStamp,
): Promise<AppliedWrite> {
  const earlier = once ? await findCreate(trx, by, once) : null;
  if (earlier) return { wrote: false, repeats: { revision: earlier.revision, repeats: earlier.id } };
  const present = await readPresent(trx, expected);
  const { merge, save, split = [] } = decide(present);
  const change = { ...stamp, by, reason };
  checkDistinct(save.map(({ id }) => id));
  let wrote = (await writeIncidents(trx, save, change)) > 0;
  if (split.length > 0) wrote = (await splitIncidents(trx, split, change)) || wrote;
  if (merge) wrote = (await mergeIncidents(trx, merge.ids, merge.into, change)) || wrote;
  if (settles) await settleDraft(trx, by, settles);
  const [created] = save;
  if (once && created && wrote) await keepCreate(trx, by, once, { id: created.id, revision: stamp.revision });
  return { wrote, repeats: null };
}

async function readPresent(
  trx: Kysely<Schema>,
  expected: readonly ExpectedVersion[],
): Promise<ReadonlyMap<string, PresentIncident>> {
  const ids = expected.map(({ id }) => id);
  checkDistinct(ids);
  const rows = await selectIncidents(trx).where('incident.id', '=', sql<string>`any(${ids})`).execute();
  const doubles = await readDoubles(trx, ids);
  const present = new Map(
    rows.map((row) => [row.id, { ...toStoredIncident(row), doubles: doubles.get(row.id) ?? [] }] as const),
  );
  const stale = expected.filter(({ id, version }) => version !== null && version !== (present.get(id)?.version ?? 0));
  const unknown = stale.find(({ id }) => !present.has(id));
  if (unknown) throw new StoreError('invalid-record', `there is no incident ${unknown.id}`);
  if (stale.length > 0) throw new StaleError(stale.map(({ id }) => id));
  return present;
}

/** Ids of the incidents that are merged into others, by those, ascending. */
export async function readDoubles(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ into: string; doubles: string[] }>`
    select merged_into as into, array_agg(id order by id) as doubles from incident
    where merged_into = any(${ids}) group by merged_into`.execute(db);
  return new Map(rows.map(({ doubles, into }) => [into, doubles]));
}
