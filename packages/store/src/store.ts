import type { Actor, Incident, Portfolio, Route, Site } from '@corridor/domain';

/** An incident as it stands now. `version` counts its own changes from 1; `revision` is the store's at the last one. */
export interface StoredIncident {
  readonly incident: Incident;
  readonly version: number;
  readonly revision: number;
}

/** One entry of an incident's history. `changedAt` is an ISO instant in UTC. */
export interface IncidentVersion {
  readonly version: number;
  readonly revision: number;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly reason: string;
  readonly incident: Incident;
}

/** Which portfolio a store was filled with, and when (ISO instant in UTC). */
export interface LoadedPortfolio {
  readonly id: string;
  readonly name: string;
  readonly loadedAt: string;
}

/**
 * The system of record: the same SQL on the embedded PGlite and on a PostgreSQL server. Every method rejects with a
 * StoreError and nothing else.
 *
 * Every write takes the next revision; revisions are free of gaps and in commit order. To follow the store: read
 * `revision()`, then `eachIncident()`, then `changesSince()` of that revision whenever `onRevision` fires.
 */
export interface Store {
  readonly kind: 'embedded' | 'postgres';

  /** The last committed revision; 0 for a store that was never written. */
  revision(): Promise<number>;

  /** True until a portfolio is loaded or an incident saved. */
  isEmpty(): Promise<boolean>;

  /** The portfolio that was loaded, or null. */
  portfolio(): Promise<LoadedPortfolio | null>;

  /**
   * Fills an empty store in one transaction and gives its revision; `not-empty` otherwise. `onProgress` is told the
   * number of incidents written so far.
   */
  loadPortfolio(
    portfolio: Pick<Portfolio, 'info' | 'sites' | 'routes' | 'incidents'>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<number>;

  /**
   * Inserts new incidents and updates known ones in one transaction. Each changed incident gets the next version in
   * its history; an unchanged one is left alone. Gives the revision of the write, or the present one if nothing
   * changed. An id given twice, or text that the database cannot hold (NUL, half a surrogate pair), is `invalid-record`.
   */
  saveIncidents(
    incidents: readonly Incident[],
    change: { readonly by: string; readonly reason: string },
  ): Promise<number>;

  /** All incidents by id, in batches (1000 by default). Not one snapshot: a write meanwhile may show in later batches. */
  eachIncident(batchSize?: number): AsyncIterable<readonly StoredIncident[]>;

  incidentById(id: string): Promise<StoredIncident | null>;

  /** In the order of `ids`; unknown ids are left out. */
  incidentsByIds(ids: readonly string[]): Promise<readonly StoredIncident[]>;

  /** The history of one incident, oldest first; empty for an unknown id. */
  incidentVersions(id: string): Promise<readonly IncidentVersion[]>;

  /** Incidents changed after `revision`, as they stand now, by revision and id. */
  changesSince(revision: number): Promise<readonly StoredIncident[]>;

  /** In the order in which they were loaded. */
  sites(): Promise<readonly Site[]>;
  routes(): Promise<readonly Route[]>;
  actors(): Promise<readonly Actor[]>;

  /**
   * Calls `listener` with each new revision that becomes known, rising, also those of other processes on the same
   * server; several commits may be told as one. Gives the function that stops it.
   */
  onRevision(listener: (revision: number) => void): () => void;

  /** Resolves when the database answers. */
  ping(): Promise<void>;

  /** Lets running work finish, then closes. Calling it again does nothing. */
  close(): Promise<void>;
}
