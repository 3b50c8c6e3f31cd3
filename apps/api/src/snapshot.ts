import type { PortfolioInfo } from '@corridor/domain';
import type { EngineState } from './engine/engine-source.ts';
import { type KnownValues, knownValues } from './params/known-values.ts';

/** Everything at one revision. A request takes one snapshot and answers from nothing else. */
export interface Snapshot extends EngineState {
  readonly revision: number;
  readonly known: KnownValues;
}

export function createSnapshot(info: PortfolioInfo, { engine, routes, sites }: EngineState): Snapshot {
  return { revision: engine.revision, engine, sites, routes, known: knownValues(engine, info, sites, routes) };
}
