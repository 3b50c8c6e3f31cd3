import type { Pool } from 'pg';
import { openPool } from '../open-pool.ts';

/** A pool of connections to a PostgreSQL server. `statementLimitMs` is the longest statement; 0 sets no limit. */
export function openServerPool(
  databaseUrl: string,
  statementLimitMs: number,
  onWarning: (message: string) => void,
): Pool {
  return openPool(
    {
      connectionString: databaseUrl,
      max: 10,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      statement_timeout: statementLimitMs,
      application_name: 'corridor-watch',
    },
    onWarning,
  );
}
