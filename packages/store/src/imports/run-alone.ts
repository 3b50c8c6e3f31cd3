import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** The space of advisory locks of `runAlone`, in which a name's hash is the key. */
const LOCK_SPACE = 7_264_119;

/**
 * How the work went that nobody else does under the same name in this database; null, and it is not begun, where somebody
 * does. A server keeps the lock for the session, which it ends when the process is gone; the embedded database is one
 * session for all of a process, so that `here` tells of those.
 */
export async function runAlone<T>(
  db: Kysely<Schema>,
  here: Set<string>,
  name: string,
  work: () => Promise<T>,
): Promise<PromiseSettledResult<T> | null> {
  if (here.has(name)) return null;
  here.add(name);
  try {
    return await db.connection().execute(async (held) => {
      const lock = sql`${LOCK_SPACE}::integer, hashtext(${name})`;
      const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${lock}) as taken`.execute(held);
      if (rows[0]?.taken !== true) return null;
      const [outcome] = await Promise.allSettled([work()]);
      // A connection that broke meanwhile took the lock with it: what was done is done.
      await sql`select pg_advisory_unlock(${lock})`.execute(held).catch(() => undefined);
      return outcome;
    });
  } finally {
    here.delete(name);
  }
}
