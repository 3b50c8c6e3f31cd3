import type { Actor, Incident, OriginTest, Portfolio, Route, Site, Source, TableIncident } from '@corridor/domain';
import type { AccountsDatabase } from './accounts-database.ts';
import type { Act, AuditEntry, AuditHead } from './audit/audit-entry.ts';
import type { AuditReport, AuditVerification } from './audit/verify-audit.ts';
import type { Discussion } from './discussion.ts';
import type { Drafts } from './drafts.ts';
import type { Feeds } from './feeds.ts';
import type { IdempotencyKey } from './idempotency.ts';
import type { Imports } from './imports/imports.ts';
import type { IncidentWrite, WriteOutcome } from './incident-write.ts';
import type { SqlEngine } from './query/sql-engine.ts';
import type { SqlGeography } from './query/sql-geography.ts';
import type { TextMatches } from './query/text-matches.ts';
import type { QueuePage, QueueRequest } from './read-queue.ts';

/** An incident as it stands now. `version` counts its own changes from 1; `revision` is the store's at the last one. */
export interface StoredIncident {
  readonly incident: Incident;
  /** A number from 1 below 2^31, given when the incident was first written; no other incident ever has it. */
  readonly key: number;
  readonly version: number;
  readonly revision: number;
  /** The incident that records the same, of which this one is a merged double; null for one that counts. */
  readonly mergedInto: string | null;
}

/** An incident without what tables do not hold, and its key. */
export interface KeyedIncident {
  readonly incident: TableIncident;
  readonly key: number;
}

/** What happened after a revision, at one snapshot. Applied to what a reader had then, it gives what stands at `revision`. */
export interface Changes {
  readonly revision: number;
  /** Incidents written or split since, as they stand, by revision and id. */
  readonly upserts: readonly StoredIncident[];
  /** Keys of incidents merged into another since, ascending; also of some that the reader may never have had. */
  readonly removed: readonly number[];
}

/** Texts of incidents at one revision. */
export interface IncidentTexts {
  readonly revision: number;
  readonly items: readonly {
    readonly key: number;
    readonly id: string;
    readonly title: string;
    readonly summary: string;
  }[];
}

/** One entry of an incident's history. `changedAt` is an ISO instant in UTC. */
export interface IncidentVersion {
  readonly version: number;
  readonly revision: number;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly reason: string;
  readonly incident: Incident;
  /** What it was merged into from this version on; null otherwise. */
  readonly mergedInto: string | null;
}

/** One entry of the history of a site or route. `changedAt` is an ISO instant in UTC. */
export interface TargetVersion<Target extends Route | Site> {
  readonly version: number;
  readonly revision: number;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly reason: string;
  readonly record: Target;
}

/** A source as the register has it: one row, however many records cite it. Its id stays when it is corrected. */
export interface StoredSource {
  readonly id: string;
  readonly version: number;
  readonly source: Source;
}

/** How many incidents that count, and sites, cite it. */
export interface CitedSource extends StoredSource {
  readonly incidents: number;
  readonly sites: number;
}

/** Ids. */
export interface SourceCitations {
  readonly incidents: readonly string[];
  readonly sites: readonly string[];
}

export interface SourceQuery {
  /** Texts that publisher, title and address hold, each of them, in small or capital letters. */
  readonly words: readonly string[];
  /** The place in the register after which to go on: by publisher, date (unknown last) and id. */
  readonly after: { readonly publisher: string; readonly date: string | null; readonly id: string } | null;
  readonly limit: number;
}

/** Who changes a record, and why. */
interface Reason {
  readonly by: string;
  readonly reason: string;
}

/** A write that creates at most once, however often it is asked for. */
export interface Creation extends Reason {
  readonly once?: IdempotencyKey | null;
}

/** The first version of an incident. */
export interface Filing {
  readonly by: string;
  readonly at: string;
}

/** Which portfolio a store was filled with, and when (ISO instant in UTC). */
export interface LoadedPortfolio {
  readonly id: string;
  readonly name: string;
  readonly loadedAt: string;
}

/**
 * The system of record: the same SQL on the embedded PGlite and on a PostgreSQL server. Every method rejects with a
 * StoreError and nothing else, but for the Problem that a caller's own decision throws.
 *
 * Every write takes the next revision; revisions are free of gaps and in commit order. To follow the store: read
 * `revision()`, then `eachIncident()`, then `changesSince()` of that revision whenever `onRevision` fires.
 */
export interface Store {
  readonly kind: 'embedded' | 'postgres';

  /** Where people and their access are kept. Closes with the store. */
  readonly accounts: AccountsDatabase;

  /** What people say of incidents, and who works on them. Closes with the store. */
  readonly discussion: Discussion;

  /** What was brought in from files. Closes with the store. */
  readonly imports: Imports;

  /** What is known of watched sources, and of where records come from. Closes with the store. */
  readonly feeds: Feeds;

  /** What was read out of articles, to be decided on. Closes with the store. */
  readonly drafts: Drafts;

  /** The last committed revision; 0 for a store that was never written. */
  revision(): Promise<number>;

  /** True until a portfolio is loaded, or an incident, site or route saved. */
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

  /**
   * Takes incidents out of every list, count and export, as doubles of `into`. Their records stay, and each gets a
   * version that says so. Gives the revision. `invalid-record` for an unknown id, one given twice, one that is merged
   * already or has others merged into it, and when `into` is among them: there are no chains.
   */
  mergeIncidents(
    ids: readonly string[],
    into: string,
    change: { readonly by: string; readonly reason: string },
  ): Promise<number>;

  /** Undoes merges; `invalid-record` for an id that is unknown, given twice or not merged. Gives the revision. */
  splitIncidents(ids: readonly string[], change: { readonly by: string; readonly reason: string }): Promise<number>;

  /**
   * Decides a write by what stands and does it, as one revision with one entry in the audit trail: nothing is written in
   * between. Rejects with a StaleError for an incident that has another version than was expected, with `key-reused`, and
   * with a Problem that `decide` throws; nothing is written then. A decision that changes nothing takes no revision.
   */
  changeIncidents(write: IncidentWrite): Promise<WriteOutcome>;

  /** A page of the incidents that count and are to be looked at. */
  queue(request: QueueRequest): Promise<QueuePage>;

  /** Who first wrote each of the incidents, and when (ISO instant in UTC), by id; unknown ids are left out. */
  filings(ids: readonly string[]): Promise<ReadonlyMap<string, Filing>>;

  /** Which of the revisions merged something into an incident. */
  mergeRevisions(into: string, revisions: readonly number[]): Promise<ReadonlySet<number>>;

  /** Ids of the incidents merged into one, ascending. */
  doublesOf(id: string): Promise<readonly string[]>;

  /**
   * All incidents that count (are not merged), by id, in batches (1000 by default). Not one snapshot: a write meanwhile
   * may show in later batches.
   */
  eachIncident(batchSize?: number): AsyncIterable<readonly StoredIncident[]>;

  /**
   * The same incidents by key, without what tables do not hold, in batches (5000 by default): the fast way to read all
   * of a large store. Not one snapshot either.
   */
  eachTableIncident(batchSize?: number): AsyncIterable<readonly KeyedIncident[]>;

  /**
   * The last revision written at or before an instant, by the times of the audit trail (a write counts from when it
   * began); 0 where there is none. A look-up.
   */
  revisionAt(instant: Date): Promise<number>;

  /** When the write of a revision began (ISO instant in UTC), by the audit trail; null for a revision that there is not. */
  writtenAt(revision: number): Promise<string | null>;

  /**
   * What `eachTableIncident` gave when the store was at `revision`: incidents as they stood then, without those that were
   * merged then. From the history, with a look-up for each incident of today.
   */
  eachTableIncidentAt(revision: number, batchSize?: number): AsyncIterable<readonly KeyedIncident[]>;

  /**
   * Keys of the incidents of some origins, ascending, merged ones too: as they stand, or as they stood at `revision`.
   * The present costs a pass over an index and a look-up of each, a past a look-up for each incident there is.
   */
  keysOfOrigins(isMeant: OriginTest, revision?: number): Promise<Uint32Array>;

  /** The origin of each of `ids` that there is, by id: a look-up for each. */
  originsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Those of `ids` that counted at `revision`, as they stood, in the order of `ids`. `version` and `revision` are of then. */
  incidentsAt(revision: number, ids: readonly string[]): Promise<readonly StoredIncident[]>;

  /** Merged ones too. */
  incidentById(id: string): Promise<StoredIncident | null>;

  /** Merged ones too. In the order of `ids`; unknown ids are left out. */
  incidentsByIds(ids: readonly string[]): Promise<readonly StoredIncident[]>;

  /** The history of one incident, oldest first; empty for an unknown id. */
  incidentVersions(id: string): Promise<readonly IncidentVersion[]>;

  /** What happened after `revision`. Costs a lookup and about a read of each changed incident. */
  changesSince(revision: number): Promise<Changes>;

  /** Keys of incidents changed after `revision`, merged ones too; null where there are more than `limit`. */
  changedKeys(revision: number, limit: number): Promise<readonly number[] | null>;

  /** Which incidents that count have the words of a text, whatever their number: a search in an index. */
  textMatches(text: string): Promise<TextMatches>;

  /** Titles and summaries of incidents that count, in the order of `keys`; unknown keys are left out. */
  textsByKeys(keys: readonly number[]): Promise<IncidentTexts>;

  /** An engine that answers queries by SQL. Costs nothing until it is asked. */
  sqlEngine(geography: SqlGeography): SqlEngine;

  /** In the order in which they were first written. */
  sites(): Promise<readonly Site[]>;
  routes(): Promise<readonly Route[]>;

  /** What `sites` and `routes` gave when the store was at `revision`, from the history. */
  sitesAt(revision: number): Promise<readonly Site[]>;
  routesAt(revision: number): Promise<readonly Route[]>;

  /** The last revision up to `revision` in which a site or route changed; 0 where there is none. A look-up. */
  targetsRevision(revision: number): Promise<number>;

  /** The history of one site or route, oldest first; empty for an unknown id. */
  siteVersions(id: string): Promise<readonly TargetVersion<Site>[]>;
  routeVersions(id: string): Promise<readonly TargetVersion<Route>[]>;

  /**
   * Writes a new site (`expected` null) or the next version of one that has the version `expected`; one that is as it
   * stands is left alone. StaleError for another version, `taken` where a new one has the id of a site or route,
   * `invalid-record` for an unknown id, `key-reused`.
   */
  saveSite(site: Site, expected: number | null, change: Creation): Promise<WriteOutcome>;
  /** As `saveSite`. */
  saveRoute(route: Route, expected: number | null, change: Creation): Promise<WriteOutcome>;

  /** A page of the register of sources. Without words a look-up for each of the page, with words a pass over all. */
  sources(query: SourceQuery): Promise<readonly CitedSource[]>;
  /** Null for an unknown id. */
  sourceById(id: string): Promise<StoredSource | null>;
  /** What cites a source: incidents newest first, at most `limit`, and all sites. */
  sourceCitations(id: string, limit: number): Promise<SourceCitations>;
  /**
   * Adds a source that no record cites yet, and gives its id, or that of the one which an earlier call with the same key
   * added. `taken` for one that is there, `key-reused`.
   */
  addSource(source: Source, change: Creation): Promise<string>;
  /**
   * Corrects a source in one transaction: each record that cites it gets a version. Gives the id under which it stands,
   * which is another one's where that has the content already. StaleError unless its version is `expected`,
   * `invalid-record` for an unknown id.
   */
  correctSource(id: string, content: Source, expected: number, change: Reason): Promise<string>;

  actors(): Promise<readonly Actor[]>;

  /**
   * Enters an act that writes no record (a sign-in, a role changed) into the audit trail, where it stays for ever. Takes
   * no revision. Writes of records enter themselves.
   */
  recordAct(act: Act): Promise<AuditEntry>;

  /** Where the audit trail ends. */
  auditHead(): Promise<AuditHead>;

  /** Entries of the audit trail in order: those after position `after` (0), at most `limit` (1000). */
  auditEntries(range?: { readonly after?: number; readonly limit?: number }): Promise<readonly AuditEntry[]>;

  /**
   * Computes the audit trail anew: its hashes, the digests of all versions, that nothing is missing, and that each
   * incident is as its last version says. Constant memory; reads in batches, each of its own, so that writes go on. Costs
   * a read of the whole history.
   */
  verifyAudit(options?: AuditVerification): Promise<AuditReport>;

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
