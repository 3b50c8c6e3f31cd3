import { districtExtent, type GeographyContext, geometryOfPlaces } from '@corridor/incident-table';
import type { SqlEngine, Store } from '@corridor/store';
import type { EngineSource, EngineState } from './engine-source.ts';
import { SqlQueryEngine } from './sql-query-engine.ts';
import { targetsAt } from './targets-at.ts';

/** An engine by SQL that is told of a portfolio's geography; sites and routes it reads. */
export function createSqlEngine(
  store: Store,
  { boundaries, districts }: Pick<GeographyContext, 'boundaries' | 'districts'>,
): SqlEngine {
  return store.sqlEngine({
    districts,
    relationsOf: (places, targets) => geometryOfPlaces(places, { boundaries, districts, ...targets }),
    boxOf: (district) => {
      const box = districtExtent({ boundaries, districts, sites: [], routes: [] }, district);
      return box[0] <= box[2] ? box : null;
    },
  });
}

/** Follows the database without holding its incidents. */
export async function openSqlSource(store: Store, sqlEngine: SqlEngine): Promise<EngineSource> {
  const read = async (before?: EngineState): Promise<EngineState> => {
    const engine = await SqlQueryEngine.open(store, sqlEngine);
    return { engine, ...(await targetsAt(store, engine.revision, before)) };
  };
  let state = await read();
  return {
    kind: 'sql',
    current: () => state,
    async next() {
      if ((await store.revision()) > state.engine.revision) state = await read(state);
      return state;
    },
    changedSince: async () => null,
  };
}
