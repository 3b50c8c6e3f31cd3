import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { readHead } from '../audit/entry-rows.ts';
import { type AppliedMigration, readAppliedMigrations } from '../migrations/applied-migrations.ts';
import type { Schema } from '../schema.ts';
import { inSnapshot } from '../transaction.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupManifest } from './backup-lines.ts';
import { LEFT_OUT } from './left-out.ts';
import { readTableShapes, type TableShape } from './table-shapes.ts';

/** Rows fetched at once: about 2 MB of incidents. */
const BATCH = 1000;

/** Of the migration that made the audit trail. */
const AUDIT_MIGRATION = 4;

/**
 * Writes all of one state of the database to `destination` and ends it. Constant memory. On a server nobody waits for it;
 * the embedded database has one session, so that everything else that asks it waits until this is done.
 */
export function writeBackup(db: Kysely<Schema>, destination: Writable): Promise<void> {
  return inSnapshot(db, (snapshot) => pipeline(withChecksum(backupText(snapshot)), createGzip(), destination));
}

async function* withChecksum(texts: AsyncIterable<string>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const text of texts) {
    hash.update(text);
    yield text;
  }
  yield line(['sha256', hash.digest('hex')]);
}

async function* backupText(snapshot: Kysely<Schema>): AsyncGenerator<string> {
  await sql`set local time zone 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 1`.execute(
    snapshot,
  );
  const migrations = await readAppliedMigrations(snapshot);
  const tables = (await readTableShapes(snapshot)).filter(({ name }) => !LEFT_OUT.includes(name));
  yield line([BACKUP_FORMAT, await manifestOf(snapshot, migrations, tables)]);
  for (const table of tables) {
    yield line(['table', table.name, table.columns]);
    let count = 0;
    for await (const rows of eachRowText(snapshot, table)) {
      count += rows.length;
      yield `${rows.join('\n')}\n`;
    }
    yield line(['end', table.name, count]);
  }
}

async function manifestOf(
  snapshot: Kysely<Schema>,
  migrations: readonly AppliedMigration[],
  tables: readonly TableShape[],
): Promise<BackupManifest> {
  return {
    version: BACKUP_VERSION,
    createdAt: new Date().toISOString(),
    migrations,
    tables: tables.map(({ name }) => name),
    leftOut: LEFT_OUT,
    head: migrations.some(({ number }) => number === AUDIT_MIGRATION) ? await readHead(snapshot) : null,
  };
}

/** Texts of rows by primary key, through a cursor, so that the database need not hold them all either. */
async function* eachRowText(
  snapshot: Kysely<Schema>,
  { columns, key, name }: TableShape,
): AsyncGenerator<readonly string[]> {
  const order = key.length > 0 ? sql`order by ${refs(key)}` : sql``;
  // White space is all that a line end can be in JSON text: within strings it is escaped.
  await sql`
    declare backup_rows no scroll cursor for
    select replace(row_to_json(row_of_backup)::text, e'\n', ' ') as row
    from (select ${refs(columns)} from ${sql.table(name)} ${order}) row_of_backup`.execute(snapshot);
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(BATCH)} from backup_rows`.execute(snapshot);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close backup_rows`.execute(snapshot);
}

function refs(columns: readonly string[]) {
  return sql.join(columns.map((column) => sql.ref(column)));
}

function line(value: readonly unknown[]): string {
  return `${JSON.stringify(value)}\n`;
}
