import type { Incident } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { byteaText } from '../audit/entry-rows.ts';
import { checkDistinct } from '../check-distinct.ts';
import { insertRows } from '../insert-rows.ts';
import { toImage } from '../record-image.ts';
import type { Schema } from '../schema.ts';
import { type ChangedIncident, writeChanged } from '../write-incidents.ts';
import type { Change } from '../write-transaction.ts';
import { countColumns } from './batch-rows.ts';
import type { BroughtRecord, ImportPiece, StandingIncident } from './imports.ts';
import { insertIssues } from './issue-rows.ts';
import { digestOfSaid, readRepeated } from './read-repeated.ts';
import { readStanding } from './read-standing.ts';

/**
 * Decides a piece by what stands and writes it, inside a transaction that holds the revision. Null, with nothing written,
 * where the batch is not being committed by this runner; else whether any record was written.
 */
export async function bringPiece(
  trx: Kysely<Schema>,
  { batch, bytesDone, decide, ids, records, rowsDone }: ImportPiece,
  runner: string,
  change: Change,
): Promise<boolean | null> {
  const held = await sql<{ rows_done: number }>`
    select rows_done from import_batch
    where id = ${batch} and state = 'committing' and runner = ${runner} for update`.execute(trx);
  if (held.rows.length === 0) return null;
  checkDistinct(ids);
  const repeated = await readRepeated(trx, records);
  const others = ids.filter((id) => !repeated.has(id));
  const standing = await readStanding(trx, others);
  const doubles = await readDoubles(trx, batch, others);
  const { brought, counts, issues } = decide({ repeated, standing, doubles });
  const changed = brought.flatMap(({ record }) => (record ? [nextOf(record, standing, change)] : []));
  await writeChanged(trx, changed, change);
  await insertRows(
    trx,
    'import_row',
    brought.map((one) => toRow(batch, one, standing.get(one.imported.id)?.version ?? 0)),
  );
  await insertIssues(trx, batch, issues);
  await sql`
    update import_batch set ${countColumns(counts, true)}, bytes_done = ${bytesDone}, rows_done = ${rowsDone},
      beat_at = clock_timestamp()
    where id = ${batch}`.execute(trx);
  return changed.length > 0;
}

async function readDoubles(trx: Kysely<Schema>, batch: number, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ incident_id: string }>`
    select incident_id from import_double where batch_id = ${batch} and incident_id = any(${ids})`.execute(trx);
  return new Set(rows.map(({ incident_id }) => incident_id));
}

function nextOf(
  incident: Incident,
  standing: ReadonlyMap<string, StandingIncident>,
  { nextKey }: Pick<Change, 'nextKey'>,
): ChangedIncident {
  const stands = standing.get(incident.id);
  return {
    incident,
    key: stands?.key ?? nextKey(),
    version: (stands?.version ?? 0) + 1,
    mergedInto: stands?.mergedInto ?? null,
  };
}

/** The image is kept where the version does not say it: one that is the record itself costs nothing. */
function toRow(batch: number, { imported, record, row }: BroughtRecord, before: number): object {
  return {
    ...{ batch_id: batch, incident_id: imported.id, row_number: row, before },
    version: record ? before + 1 : before,
    image: record === imported ? null : toImage(imported),
    said: byteaText(digestOfSaid(imported)),
  };
}
