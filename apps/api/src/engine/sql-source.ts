import { districtExtent, type GeographyContext, geometryOfPlaces } from '@corridor/incident-table';
import type { SqlEngine, Store } from '@corridor/store';
import type { EngineSource, EngineState } from './engine-source.ts';
import { SqlQueryEngine } from './sql-query-engine.ts';

/** An engine by SQL that is told of a portfolio's geography. */
export function createSqlEngine(store: Store, geography: GeographyContext): SqlEngine {
  return store.sqlEngine({
    districts: geography.districts,
    sites: geography.sites,
    routes: geography.routes,
    relationsOf: (places) => geometryOfPlaces(places, geography),
    boxOf: (district) => {
      const box = districtExtent(geography, district);
      return box[0] <= box[2] ? box : null;
    },
  });
}

/** Follows the database without holding its incidents. */
export async function openSqlSource(
  store: Store,
  sqlEngine: SqlEngine,
  { routes, sites }: Pick<GeographyContext, 'sites' | 'routes'>,
): Promise<EngineSource> {
  const read = async (): Promise<EngineState> => ({
    engine: await SqlQueryEngine.open(store, sqlEngine),
    sites,
    routes,
  });
  let state = await read();
  return {
    kind: 'sql',
    current: () => state,
    async next() {
      if ((await store.revision()) > state.engine.revision) state = await read();
      return state;
    },
    changedSince: async () => null,
  };
}
