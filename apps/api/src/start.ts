import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { countedOnly, formatIssue, type Portfolio } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { openStore, type Store } from '@corridor/store';
import type { Logger } from 'pino';
import { openAccess } from './access/access.ts';
import { createAuditLog } from './access/audit-log.ts';
import { makeFirstAdminLink } from './access/one-time-links.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { openEngineSource } from './engine/open-engine-source.ts';
import { extractionNames } from './feeds/extraction-names.ts';
import { ExtractionThread } from './feeds/extraction-thread.ts';
import { openFeeds } from './feeds/open-feeds.ts';
import { readSourcesFile } from './feeds/sources-file.ts';
import { fillOnce } from './fill-once.ts';
import { followStore } from './live-data.ts';
import { LIMITS } from './load/limits.ts';
import { OpenResponses } from './load/open-responses.ts';
import { createPastData } from './past-data.ts';
import { listen } from './server.ts';
import { createImportContext } from './services/imports/create-import-context.ts';
import { ImportFiles } from './services/imports/import-files.ts';
import { ImportRunner } from './services/imports/import-runner.ts';
import { KeptEncodings } from './services/kept-encodings.ts';
import { createSnapshot } from './snapshot.ts';

export interface StartDeps {
  readonly config: Config;
  readonly loadPortfolio: () => Promise<Portfolio>;
  readonly webRoot: string | null;
  /** Where feeds/extraction-worker.ts is built. */
  readonly extractionWorker: URL;
  readonly logger: Logger;
  /** Plain lines for the person who started it. */
  readonly say: (line: string) => void;
}

export interface Running {
  readonly url: string;
  /** Ends event streams, finishes requests in flight, closes the store. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

const GRACE_MS = 10_000;

/** Store, portfolio on the first start, table, application, port, in this order. What was opened is closed on failure. */
export async function start({
  config,
  extractionWorker,
  loadPortfolio,
  webRoot,
  logger,
  say,
}: StartDeps): Promise<Running> {
  const { dataDir, databaseUrl, tilesUrl } = config;
  if (databaseUrl === undefined && !existsSync(dataDir)) say('Creating the database …');
  // Read while the database opens in its worker: each takes about a second of a core.
  const loading = loadPortfolio();
  loading.catch(() => undefined);
  const sources = await readSourcesFile(config.sourcesFile);
  const store = await openStore({ dataDir, databaseUrl, onWarning: (message) => logger.warn(message) });
  try {
    const portfolio = await loading;
    for (const issue of portfolio.issues) logger.warn({ issue }, `refused: ${formatIssue(issue)}`);
    await fillOnce(store, portfolio, say);
    const { info, basemap } = portfolio;
    const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
    const { reason, source } = await openEngineSource({ store, info, boundaries, wanted: config.queryEngine });
    logger.info({ engine: source.kind, reason }, 'the engine is chosen');
    const live = await followStore({
      store,
      source,
      createSnapshot: (state) => createSnapshot(info, state),
      onError: (error) => logger.error({ err: error }, 'the data could not be brought up to date'),
    });
    const access = await openAccess({
      database: store.accounts,
      settings: config.access,
      audit: createAuditLog(store),
      logger,
    });
    const imports = new ImportRunner({
      deps: { store, boundaries, context: createImportContext(portfolio, boundaries), runner: randomUUID() },
      files: new ImportFiles(join(dataDir, 'imports')),
      maxBytes: LIMITS.uploads.maxBytes,
      onError: (error) => logger.error({ err: error }, 'an import went wrong'),
    });
    await imports.recover();
    const extractor = new ExtractionThread({
      worker: extractionWorker,
      names: extractionNames(portfolio),
      onError: (error) => logger.error({ err: error }, 'the worker that reads articles did not start'),
    });
    const feeds = openFeeds({ store, sources, extractor, proposals: config.proposals, logger });
    const stopping = new AbortController();
    // Each open stream of live events listens, and there may be as many as there are readers.
    setMaxListeners(0, stopping.signal);
    const responses = new OpenResponses();
    const app = createApp({
      store,
      portfolio,
      boundaries,
      live,
      past: createPastData({ store, info, boundaries, live, limits: LIMITS.past }),
      access,
      feeds,
      source,
      countedOnly: countedOnly(config.originRules),
      originAges: config.originAges,
      namedOrigins: config.namedOrigins,
      engineReason: reason,
      kept: new KeptEncodings(),
      imports,
      limits: LIMITS,
      unsentBytes: () => responses.unsentBytes(),
      logger,
      webRoot,
      tilesUrl,
      stopping: stopping.signal,
    });
    const server = await listen(app, responses, config);
    await welcomeFirstAdmin(store, config.access.baseUrl ?? server.url, say);
    const end = async () => {
      live.stop();
      access.stop();
      await feeds.stop();
      stopping.abort();
      await server.stop(GRACE_MS);
      await extractor.stop();
      await imports.stop();
      await store.close();
    };
    let ended: Promise<void> | null = null;
    return { url: server.url, stop: () => (ended ??= end()) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The one link that makes the first admin: printed at each start until there is one, and never logged. */
async function welcomeFirstAdmin(store: Store, url: string, say: (line: string) => void): Promise<void> {
  const path = await makeFirstAdminLink(store.accounts);
  if (path !== null) say(`To make yourself the first admin, open (it works once): ${url}${path}`);
}
