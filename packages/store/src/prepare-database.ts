import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { migrate } from './migrations/migrate.ts';
import { bringUpToDate } from './projection/bring-up-to-date.ts';
import type { Schema } from './schema.ts';

/** Brings the schema and what is derived from the records to what this program knows. Throws StoreError `version`. */
export async function prepareDatabase(pool: Pool): Promise<void> {
  await migrate(pool);
  await bringUpToDate(new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }));
}
