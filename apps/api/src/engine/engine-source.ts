import type { Route, Site } from '@corridor/domain';
import type { EngineKind, QueryEngine } from './query-engine.ts';

/** An engine and what it knows of sites and routes, all of one revision. */
export interface EngineState {
  readonly engine: QueryEngine;
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
}

/** Where engines come from: one for each revision. */
export interface EngineSource {
  readonly kind: EngineKind;
  /** The newest state that was taken. */
  current(): EngineState;
  /** Takes the newest revision of the store; the same state where there is none. */
  next(): Promise<EngineState>;
  /** Keys of incidents that changed after a revision, and maybe of some more; null where that is not remembered. */
  changedSince(revision: number): Promise<ReadonlySet<number> | null>;
}
