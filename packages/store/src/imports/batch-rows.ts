import type { ImportCounts, ImportState } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import type { JsonObject } from '../audit/canonical-json.ts';
import { byteaText } from '../audit/entry-rows.ts';
import type { Schema } from '../schema.ts';
import type { ImportBatch, ImportFailure, ImportProgress, ImportReport, NewImport } from './imports.ts';

interface BatchRow {
  readonly id: number;
  readonly file_name: string;
  readonly size: number;
  readonly digest: string | null;
  readonly format: string;
  readonly origins: string[];
  readonly mapping_name: string | null;
  readonly mapping: JsonObject | null;
  readonly started_by: string;
  readonly started_at: Date;
  readonly state: ImportState;
  readonly state_at: Date;
  readonly beat_at: Date;
  readonly runner: string;
  readonly bytes_done: number;
  readonly rows_done: number;
  readonly new_count: number;
  readonly changed_count: number;
  readonly unchanged_count: number;
  readonly duplicate_count: number;
  readonly rejected_count: number;
  readonly conflict_count: number;
  readonly deleted_count: number;
  readonly brings_duplicates: boolean;
  readonly fault: string;
}

const COLUMNS = sql`
  id, file_name, size, encode(digest, 'hex') as digest, format, origins, mapping_name, mapping, started_by, started_at,
  state, state_at, beat_at, runner, bytes_done, rows_done, new_count, changed_count, unchanged_count, duplicate_count,
  rejected_count, conflict_count, deleted_count, brings_duplicates, fault`;

export async function insertBatch(db: Kysely<Schema>, batch: NewImport): Promise<number> {
  const { by, file, mapping, mappingName, origins, runner, size } = batch;
  const { rows } = await sql<{ id: number }>`
    insert into import_batch (file_name, size, format, origins, mapping, mapping_name, started_by, state, runner)
    values (${file}, ${size}, '', ${origins}, ${mapping && JSON.stringify(mapping)}::jsonb, ${mappingName}, ${by},
      'reading', ${runner})
    returning id`.execute(db);
  const [row] = rows;
  if (!row) throw new RangeError('Expected the id of a new batch, got none');
  return row.id;
}

export async function readBatch(db: Kysely<Schema>, id: number): Promise<ImportBatch | null> {
  const { rows } = await sql<BatchRow>`select ${COLUMNS} from import_batch where id = ${id}`.execute(db);
  return rows[0] ? toBatch(rows[0]) : null;
}

export async function listBatches(
  db: Kysely<Schema>,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<readonly ImportBatch[]> {
  const { rows } = await sql<BatchRow>`
    select ${COLUMNS} from import_batch where ${before}::integer is null or id < ${before}
    order by id desc limit ${limit}`.execute(db);
  return rows.map(toBatch);
}

export async function readRunning(db: Kysely<Schema>, states: readonly ImportState[]): Promise<readonly ImportBatch[]> {
  const { rows } = await sql<BatchRow>`
    select ${COLUMNS} from import_batch where state = any(${states}) order by id`.execute(db);
  return rows.map(toBatch);
}

export async function readCommittedWith(db: Kysely<Schema>, digest: string): Promise<ImportBatch | null> {
  const { rows } = await sql<BatchRow>`
    select ${COLUMNS} from import_batch where state = 'committed' and digest = ${byteaText(digest)}::bytea
    order by id desc limit 1`.execute(db);
  return rows[0] ? toBatch(rows[0]) : null;
}

/** Decisive is the last of each origin that was brought in, or that failed. A pass over all batches, which are few. */
export async function readFailures(db: Kysely<Schema>): Promise<readonly ImportFailure[]> {
  const { rows } = await sql<Pick<BatchRow, 'id' | 'state_at' | 'fault'> & { readonly origin: string }>`
    select origin, id, state_at, fault from (
      select distinct on (origin) named.origin, id, state, state_at, fault
      from import_batch cross join lateral unnest(origins) as named (origin)
      where state in ('committed', 'undoing', 'undone', 'failed')
      order by origin, id desc
    ) last where state = 'failed' order by origin collate "C"`.execute(db);
  return rows.map(({ fault, id, origin, state_at }) => ({ origin, id, at: state_at.toISOString(), fault }));
}

/** Inside a transaction. What conflicts and what is deleted is found anew when it is committed. */
export async function moveBatch(
  trx: Kysely<Schema>,
  id: number,
  from: readonly ImportState[],
  to: ImportState,
  change: { readonly runner: string; readonly fault?: string; readonly bringsDuplicates?: boolean },
): Promise<boolean> {
  const afresh = sql`, bytes_done = 0, rows_done = 0, new_count = 0, changed_count = 0, unchanged_count = 0,
    duplicate_count = 0, rejected_count = 0, conflict_count = 0, deleted_count = 0`;
  const isTakenBack = to === 'undoing' || to === 'cancelling';
  const { numAffectedRows } = await sql`
    update import_batch set state = ${to}, state_at = clock_timestamp(), beat_at = clock_timestamp(),
      runner = ${change.runner}, fault = ${change.fault ?? ''},
      brings_duplicates = coalesce(${change.bringsDuplicates ?? null}, brings_duplicates)
      ${to === 'committing' ? afresh : isTakenBack ? sql`, rows_done = 0` : sql``}
    where id = ${id} and state = any(${from})`.execute(trx);
  const moved = (numAffectedRows ?? 0n) > 0n;
  if (moved && to === 'committing') {
    await sql`delete from import_issue where batch_id = ${id} and kind in ('conflict', 'deleted')`.execute(trx);
  }
  return moved;
}

export async function takeOverBatch(
  db: Kysely<Schema>,
  id: number,
  state: ImportState,
  runner: string,
  silentMs: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import_batch set runner = ${runner}, beat_at = clock_timestamp()
    where id = ${id} and state = ${state}
      and beat_at <= clock_timestamp() - ${silentMs}::double precision * interval '1 millisecond'`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function saveProgress(
  db: Kysely<Schema>,
  id: number,
  runner: string,
  { bytesDone, counts, origins, rowsDone }: ImportProgress,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import_batch set bytes_done = ${bytesDone}, rows_done = ${rowsDone}, ${countColumns(counts, false)},
      origins = ${origins}, beat_at = clock_timestamp()
    where id = ${id} and runner = ${runner} and state = 'reading'`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Inside a transaction. */
export async function saveReport(
  trx: Kysely<Schema>,
  id: number,
  runner: string,
  report: ImportReport,
): Promise<boolean> {
  if (!(await saveProgress(trx, id, runner, report))) return false;
  await sql`
    update import_batch set state = 'reported', state_at = clock_timestamp(), format = ${report.format},
      digest = ${byteaText(report.digest)}::bytea
    where id = ${id}`.execute(trx);
  await sql`
    insert into import_map (batch_id, features) values (${id}, ${JSON.stringify(report.features)}::jsonb)`.execute(trx);
  return true;
}

/** How a batch's counts are set, or added to. */
export function countColumns(counts: ImportCounts, isAdded: boolean) {
  return sql.join(
    Object.entries(counts).map(([kind, count]) => {
      const column = sql.ref(`${kind}_count`);
      return isAdded ? sql`${column} = ${column} + ${count}` : sql`${column} = ${count}`;
    }),
  );
}

function toBatch(row: BatchRow): ImportBatch {
  return {
    id: row.id,
    file: row.file_name,
    size: row.size,
    digest: row.digest,
    format: row.format,
    origins: row.origins,
    mapping: row.mapping,
    mappingName: row.mapping_name,
    by: row.started_by,
    startedAt: row.started_at.toISOString(),
    state: row.state,
    stateAt: row.state_at.toISOString(),
    beatAt: row.beat_at.toISOString(),
    runner: row.runner,
    bytesDone: row.bytes_done,
    rowsDone: row.rows_done,
    counts: {
      new: row.new_count,
      changed: row.changed_count,
      unchanged: row.unchanged_count,
      duplicate: row.duplicate_count,
      rejected: row.rejected_count,
      conflict: row.conflict_count,
      deleted: row.deleted_count,
    },
    bringsDuplicates: row.brings_duplicates,
    fault: row.fault,
  };
}
