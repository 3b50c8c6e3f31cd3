import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../embedded/embedded-postgres.ts';
import { openStore } from '../../open-store.ts';
import { WORKER_URL } from '../embedded-storage.ts';
import type { CrashedDatabase, CrashStorage } from './crash-storage.ts';
import { fillOldDatabase } from './old-database.ts';
import { RecordModel } from './record-model.ts';

const quiet = () => undefined;

/** Data directories of embedded databases. */
export class EmbeddedCrashStorage implements CrashStorage {
  readonly server = null;
  readonly #home: string;
  readonly #templates = new Map<string, Promise<RecordModel>>();
  #count = 0;

  private constructor(home: string) {
    this.#home = home;
  }

  static async create(): Promise<EmbeddedCrashStorage> {
    return new EmbeddedCrashStorage(await mkdtemp(join(tmpdir(), 'corridor-crash-')));
  }

  async nothing(): Promise<CrashedDatabase> {
    return this.#database(new RecordModel());
  }

  empty(): Promise<CrashedDatabase> {
    return this.#copy('empty', makeEmptyStore);
  }

  old(migrations: number): Promise<CrashedDatabase> {
    return this.#copy(`old-${migrations}`, (dataDir) => makeOldDirectory(dataDir, migrations));
  }

  async settled(): Promise<void> {
    // The database was in the process that was killed.
  }

  remove(): Promise<void> {
    return rm(this.#home, { recursive: true, force: true });
  }

  async #copy(name: string, make: (dataDir: string) => Promise<RecordModel>): Promise<CrashedDatabase> {
    const template = join(this.#home, name);
    const making = this.#templates.get(name) ?? make(template);
    this.#templates.set(name, making);
    const database = this.#database(await making);
    await cp(template, database.place.dataDir, { recursive: true });
    return database;
  }

  #database(model: RecordModel): CrashedDatabase {
    const dataDir = join(this.#home, `database-${++this.#count}`);
    return { place: { dataDir }, model, remove: () => rm(dataDir, { recursive: true, force: true }) };
  }
}

async function makeEmptyStore(dataDir: string): Promise<RecordModel> {
  await (await openStore({ dataDir, onWarning: quiet })).close();
  return new RecordModel();
}

async function makeOldDirectory(dataDir: string, migrations: number): Promise<RecordModel> {
  await mkdir(dataDir);
  const limits = { openMs: 120_000, queryMs: 120_000 };
  const database = new EmbeddedPostgres({
    ...{ workerUrl: WORKER_URL, directory: join(dataDir, 'postgres'), limits, onWarning: quiet },
  });
  const pool = new pg.Pool(database.poolConfig());
  try {
    return await fillOldDatabase(pool, migrations);
  } finally {
    await pool.end();
    await database.close();
  }
}
