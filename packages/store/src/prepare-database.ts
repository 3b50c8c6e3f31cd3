import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { adoptHistory } from './audit/adopt-history.ts';
import { adoptTargets } from './audit/adopt-targets.ts';
import { migrate } from './migrations/migrate.ts';
import { bringUpToDate } from './projection/bring-up-to-date.ts';
import type { Schema } from './schema.ts';

/** Brings the schema, what is derived from the records, and the audit trail to what this program knows. Throws StoreError `version`. */
export async function prepareDatabase(pool: Pool): Promise<void> {
  await migrate(pool);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await bringUpToDate(db);
  await adoptHistory(db);
  await adoptTargets(db);
}
