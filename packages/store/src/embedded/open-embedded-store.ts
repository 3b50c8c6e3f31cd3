import { resolve } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { maintainDatabase } from '../maintenance/maintain-database.ts';
import { MaintenanceEndpoint } from '../maintenance/maintenance-endpoint.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { RevisionAnnouncer } from '../revision-announcer.ts';
import type { Schema } from '../schema.ts';
import { SqlStore } from '../sql-store.ts';
import type { Store } from '../store.ts';
import { type EmbeddedStoreOptions, openEmbeddedDatabase } from './open-embedded-database.ts';

/**
 * Opens the store under `dataDir`, creating it if need be, and holds the directory's lock until it is closed. Meanwhile it
 * does for other processes what they cannot do themselves: verify, back up.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<Store> {
  const { dataDir, onWarning } = options;
  const { checkSpace, close, pool } = await openEmbeddedDatabase(options, prepareDatabase);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const endpoint = await MaintenanceEndpoint.start(resolve(dataDir), maintainDatabase(db), onWarning);
  return new SqlStore({
    kind: 'embedded',
    pool,
    announcer: new RevisionAnnouncer(onWarning),
    checkSpace,
    quiesce: () => endpoint.stop(),
    close,
  });
}
