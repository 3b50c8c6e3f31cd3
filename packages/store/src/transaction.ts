import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Runs `work` in one transaction on one connection. What `work` or the commit throws is what the caller gets: Kysely's
 * own transactions would put the failure to roll back on a broken connection in its place.
 */
export function inTransaction<T>(db: Kysely<Schema>, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  return run(db, sql`begin`, work);
}

function run<T>(db: Kysely<Schema>, begin: RawBuilder<unknown>, work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (trx) => {
    await begin.execute(trx);
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

/** Compiling a query takes longer than the ones here run; counting by many things at once wants some memory. */
const SNAPSHOT = sql`
  begin isolation level repeatable read read only; set local jit = off; set local work_mem = '64MB'`;

/** Runs reads that see one state of the database, whatever is written meanwhile. */
export function inSnapshot<T>(db: Kysely<Schema>, read: (snapshot: Kysely<Schema>) => Promise<T>): Promise<T> {
  return run(db, SNAPSHOT, read);
}
