import { RUNNING_IMPORT_STATES } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import type { Act } from '../audit/audit-entry.ts';
import type { JsonObject } from '../audit/canonical-json.ts';
import { toIncidentAct } from '../audit/to-act.ts';
import { insertRows } from '../insert-rows.ts';
import type { Schema } from '../schema.ts';
import { inSnapshot, inTransaction } from '../transaction.ts';
import type { WriteStamp } from '../write-transaction.ts';
import {
  insertBatch,
  listBatches,
  moveBatch,
  readBatch,
  readCommittedWith,
  readFailures,
  readRunning,
  saveProgress,
  saveReport,
  takeOverBatch,
} from './batch-rows.ts';
import { bringPiece } from './bring-piece.ts';
import type { Imports, SavedMapping } from './imports.ts';
import { insertIssues, readIssues } from './issue-rows.ts';
import { readNeighbours } from './read-neighbours.ts';
import { readRepeated } from './read-repeated.ts';
import { readStanding } from './read-standing.ts';
import { runAlone } from './run-alone.ts';
import { takeBack } from './take-back.ts';

/** `ask` runs work on the database and says in the store's words what goes wrong. */
export interface ImportsBackend {
  readonly db: Kysely<Schema>;
  readonly ask: <T>(work: () => Promise<T>) => Promise<T>;
  /** Throws StoreError `disk-full`. */
  readonly checkSpace: (payloadBytes: number) => Promise<void>;
  /** One write transaction, which counts if `work` says that it wrote, and its announcement. */
  readonly write: (act: Act, work: (trx: Kysely<Schema>, stamp: WriteStamp) => Promise<boolean>) => Promise<number>;
}

/** A record of a file with all that is written of it, roughly. */
const RECORD_BYTES = 8_000;
const ISSUE_BYTES = 300;

export function createImports({ ask, checkSpace, db, write }: ImportsBackend): Imports {
  const asking =
    <Args extends readonly unknown[], T>(work: (db: Kysely<Schema>, ...args: Args) => Promise<T>) =>
    (...args: Args): Promise<T> =>
      ask(() => work(db, ...args));
  const alone = new Set<string>();
  return {
    alone: async (name, work) => {
      const outcome = await ask(() => runAlone(db, alone, name, work));
      if (outcome?.status === 'rejected') throw outcome.reason;
      return outcome && { value: outcome.value };
    },
    begin: asking(insertBatch),
    byId: asking(readBatch),
    list: asking(listBatches),
    running: () => ask(() => readRunning(db, RUNNING_IMPORT_STATES)),
    failures: asking(readFailures),
    committedWith: asking(readCommittedWith),
    move: (...args) => ask(() => inTransaction(db, (trx) => moveBatch(trx, ...args))),
    takeOver: asking(takeOverBatch),
    progress: asking(saveProgress),
    report: (id, runner, report) => ask(() => inTransaction(db, (trx) => saveReport(trx, id, runner, report))),
    addIssues: (id, issues) =>
      ask(async () => {
        await checkSpace(ISSUE_BYTES * issues.length);
        await insertIssues(db, id, issues);
      }),
    issues: asking(readIssues),
    addDoubles: asking(insertDoubles),
    features: asking(readFeatures),
    repeated: asking(readRepeated),
    standing: (ids) => ask(() => inSnapshot(db, (snapshot) => readStanding(snapshot, ids))),
    neighbours: (searching, bounds) =>
      ask(() => inSnapshot(db, (snapshot) => readNeighbours(snapshot, searching, bounds))),
    bring: (piece, runner) =>
      ask(async () => {
        await checkSpace(RECORD_BYTES * piece.ids.length);
        const { batch, by, reason } = piece;
        const act = { ...toIncidentAct('import.commit', [], { by, reason }), detail: { import: batch } };
        let isRunning = true;
        const revision = await write(act, async (trx, stamp) => {
          const wrote = await bringPiece(trx, piece, runner, { ...stamp, by, reason });
          isRunning = wrote !== null;
          return wrote === true;
        });
        return isRunning ? { revision } : null;
      }),
    takeBack: (id, { after, by, limit, reason }) =>
      ask(async () => {
        await checkSpace(RECORD_BYTES * limit);
        const act = { ...toIncidentAct('import.undo', [], { by, reason }), detail: { import: id } };
        let last: string | null = null;
        await write(act, async (trx, stamp) => {
          const taken = await takeBack(trx, id, { after, limit }, { ...stamp, by, reason });
          last = taken.last;
          return taken.wrote;
        });
        return last;
      }),
    mappings: asking(readMappings),
    mapping: (name) => ask(async () => (await readMappings(db, name))[0] ?? null),
    saveMapping: asking(saveMapping),
    deleteMapping: asking(deleteMapping),
  };
}

async function insertDoubles(db: Kysely<Schema>, batch: number, incidentIds: readonly string[]): Promise<void> {
  const rows = incidentIds.map((incident_id) => ({ batch_id: batch, incident_id }));
  await insertRows(db, 'import_double', rows);
}

async function readFeatures(db: Kysely<Schema>, batch: number): Promise<readonly JsonObject[]> {
  const { rows } = await sql<{ features: JsonObject[] }>`
    select features from import_map where batch_id = ${batch}`.execute(db);
  return rows[0]?.features ?? [];
}

async function readMappings(db: Kysely<Schema>, name: string | null = null): Promise<readonly SavedMapping[]> {
  const { rows } = await sql<{ name: string; mapping: JsonObject; saved_by: string; saved_at: Date }>`
    select name, mapping, saved_by, saved_at from import_mapping
    where ${name}::text is null or name = ${name} order by name`.execute(db);
  return rows.map((row) => ({
    name: row.name,
    mapping: row.mapping,
    savedBy: row.saved_by,
    savedAt: row.saved_at.toISOString(),
  }));
}

async function saveMapping(db: Kysely<Schema>, name: string, mapping: JsonObject, by: string): Promise<void> {
  await sql`
    insert into import_mapping (name, mapping, saved_by) values (${name}, ${JSON.stringify(mapping)}::jsonb, ${by})
    on conflict (name) do update set mapping = excluded.mapping, saved_by = excluded.saved_by,
      saved_at = clock_timestamp()`.execute(db);
}

async function deleteMapping(db: Kysely<Schema>, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from import_mapping where name = ${name}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
