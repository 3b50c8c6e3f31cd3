import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Runs `work` in one transaction on one connection. What `work` or the commit throws is what the caller gets: Kysely's
 * own transactions would put the failure to roll back on a broken connection in its place.
 */
export function inTransaction<T>(db: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (trx) => {
    await sql`begin`.execute(trx);
    try {
      const result = await work(trx);
      await sql`commit`.execute(trx);
      return result;
    } catch (error) {
      // On a connection that is lost this fails too, and the server rolls back by itself.
      await sql`rollback`.execute(trx).catch(() => undefined);
      throw error;
    }
  });
}
