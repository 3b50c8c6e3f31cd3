import type { Store } from '@corridor/store';
import type { EngineSource, EngineState } from './engine/engine-source.ts';
import type { Snapshot } from './snapshot.ts';

/** The data as of the newest revision that answers, kept in step with the store. */
export interface LiveData {
  current(): Snapshot;
  /** Calls the listener after each change, once the new snapshot answers. Returns how to stop. */
  onChange(listener: (snapshot: Snapshot) => void): () => void;
  stop(): void;
}

export interface LiveDataOptions {
  readonly store: Store;
  readonly source: EngineSource;
  readonly createSnapshot: (state: EngineState) => Snapshot;
  readonly onError: (error: unknown) => void;
}

const RETRY_MS = 5_000;
/** Following the store takes at most a third of the time: the rest is for answers. */
const REST_FACTOR = 2;

/**
 * Follows the store: the old snapshot answers until the new one stands. Announcements meanwhile, and while it rests after
 * a step, are answered by one more step. A step that fails leaves the data as they are, reports the error and is tried
 * again.
 */
export async function followStore({ createSnapshot, onError, source, store }: LiveDataOptions): Promise<LiveData> {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let announced = 0;
  let busy = false;
  let stopped = false;
  let resting: NodeJS.Timeout | undefined;
  let snapshot = createSnapshot(source.current());

  async function catchUp(): Promise<void> {
    if (busy || stopped || resting !== undefined || snapshot.revision >= announced) return;
    busy = true;
    const start = performance.now();
    let rest = RETRY_MS;
    try {
      const state = await source.next();
      if (state.engine.revision > snapshot.revision) {
        snapshot = createSnapshot(state);
        for (const listener of listeners) listener(snapshot);
        rest = REST_FACTOR * (performance.now() - start);
      }
    } catch (error) {
      if (!stopped) onError(error);
    }
    busy = false;
    if (stopped) return;
    resting = setTimeout(() => {
      resting = undefined;
      void catchUp();
    }, rest);
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
      clearTimeout(resting);
      listeners.clear();
    },
  };
}
