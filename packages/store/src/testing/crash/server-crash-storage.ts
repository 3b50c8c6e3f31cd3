import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openStore } from '../../open-store.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../throwaway-postgres.ts';
import { CrashFault } from './crash-fault.ts';
import type { CrashedDatabase, CrashStorage, StorePlace } from './crash-storage.ts';
import { fillOldDatabase } from './old-database.ts';
import { RecordModel } from './record-model.ts';

const quiet = () => undefined;

/** Databases of a throwaway PostgreSQL server. */
export class ServerCrashStorage implements CrashStorage {
  readonly server: CrashStorage['server'];
  readonly #postgres: ThrowawayPostgres;
  readonly #templates = new Map<string, Promise<Template>>();

  private constructor(postgres: ThrowawayPostgres) {
    this.#postgres = postgres;
    this.server = postgres.server;
  }

  static async create(): Promise<ServerCrashStorage> {
    return new ServerCrashStorage(await startThrowawayPostgres());
  }

  async nothing(): Promise<CrashedDatabase> {
    return databaseAt(await this.#postgres.createDatabase(), new RecordModel());
  }

  empty(): Promise<CrashedDatabase> {
    return this.#copy('empty', async (databaseUrl) => {
      await (await openStore({ dataDir: '', databaseUrl, onWarning: quiet })).close();
      return new RecordModel();
    });
  }

  old(migrations: number): Promise<CrashedDatabase> {
    return this.#copy(`old-${migrations}`, async (connectionString) => {
      const pool = new pg.Pool({ connectionString });
      try {
        return await fillOldDatabase(pool, migrations);
      } finally {
        await pool.end();
      }
    });
  }

  /** The server learns that its client is gone only when it next reads from it or writes to it. */
  async settled({ databaseUrl }: StorePlace): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      for (let attempt = 0; attempt < 600; attempt++) {
        const { rows } = await client.query(`
          select from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`);
        if (rows.length === 0) return;
        await sleep(100);
      }
      throw new CrashFault('a minute after its client was killed the server still works for it');
    } finally {
      await client.end();
    }
  }

  remove(): Promise<void> {
    return this.#postgres.stop();
  }

  async #copy(name: string, make: (url: string) => Promise<RecordModel>): Promise<CrashedDatabase> {
    const making = this.#templates.get(name) ?? this.#template(make);
    this.#templates.set(name, making);
    const { model, url } = await making;
    return databaseAt(await this.#postgres.createDatabase(url), model);
  }

  async #template(make: (url: string) => Promise<RecordModel>): Promise<Template> {
    const url = await this.#postgres.createDatabase();
    return { url, model: await make(url) };
  }
}

interface Template {
  readonly url: string;
  readonly model: RecordModel;
}

/** Goes with the server. */
function databaseAt(databaseUrl: string, model: RecordModel): CrashedDatabase {
  return { place: { dataDir: '', databaseUrl }, model, remove: async () => undefined };
}
