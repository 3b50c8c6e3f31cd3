import type { Incident, PortfolioInfo } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { IncidentTable } from '@corridor/incident-table';
import type { Store } from '@corridor/store';
import { createSnapshot, type Snapshot } from './snapshot.ts';

/** The incident table in memory, kept in step with the store. */
export interface LiveTable {
  current(): Snapshot;
  /** Calls the listener after each change, once the new snapshot answers. Returns how to stop. */
  onChange(listener: (snapshot: Snapshot) => void): () => void;
  stop(): void;
}

export interface LiveTableOptions {
  readonly store: Store;
  readonly info: PortfolioInfo;
  readonly boundaries: Boundaries;
  readonly onError: (error: unknown) => void;
}

const RETRY_MS = 5_000;

/**
 * Loads the whole table and loads it again after each revision that the store announces. Announcements during a load
 * are answered by one more load. A load that fails keeps the table that is there, reports the error and is
 * tried again.
 */
export async function followStore(options: LiveTableOptions): Promise<LiveTable> {
  const { store, onError } = options;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let announced = 0;
  let busy = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let snapshot = await loadSnapshot(options);

  async function catchUp(): Promise<void> {
    if (busy || stopped) return;
    busy = true;
    try {
      while (snapshot.revision < announced) {
        const next = await loadSnapshot(options);
        if (next.revision <= snapshot.revision) break;
        snapshot = next;
        for (const listener of listeners) listener(snapshot);
      }
    } catch (error) {
      if (stopped) return;
      onError(error);
      retry = setTimeout(catchUp, RETRY_MS);
    } finally {
      busy = false;
    }
  }
  const unsubscribe = store.onRevision((revision) => {
    announced = Math.max(announced, revision);
    void catchUp();
  });
  announced = Math.max(announced, await store.revision());
  await catchUp();

  return {
    current: () => snapshot,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(retry);
      listeners.clear();
    },
  };
}

const MAX_ATTEMPTS = 5;

/** Reads everything at one revision: when a write comes between, it reads again. */
async function loadSnapshot({ store, info, boundaries }: LiveTableOptions): Promise<Snapshot> {
  for (let attempt = 1; ; attempt++) {
    const revision = await store.revision();
    const [sites, routes, incidents] = [await store.sites(), await store.routes(), await loadIncidents(store)];
    if (attempt === MAX_ATTEMPTS || (await store.revision()) === revision) {
      return createSnapshot({
        table: IncidentTable.fromIncidents(incidents, revision),
        sites,
        routes,
        info,
        boundaries,
      });
    }
  }
}

async function loadIncidents(store: Store): Promise<Incident[]> {
  const incidents: Incident[] = [];
  for await (const batch of store.eachIncident()) incidents.push(...batch.map(({ incident }) => incident));
  return incidents;
}
