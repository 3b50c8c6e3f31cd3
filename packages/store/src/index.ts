export { distributeStore } from './citus/distribute-store.ts';
export { type OpenStoreOptions, openStore } from './open-store.ts';
export type { SqlEngine, SqlEngineState, SqlMatches } from './query/sql-engine.ts';
export type { PlaceRelations, SqlGeography, StoredPlace } from './query/sql-geography.ts';
export type { TextMatches } from './query/text-matches.ts';
export type {
  Changes,
  IncidentTexts,
  IncidentVersion,
  KeyedIncident,
  LoadedPortfolio,
  Store,
  StoredIncident,
} from './store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
