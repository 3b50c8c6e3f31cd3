import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pool } from 'pg';
import { openPool } from '../open-pool.ts';
import { StoreError, toStoreError } from '../store-error.ts';
import { DirectoryLock } from './directory-lock.ts';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { checkFreeSpace, freeBytesOf } from './free-space.ts';
import { makeDatabase } from './make-database.ts';
import type { PgliteLimits } from './pglite-process.ts';

export interface EmbeddedStoreOptions {
  readonly dataDir: string;
  readonly onWarning: (message: string) => void;
  readonly workerUrl?: URL | undefined;
  readonly limits?: PgliteLimits;
  readonly freeBytes?: (directory: string) => Promise<number>;
}

/** The database of a data directory, whatever is in it. */
export interface EmbeddedDatabase {
  readonly pool: Pool;
  /** Throws StoreError `disk-full` where records of this size, as JSON, have no room. */
  readonly checkSpace: (payloadBytes: number) => Promise<void>;
  /** To be called when the pool has ended. Lets go of the directory. */
  readonly close: () => Promise<void>;
}

const LIMITS: PgliteLimits = { openMs: 120_000, queryMs: 60_000 };

/** PGlite has one session; more connections than this only wait in line. */
const CONNECTIONS = 4;

/**
 * Opens the database under `dataDir`, creating it if need be, and holds the directory's lock until it is closed.
 * `prepare` is the first that is done with it; if that fails, all is closed again.
 */
export async function openEmbeddedDatabase(
  options: EmbeddedStoreOptions,
  prepare: (pool: Pool) => Promise<void>,
): Promise<EmbeddedDatabase> {
  const { onWarning, limits = LIMITS, freeBytes = freeBytesOf, workerUrl = installedWorkerUrl() } = options;
  const dataDir = resolve(options.dataDir);
  const lock = await takeDirectory(dataDir);
  const directory = await makeDatabase(dataDir, workerUrl, limits).catch(async (error: unknown) => {
    await lock.release();
    throw await openingError(error, dataDir, freeBytes);
  });
  const database = new EmbeddedPostgres({ workerUrl, directory, limits, onWarning });
  const pool = openPool({ ...database.poolConfig(), max: CONNECTIONS }, onWarning);
  const close = async () => {
    await database.close();
    await lock.release();
  };
  try {
    await prepare(pool);
  } catch (error) {
    await pool.end();
    await close();
    throw await openingError(error, dataDir, freeBytes);
  }
  return { pool, checkSpace: (payloadBytes) => checkFreeSpace(dataDir, payloadBytes, freeBytes), close };
}

/** Found through the package's own exports, so that it is right from a bundle in another folder as well. */
function installedWorkerUrl(): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve('@corridor/store/pglite-worker'));
}

async function takeDirectory(dataDir: string): Promise<DirectoryLock> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await DirectoryLock.take(dataDir);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = toStoreError(error);
    throw reason.code === 'disk-full' ? reason : unusable(dataDir, error);
  }
}

/** PGlite gives no reason when it cannot open: a full disk is told by the disk. */
async function openingError(
  error: unknown,
  dataDir: string,
  freeBytes: (directory: string) => Promise<number>,
): Promise<StoreError> {
  const reason = toStoreError(error);
  if (reason.code !== 'stopped' && reason.code !== 'query-failed' && reason.code !== 'hung') return reason;
  try {
    await checkFreeSpace(dataDir, 0, freeBytes);
  } catch (full) {
    return new StoreError('disk-full', `${toStoreError(full).message}; the database does not open`, error);
  }
  return reason.code === 'hung' ? reason : unusable(dataDir, error);
}

function unusable(dataDir: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError('directory-unusable', `the database in ${dataDir} cannot be opened: ${reason}`, error);
}
