import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { toStoreError } from './store-error.ts';

/** One connection, or any: asks one question. */
export interface AccountsConnection {
  /** Rejects with a StoreError. The rows are as the SQL says; the caller states their type. */
  query<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/**
 * The tables of people and their access (migration 5), for the app that keeps them: no record of an incident is written
 * through it.
 */
export interface AccountsDatabase extends AccountsConnection {
  /** For a library that brings its own SQL. Never to be ended. */
  readonly pool: Pool;
  /** To be called before a write: throws StoreError `disk-full`. */
  checkSpace(): Promise<void>;
  /** Checks the space, then runs `work` in one transaction; what it throws undoes all of it and is passed on. */
  transaction<T>(work: (connection: AccountsConnection) => Promise<T>): Promise<T>;
}

export function createAccountsDatabase(pool: Pool, checkSpace: () => Promise<void>): AccountsDatabase {
  return {
    pool,
    checkSpace,
    query: (sql, values) => ask(pool, sql, values),
    async transaction(work) {
      await checkSpace();
      const client = await pool.connect().catch((error: unknown) => {
        throw toStoreError(error);
      });
      try {
        await ask(client, 'begin');
        const result = await work({ query: (sql, values) => ask(client, sql, values) });
        await ask(client, 'commit');
        return result;
      } catch (error) {
        // On a connection that is lost this fails too, and the server rolls back by itself.
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
  };
}

async function ask<Row extends QueryResultRow>(
  connection: Pool | PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  try {
    return (await connection.query<Row>(sql, [...values])).rows;
  } catch (error) {
    throw toStoreError(error);
  }
}
