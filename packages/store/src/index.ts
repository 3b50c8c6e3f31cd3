export { type OpenStoreOptions, openStore } from './open-store.ts';
export type { IncidentVersion, LoadedPortfolio, Store, StoredIncident } from './store.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
