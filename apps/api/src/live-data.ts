import type { Store } from '@corridor/store';
import type { EngineSource, EngineState } from './engine/engine-source.ts';
import type { Snapshot } from './snapshot.ts';

/** The data as of the newest revision that answers, kept in step with the store. */
export interface LiveData {
  current(): Snapshot;
  /** Calls the listener after each change, once the new snapshot answers. Returns how to stop. */
  onChange(listener: (snapshot: Snapshot) => void): () => void;
  /**
   * Resolves once answers are as of a revision, or after `longestMs`. Somebody waits for what was just written: it rests
   * less before the next step than for what others write.
   */
  reach(revision: number, longestMs: number): Promise<void>;
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
/** At most half of it where somebody waits for what was just written. */
const REST_FACTOR_AWAITED = 1;

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
  let awaited = 0;
  /** Until when it rests, as things are and where somebody waits. */
  let rested = { at: 0, atAwaited: 0 };
  let snapshot = createSnapshot(source.current());

  async function catchUp(): Promise<void> {
    if (busy || stopped || resting !== undefined || snapshot.revision >= announced) return;
    busy = true;
    const start = performance.now();
    let tookMs: number | null = null;
    try {
      const state = await source.next();
      if (state.engine.revision > snapshot.revision) {
        snapshot = createSnapshot(state);
        for (const listener of listeners) listener(snapshot);
        tookMs = performance.now() - start;
      }
    } catch (error) {
      if (!stopped) onError(error);
    }
    busy = false;
    if (stopped) return;
    const end = performance.now();
    rested = {
      at: end + (tookMs === null ? RETRY_MS : REST_FACTOR * tookMs),
      atAwaited: end + (tookMs === null ? RETRY_MS : REST_FACTOR_AWAITED * tookMs),
    };
    rest();
  }
  function rest(): void {
    clearTimeout(resting);
    const until = awaited > snapshot.revision ? rested.atAwaited : rested.at;
    resting = setTimeout(
      () => {
        resting = undefined;
        void catchUp();
      },
      Math.max(0, until - performance.now()),
    );
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
    reach(revision, longestMs) {
      if (stopped || snapshot.revision >= revision) return Promise.resolve();
      awaited = Math.max(awaited, revision);
      if (resting !== undefined) rest();
      return new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          listeners.delete(listener);
          resolve();
        };
        const listener = (next: Snapshot): void => {
          if (next.revision >= revision) end();
        };
        const timer = setTimeout(end, longestMs);
        listeners.add(listener);
      });
    },
    stop() {
      stopped = true;
      unsubscribe();
      clearTimeout(resting);
      listeners.clear();
    },
  };
}
