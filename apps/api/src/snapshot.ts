import type { PortfolioInfo } from '@corridor/domain';
import type { Store, StoredIncident } from '@corridor/store';
import type { EngineState } from './engine/engine-source.ts';
import { type KnownValues, knownValues } from './params/known-values.ts';

/** What moment the records are shown of: ISO instants in UTC. */
export interface AsOfFacts {
  /** The moment that was asked for; that of the revision where a revision was. Null for revision 0. */
  readonly at: string | null;
  /** When the last write before it was. Null where there was none. */
  readonly writtenAt: string | null;
  /** When the first of all writes was. */
  readonly firstAt: string | null;
}

/** Everything at one revision. A request takes one snapshot and answers from nothing else. */
export interface Snapshot extends EngineState {
  readonly revision: number;
  readonly known: KnownValues;
  /** Null where the present was asked for. */
  readonly asOf: AsOfFacts | null;
}

export function createSnapshot(info: PortfolioInfo, state: EngineState): Snapshot {
  const { engine, routes, sites } = state;
  return { ...state, revision: engine.revision, known: knownValues(engine, info, sites, routes), asOf: null };
}

/**
 * Whole records of a snapshot's incidents, in the order of `ids`: as they stood where it is of the past. The database
 * matches among the newest.
 */
export function recordsOf(
  { asOf, engine, revision }: Snapshot,
  store: Pick<Store, 'incidentsAt' | 'incidentsByIds'>,
  ids: readonly string[],
): Promise<readonly StoredIncident[]> {
  return asOf && engine.kind === 'memory' ? store.incidentsAt(revision, ids) : store.incidentsByIds(ids);
}
