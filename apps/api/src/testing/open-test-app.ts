import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPortfolio } from '@corridor/cpec-data';
import type { Portfolio } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { openStore, type Store } from '@corridor/store';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import type { Api, AppDeps } from '../app-env.ts';
import { openEngineSource } from '../engine/open-engine-source.ts';
import type { EngineKind } from '../engine/query-engine.ts';
import { followStore } from '../live-data.ts';
import { LIMITS } from '../load/limits.ts';
import { KeptEncodings } from '../services/kept-encodings.ts';
import { createSnapshot } from '../snapshot.ts';

/** The real application over the default portfolio in an embedded store of its own. */
export interface TestApp {
  readonly app: Api;
  readonly portfolio: Portfolio;
  readonly store: Store;
  /** Aborting it ends event streams, as stopping the server does. */
  readonly stopping: AbortController;
  close(): Promise<void>;
}

export async function openTestApp({
  queryEngine = 'memory',
  ...options
}: Partial<Pick<AppDeps, 'webRoot' | 'tilesUrl' | 'logger' | 'limits' | 'unsentBytes'>> & {
  readonly queryEngine?: EngineKind;
} = {}): Promise<TestApp> {
  const directory = await mkdtemp(join(tmpdir(), 'corridor-api-'));
  const portfolio = await loadPortfolio();
  const store = await openStore({ dataDir: directory });
  await store.loadPortfolio(portfolio);
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
  const stopping = new AbortController();
  const app = createApp({
    store,
    portfolio,
    boundaries,
    live,
    source,
    engineReason: reason,
    kept: new KeptEncodings(),
    limits: LIMITS,
    unsentBytes: () => 0,
    logger: pino({ level: 'silent' }),
    webRoot: null,
    tilesUrl: undefined,
    stopping: stopping.signal,
    ...options,
  });
  return {
    app,
    portfolio,
    store,
    stopping,
    async close() {
      stopping.abort();
      live.stop();
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
