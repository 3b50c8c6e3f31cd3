import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPortfolio } from '@corridor/cpec-data';
import { countedOnly, DEFAULT_ORIGIN_RULES, type Portfolio } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { openStore, type Store } from '@corridor/store';
import { pino } from 'pino';
import { type Access, type AccessSettings, openAccess } from '../access/access.ts';
import { type AuditLog, createAuditLog } from '../access/audit-log.ts';
import { createApp } from '../app.ts';
import type { Api, AppDeps } from '../app-env.ts';
import { openEngineSource } from '../engine/open-engine-source.ts';
import type { EngineKind } from '../engine/query-engine.ts';
import { type FeedsOptions, openFeeds } from '../feeds/open-feeds.ts';
import { DEFAULT_ORIGIN_AGES } from '../feeds/origin-freshness.ts';
import { followStore } from '../live-data.ts';
import { LIMITS } from '../load/limits.ts';
import { createPastData } from '../past-data.ts';
import { createImportContext } from '../services/imports/create-import-context.ts';
import { ImportFiles } from '../services/imports/import-files.ts';
import { ImportRunner } from '../services/imports/import-runner.ts';
import { KeptEncodings } from '../services/kept-encodings.ts';
import { createSnapshot } from '../snapshot.ts';
import { anExtractor } from './an-extractor.ts';

/** The real application over the default portfolio in an embedded store of its own. */
export interface TestApp {
  readonly app: Api;
  readonly portfolio: Portfolio;
  readonly store: Store;
  readonly access: Access;
  readonly imports: ImportRunner;
  /** What was recorded so far. */
  readonly acts: readonly Parameters<AuditLog['record']>[0][];
  /** Aborting it ends event streams, as stopping the server does. */
  readonly stopping: AbortController;
  close(): Promise<void>;
}

export async function openTestApp({
  queryEngine = 'memory',
  access: settings,
  now,
  databaseUrl,
  feeds: watching,
  ...options
}: Partial<Pick<AppDeps, 'countedOnly' | 'webRoot' | 'tilesUrl' | 'logger' | 'limits' | 'unsentBytes'>> & {
  readonly queryEngine?: EngineKind;
  /** Open to everybody by default. */
  readonly access?: Partial<AccessSettings>;
  readonly now?: () => number;
  /** A PostgreSQL to share with other applications, instead of an embedded store of its own. */
  readonly databaseUrl?: string;
  /** Nothing is watched by default, and articles are read by `anExtractor`. */
  readonly feeds?: Partial<FeedsOptions>;
} = {}): Promise<TestApp> {
  const directory = await mkdtemp(join(tmpdir(), 'corridor-api-'));
  const portfolio = await loadPortfolio();
  const store = await openStore({ dataDir: directory, databaseUrl });
  if (await store.isEmpty()) await store.loadPortfolio(portfolio);
  const { info, basemap } = portfolio;
  const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
  const { reason, source } = await openEngineSource({ store, info, boundaries, wanted: queryEngine });
  const live = await followStore({
    store,
    source,
    createSnapshot: (state) => createSnapshot(info, state),
    onError: (error) => {
      throw error;
    },
  });
  const acts: Parameters<AuditLog['record']>[0][] = [];
  const logger = options.logger ?? pino({ level: 'silent' });
  const access = await openAccess({
    database: store.accounts,
    settings: {
      mode: 'open',
      baseUrl: undefined,
      hosts: null,
      trustProxy: true,
      provider: null,
      secret: undefined,
      ...settings,
    },
    audit: {
      record: async (act) => {
        acts.push(act);
        await createAuditLog(store).record(act);
      },
    },
    logger,
    ...(now ? { now } : {}),
  });
  const imports = new ImportRunner({
    deps: { store, boundaries, context: createImportContext(portfolio, boundaries), runner: randomUUID() },
    files: new ImportFiles(join(directory, 'imports')),
    maxBytes: (options.limits ?? LIMITS).uploads.maxBytes,
    onError: (error) => {
      throw error;
    },
  });
  const feeds = openFeeds({ store, sources: [], extractor: anExtractor(), logger, ...watching });
  const stopping = new AbortController();
  const app = createApp({
    store,
    portfolio,
    boundaries,
    live,
    past: createPastData({ store, info, boundaries, live, limits: LIMITS.past, ...(now ? { now } : {}) }),
    access,
    feeds,
    source,
    countedOnly: countedOnly(DEFAULT_ORIGIN_RULES),
    originAges: DEFAULT_ORIGIN_AGES,
    namedOrigins: [],
    engineReason: reason,
    kept: new KeptEncodings(),
    imports,
    limits: LIMITS,
    unsentBytes: () => 0,
    logger,
    webRoot: null,
    tilesUrl: undefined,
    stopping: stopping.signal,
    ...options,
  });
  return {
    app,
    portfolio,
    store,
    access,
    imports,
    acts,
    stopping,
    async close() {
      access.stop();
      await feeds.stop();
      stopping.abort();
      live.stop();
      await imports.stop();
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
