import { openEmbeddedStore } from './embedded/open-embedded-store.ts';
import { openServerStore } from './server/open-server-store.ts';
import type { Store } from './store.ts';

export interface OpenStoreOptions {
  /** Directory of the embedded database, created if missing. Not used with `databaseUrl`. */
  readonly dataDir: string;
  /** `postgresql://…`: use this server instead of the embedded database. */
  readonly databaseUrl?: string | undefined;
  /** Told of what was put right without the caller's help: a lost connection, a restarted engine. */
  readonly onWarning?: (message: string) => void;
  /** Where pglite-worker.mjs is, if it is not to be found as `@corridor/store/pglite-worker`. */
  readonly workerUrl?: URL | undefined;
}

/**
 * Opens the store and brings its schema up to date. Embedded: some seconds the first time, under one later (idle machine).
 * Throws StoreError `directory-locked`, `directory-unusable`, `disk-full`, `hung`, `unreachable` or `version`.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataDir, databaseUrl, workerUrl, onWarning = (message) => process.emitWarning(message) } = options;
  if (databaseUrl) return openServerStore(databaseUrl, onWarning);
  return openEmbeddedStore({ dataDir, workerUrl, onWarning });
}
