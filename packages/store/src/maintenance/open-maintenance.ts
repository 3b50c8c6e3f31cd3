import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { DATABASE_FOLDER } from '../embedded/make-database.ts';
import { openEmbeddedDatabase } from '../embedded/open-embedded-database.ts';
import type { OpenStoreOptions } from '../open-store.ts';
import type { Schema } from '../schema.ts';
import { openServerPool } from '../server/open-server-pool.ts';
import { StoreError } from '../store-error.ts';
import { type Maintenance, maintainDatabase } from './maintain-database.ts';
import { readAddress } from './maintenance-address.ts';
import { createMaintenanceClient } from './maintenance-client.ts';

/**
 * Opens a database for maintenance, as it is. An embedded one that a running server has open is asked through that server.
 * Throws StoreError `directory-unusable` where there is none, `directory-locked` where the process that has it open does
 * not answer, and as `openStore` otherwise.
 */
export async function openMaintenance(options: OpenStoreOptions): Promise<Maintenance & { close(): Promise<void> }> {
  const { databaseUrl, dataDir, onWarning = (message) => process.emitWarning(message), workerUrl } = options;
  if (databaseUrl) return overPool(openServerPool(databaseUrl, 0, onWarning), async () => undefined);
  const directory = resolve(dataDir);
  if (!existsSync(join(directory, DATABASE_FOLDER))) {
    throw new StoreError('directory-unusable', `there is no database in ${directory}`);
  }
  try {
    const opened = await openEmbeddedDatabase({ dataDir, onWarning, workerUrl }, async (pool) => {
      await pool.query('select 1');
    });
    return overPool(opened.pool, opened.close);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'directory-locked') throw error;
    const address = await readAddress(directory);
    if (!address) throw error;
    return { ...createMaintenanceClient(address), close: async () => undefined };
  }
}

function overPool(pool: Pool, close: () => Promise<void>): Maintenance & { close(): Promise<void> } {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    ...maintainDatabase(db),
    async close() {
      await pool.end();
      await close();
    },
  };
}
