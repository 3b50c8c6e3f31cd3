import type { EngineKind, QueryEngine } from './query-engine.ts';
import type { Targets } from './targets-at.ts';

/** An engine and what it knows of sites and routes, all of one revision. */
export interface EngineState extends Targets {
  readonly engine: QueryEngine;
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
