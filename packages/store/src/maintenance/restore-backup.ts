import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { type AuditReport, verifyAudit } from '../audit/verify-audit.ts';
import { type BackupContent, inspectBackup } from '../backup/read-backup.ts';
import { checkEmpty, restoreRows } from '../backup/restore-rows.ts';
import { openEmbeddedDatabase } from '../embedded/open-embedded-database.ts';
import { migrate } from '../migrations/migrate.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { OpenStoreOptions } from '../open-store.ts';
import { prepareDatabase } from '../prepare-database.ts';
import type { Schema } from '../schema.ts';
import { openServerPool } from '../server/open-server-pool.ts';
import { toStoreError } from '../store-error.ts';

export interface Restored {
  readonly content: BackupContent;
  /** Of the audit trail as it was restored, compared with its end as the backup states it. */
  readonly report: AuditReport;
}

/**
 * Restores a backup into an empty database, which is created if it is an embedded one: the tables of the backup's
 * migrations, all rows in one transaction, and then what this program's newer migrations make of them. Costs about as much
 * as loading the incidents did. Throws StoreError `backup-unusable` or `not-empty` before anything is written.
 */
export async function restoreBackup(
  options: OpenStoreOptions,
  file: string,
  onProgress: (rows: number, total: number) => void = () => undefined,
): Promise<Restored> {
  const { databaseUrl, dataDir, onWarning = (message) => process.emitWarning(message), workerUrl } = options;
  const content = await inspectBackup(file);
  const work = async (pool: Pool, checkSpace: (bytes: number) => Promise<void>) => {
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    await checkEmpty(db, content.manifest);
    await checkSpace(content.bytes);
    await migrate(pool, MIGRATIONS.slice(0, content.manifest.migrations.length));
    await restoreRows(db, file, (rows) => onProgress(rows, content.rows));
    await prepareDatabase(pool);
    const { head } = content.manifest;
    return { content, report: await verifyAudit(db, head ? { head } : {}) };
  };
  try {
    if (databaseUrl) {
      const pool = openServerPool(databaseUrl, 0, onWarning);
      return await work(pool, async () => undefined).finally(() => pool.end());
    }
    const database = await openEmbeddedDatabase({ dataDir, onWarning, workerUrl }, async () => undefined);
    return await work(database.pool, database.checkSpace).finally(async () => {
      await database.pool.end();
      await database.close();
    });
  } catch (error) {
    throw toStoreError(error);
  }
}
