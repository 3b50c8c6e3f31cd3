import { prepareDatabase } from '../prepare-database.ts';
import { RevisionAnnouncer } from '../revision-announcer.ts';
import { SqlStore } from '../sql-store.ts';
import type { Store } from '../store.ts';
import { toStoreError } from '../store-error.ts';
import { openServerPool } from './open-server-pool.ts';
import { RevisionListener } from './revision-listener.ts';

/** Longest statement: a batch of writes takes a fraction of a second, reading a million changed rows some. */
const STATEMENT_LIMIT_MS = 60_000;

/** Opens the store on a PostgreSQL server (tested with 18) and keeps a connection of its own for notifications. */
export async function openServerStore(databaseUrl: string, onWarning: (message: string) => void): Promise<Store> {
  const pool = openServerPool(databaseUrl, STATEMENT_LIMIT_MS, onWarning);
  const announcer = new RevisionAnnouncer(onWarning);
  try {
    await prepareDatabase(pool);
    const listener = await RevisionListener.start({ databaseUrl, announcer, onWarning });
    return new SqlStore({
      kind: 'postgres',
      pool,
      announcer,
      // The server's disk cannot be seen from here; it reports a full one by itself, and goes on.
      checkSpace: async () => undefined,
      close: () => listener.close(),
    });
  } catch (error) {
    await pool.end();
    throw toStoreError(error);
  }
}
