import { type Kysely, sql } from 'kysely';
import { readAppliedMigrations } from '../migrations/applied-migrations.ts';
import type { Schema } from '../schema.ts';
import { StoreError } from '../store-error.ts';
import { inTransaction } from '../transaction.ts';
import type { BackupManifest } from './backup-lines.ts';
import { LEFT_OUT } from './left-out.ts';
import { readBackup } from './read-backup.ts';
import { readTableShapes, type TableShape } from './table-shapes.ts';

/** Rows inserted at once, and the size of their text after which there are enough of them. */
const BATCH = { rows: 1000, characters: 4_000_000 };

/** The only table that has a row in an empty store. */
const SEEDED = 'revision';

/**
 * Throws StoreError `not-empty` unless the database has nothing at all, or only the tables of the backup's migrations,
 * all empty.
 */
export async function checkEmpty(db: Kysely<Schema>, manifest: BackupManifest): Promise<void> {
  const applied = await readAppliedMigrations(db);
  if (applied.length === 0) return;
  const tables = (await readTableShapes(db)).filter(({ name }) => !LEFT_OUT.includes(name) && name !== SEEDED);
  for (const { name } of tables) {
    const { rows } = await sql<{ filled: boolean }>`
      select exists (select from ${sql.table(name)}) as filled`.execute(db);
    if (rows[0]?.filled) {
      throw new StoreError(
        'not-empty',
        `there are rows in the table ${name}: a backup is restored into an empty database only`,
      );
    }
  }
  if (applied.length !== manifest.migrations.length) {
    throw new StoreError(
      'not-empty',
      `the database has the tables of migration ${applied.length}, the backup those of ${manifest.migrations.length}: restore it into a new database`,
    );
  }
}

/**
 * Writes a backup's rows into the empty tables of the same migrations: all of them, or none if anything is wrong with the
 * file. Foreign keys are checked once all rows are there.
 */
export function restoreRows(db: Kysely<Schema>, file: string, onRows: (done: number) => void): Promise<void> {
  return inTransaction(db, async (trx) => {
    await sql`lock table ${sql.table(SEEDED)} in access exclusive mode`.execute(trx);
    const shapes = new Map((await readTableShapes(trx)).map((shape) => [shape.name, shape]));
    const foreignKeys = await dropForeignKeys(trx);
    await sql`delete from ${sql.table(SEEDED)}`.execute(trx);
    await insertAll(trx, file, shapes, onRows);
    for (const { definition, name, table } of foreignKeys) {
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(trx);
    }
    await sql`analyze`.execute(trx);
  });
}

async function insertAll(
  trx: Kysely<Schema>,
  file: string,
  shapes: ReadonlyMap<string, TableShape>,
  onRows: (done: number) => void,
): Promise<void> {
  let [done, characters] = [0, 0];
  let shape: TableShape | null = null;
  let batch: string[] = [];
  const flush = async () => {
    if (shape && batch.length > 0) await insertTexts(trx, shape, batch);
    done += batch.length;
    onRows(done);
    batch = [];
    characters = 0;
  };
  for await (const part of readBackup(file)) {
    if (part.kind === 'table') shape = shapeOf(shapes, part.table, part.columns);
    if (part.kind === 'row') {
      batch.push(part.text);
      characters += part.text.length;
      if (batch.length >= BATCH.rows || characters >= BATCH.characters) await flush();
    }
    if (part.kind === 'end') {
      await flush();
      if (shape) await setSequences(trx, shape);
      shape = null;
    }
  }
}

/** The file's tables and columns must be those of its migrations: nothing in a file names anything else. */
function shapeOf(shapes: ReadonlyMap<string, TableShape>, table: string, columns: readonly string[]): TableShape {
  const shape = shapes.get(table);
  if (!shape || LEFT_OUT.includes(table) || [...shape.columns].sort().join() !== [...columns].sort().join()) {
    throw new StoreError(
      'backup-unusable',
      `the backup has columns of the table ${table} that its migrations do not make`,
    );
  }
  return shape;
}

async function insertTexts(
  trx: Kysely<Schema>,
  { columns, name }: TableShape,
  texts: readonly string[],
): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(name)} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${sql.table(name)}, ${`[${texts.join(',')}]`}::json)`.execute(
    trx,
  );
}

/** What a sequence gives next is above all that it gave. */
async function setSequences(trx: Kysely<Schema>, { counted, name }: TableShape): Promise<void> {
  for (const column of counted) {
    await sql`
      select setval(pg_get_serial_sequence(quote_ident(${name}), ${column}), max(${sql.ref(column)}))
      from ${sql.table(name)} having max(${sql.ref(column)}) is not null`.execute(trx);
  }
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Gives what to make again when all rows are there: rows refer to later ones, of their own table too. */
async function dropForeignKeys(trx: Kysely<Schema>): Promise<readonly ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select relname::text as table, conname::text as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and connamespace = current_schema()::regnamespace
    order by relname, conname`.execute(trx);
  for (const { name, table } of rows) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx);
  }
  return rows;
}
