import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { StoreError } from '../store-error.ts';
import type { Migration } from './migrations.ts';

/** A migration that a database has. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** Those of a database in order; none for one in which there is nothing yet. */
export async function readAppliedMigrations(db: Kysely<Schema>): Promise<readonly AppliedMigration[]> {
  const { rows: tables } = await sql<{ exists: boolean }>`
    select to_regclass('schema_migration') is not null as exists`.execute(db);
  if (!tables[0]?.exists) return [];
  const { rows } = await sql<AppliedMigration>`
    select number, name, checksum from schema_migration order by number`.execute(db);
  return rows;
}

/** Throws StoreError `version` for a migration that is not known here, or has another text. */
export function checkKnown(applied: AppliedMigration, migrations: readonly Migration[]): void {
  const known = migrations.find(({ number }) => number === applied.number);
  const label = `migration ${applied.number} (${applied.name})`;
  if (!known) {
    const newest = migrations.at(-1)?.number ?? 0;
    throw new StoreError(
      'version',
      `the database has ${label}, this program knows migrations up to ${newest}: use a newer one`,
    );
  }
  if (checksumOf(known) !== applied.checksum) {
    throw new StoreError('version', `${label} was applied to the database with another text than this program has`);
  }
}

/** Of the text with LF line ends: a checkout on Windows may have CRLF. */
export function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');
}
