import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { openEmbeddedStore } from '../embedded/open-embedded-store.ts';

/** Where the worker is, as seen from the sources. */
export const WORKER_URL = new URL('../embedded/pglite-worker.mjs', import.meta.url);

/** Creating a database takes seconds, copying one does not: makes one, then copies of it. */
export class EmbeddedTemplate {
  readonly #home: string;
  #count = 0;

  private constructor(home: string) {
    this.#home = home;
  }

  static async create(): Promise<EmbeddedTemplate> {
    const home = await mkdtemp(join(tmpdir(), 'corridor-store-'));
    const store = await openEmbeddedStore({ dataDir: join(home, 'template'), onWarning: () => undefined });
    await store.close();
    return new EmbeddedTemplate(home);
  }

  /** A data directory with an empty, migrated store. */
  async copy(): Promise<string> {
    this.#count++;
    const directory = join(this.#home, `copy-${this.#count}`);
    await cp(join(this.#home, 'template'), directory, { recursive: true });
    return directory;
  }

  async remove(): Promise<void> {
    await rm(this.#home, { recursive: true, force: true });
  }
}

/** Runs SQL on the database of a data directory that no store has open. */
export async function runEmbeddedSql(dataDir: string, text: string): Promise<void> {
  const database = new EmbeddedPostgres({
    workerUrl: WORKER_URL,
    directory: join(dataDir, 'postgres'),
    limits: { openMs: 60_000, queryMs: 60_000 },
    onWarning: () => undefined,
  });
  const client = new pg.Client(database.poolConfig());
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
    await database.close();
  }
}
