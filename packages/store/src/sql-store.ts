import { randomUUID } from 'node:crypto';
import {
  type Actor,
  type Incident,
  type OriginTest,
  type Portfolio,
  Problem,
  type Route,
  recordIdSchema,
  type Site,
  type Source,
} from '@corridor/domain';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import { type AccountsDatabase, createAccountsDatabase } from './accounts-database.ts';
import { applyWrite, readDoubles } from './apply-write.ts';
import type { Act, AuditEntry, AuditHead } from './audit/audit-entry.ts';
import { readEntries, readHead } from './audit/entry-rows.ts';
import { toAct, toIncidentAct } from './audit/to-act.ts';
import { type AuditReport, type AuditVerification, verifyAudit } from './audit/verify-audit.ts';
import { checkDistinct } from './check-distinct.ts';
import { correctSource } from './correct-source.ts';
import type { Discussion } from './discussion.ts';
import type { Drafts } from './drafts.ts';
import type { Feeds } from './feeds.ts';
import { findCreate, keepCreate } from './idempotency.ts';
import type { Imports } from './imports/imports.ts';
import { createImports } from './imports/sql-imports.ts';
import { toStoredIncident } from './incident-row.ts';
import type { IncidentWrite, WriteOutcome } from './incident-write.ts';
import { isUuid } from './is-uuid.ts';
import { mergeIncidents, splitIncidents } from './merge-incidents.ts';
import { createSqlEngine, type SqlEngine } from './query/sql-engine.ts';
import type { SqlGeography } from './query/sql-geography.ts';
import { readTextMatches, type TextMatches } from './query/text-matches.ts';
import { readIncidentsAt, readRevisionAt, readTableIncidentsAt, readWrittenAt } from './read-as-of.ts';
import { readChanges } from './read-changes.ts';
import { readFilings, readMergeRevisions } from './read-history.ts';
import { selectIncidents, selectSites } from './read-incidents.ts';
import { readKeysOfOrigins, readKeysOfOriginsAt, readOriginsOf } from './read-origins.ts';
import { type QueuePage, type QueueRequest, readQueue } from './read-queue.ts';
import { readCitations, readSource, readSources } from './read-sources.ts';
import { readTableIncidents } from './read-table-incidents.ts';
import { readTargetsAt, readTargetsRevision, readTargetVersions } from './read-targets.ts';
import { readTexts } from './read-texts.ts';
import { recordBytes } from './record-bytes.ts';
import { ofImage } from './record-image.ts';
import type { RevisionAnnouncer } from './revision-announcer.ts';
import type { Schema } from './schema.ts';
import { toRoute, toSite } from './site-row.ts';
import { createDiscussion } from './sql-discussion.ts';
import { createDrafts } from './sql-drafts.ts';
import { createFeeds } from './sql-feeds.ts';
import type {
  Changes,
  CitedSource,
  Creation,
  Filing,
  IncidentTexts,
  IncidentVersion,
  KeyedIncident,
  LoadedPortfolio,
  SourceCitations,
  SourceQuery,
  Store,
  StoredIncident,
  StoredSource,
  TargetVersion,
} from './store.ts';
import { StoreError, toStoreError } from './store-error.ts';
import type { StorePart } from './store-part.ts';
import { inSnapshot } from './transaction.ts';
import { WRITE_BATCH, writeIncidents } from './write-incidents.ts';
import { writePortfolio } from './write-portfolio.ts';
import { addSource } from './write-sources.ts';
import { writeRoute, writeSite } from './write-targets.ts';
import { appendAct, type Change, inWriteTransaction, type WriteStamp } from './write-transaction.ts';

/** Rows written at once after which the planner's statistics are renewed: the embedded database does not do it by itself. */
const MANY = 10_000;
const ANALYSED =
  'incident, incident_actor, incident_source, incident_site, incident_fact, incident_text, place, toll, term';

/** What differs between the embedded database and a server. */
export interface StoreBackend {
  readonly kind: Store['kind'];
  readonly pool: Pool;
  readonly announcer: RevisionAnnouncer;
  /** Called before each write with the size of its records as JSON; throws StoreError `disk-full`. */
  readonly checkSpace: (payloadBytes: number) => Promise<void>;
  /** Called once, before the pool ends, which waits for all that use it: ends what others than the store do with it. */
  readonly quiesce?: () => Promise<void>;
  /** Called once, after the pool has ended. */
  readonly close: () => Promise<void>;
}

/** The store over any pool: all SQL is here and in the modules named for what they read or write. */
export class SqlStore implements Store {
  readonly kind: Store['kind'];
  readonly accounts: AccountsDatabase;
  readonly discussion: Discussion;
  readonly imports: Imports;
  readonly feeds: Feeds;
  readonly drafts: Drafts;
  readonly #backend: StoreBackend;
  readonly #db: Kysely<Schema>;
  #closed: Promise<void> | null = null;

  constructor(backend: StoreBackend) {
    this.kind = backend.kind;
    this.accounts = createAccountsDatabase(backend.pool, () => backend.checkSpace(0));
    this.#backend = backend;
    this.#db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: backend.pool }) });
    const part: StorePart = {
      db: this.#db,
      ask: (work) => this.#ask(work),
      write: (work, bytes = ACT_BYTES) =>
        this.#ask(async () => {
          await backend.checkSpace(bytes);
          return work();
        }),
    };
    this.imports = createImports({
      db: this.#db,
      ask: part.ask,
      checkSpace: backend.checkSpace,
      write: (act, work) => this.#write(act, work),
    });
    this.discussion = createDiscussion(part);
    this.feeds = createFeeds(part);
    this.drafts = createDrafts(part);
  }

  revision(): Promise<number> {
    return this.#ask(async () => {
      const { value } = await this.#db.selectFrom('revision').select('value').executeTakeFirstOrThrow();
      return value;
    });
  }

  isEmpty(): Promise<boolean> {
    return this.#ask(() => isEmpty(this.#db));
  }

  portfolio(): Promise<LoadedPortfolio | null> {
    return this.#ask(async () => {
      const row = await this.#db.selectFrom('portfolio').select(['id', 'name', 'loaded_at']).executeTakeFirst();
      return row ? { id: row.id, name: row.name, loadedAt: row.loaded_at.toISOString() } : null;
    });
  }

  async loadPortfolio(
    portfolio: Pick<Portfolio, 'info' | 'sites' | 'routes' | 'incidents'>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<number> {
    const { incidents, info } = portfolio;
    const change = { by: 'portfolio', reason: `loaded ${info.id}` };
    const act = toAct('portfolio.load', { kind: 'portfolio', id: info.id }, change);
    return this.#writeRecords(incidents, act, async (trx, stamp) => {
      if (!(await isEmpty(trx))) {
        throw new StoreError('not-empty', 'a portfolio can only be loaded into an empty store');
      }
      await writePortfolio(trx, portfolio, { ...change, ...stamp });
      await this.#writeAll(trx, incidents, { ...change, ...stamp }, onProgress);
      return true;
    });
  }

  async saveIncidents(incidents: readonly Incident[], change: { by: string; reason: string }): Promise<number> {
    const act = toIncidentAct(
      'incident.save',
      incidents.map(({ id }) => id),
      change,
    );
    return this.#writeRecords(incidents, act, async (trx, stamp) => {
      const written = await this.#writeAll(trx, incidents, { ...change, ...stamp });
      return written > 0;
    });
  }

  async mergeIncidents(ids: readonly string[], into: string, change: { by: string; reason: string }): Promise<number> {
    const act = { ...toIncidentAct('incident.merge', ids, change), detail: { into } };
    return this.#write(act, (trx, stamp) => mergeIncidents(trx, ids, into, { ...change, ...stamp }));
  }

  async splitIncidents(ids: readonly string[], change: { by: string; reason: string }): Promise<number> {
    const act = toIncidentAct('incident.split', ids, change);
    return this.#write(act, (trx, stamp) => splitIncidents(trx, ids, { ...change, ...stamp }));
  }

  async changeIncidents(write: IncidentWrite): Promise<WriteOutcome> {
    const { action, by, detail, expected, reason, subject } = write;
    const act = { ...toAct(action, { kind: 'incident', id: subject }, { by, reason }), ...(detail ? { detail } : {}) };
    return this.#ask(async () => {
      await this.#backend.checkSpace(CHANGE_BYTES * expected.length);
      const outcome: { repeats: WriteOutcome | null } = { repeats: null };
      const revision = await this.#write(act, async (trx, stamp) => {
        const { repeats, wrote } = await applyWrite(trx, write, stamp);
        outcome.repeats = repeats;
        return wrote;
      });
      return outcome.repeats ?? { revision, repeats: null };
    });
  }

  queue(request: QueueRequest): Promise<QueuePage> {
    return this.#read((snapshot) => readQueue(snapshot, request));
  }

  filings(ids: readonly string[]): Promise<ReadonlyMap<string, Filing>> {
    return this.#ask(() => readFilings(this.#db, ids.filter(isRecordId)));
  }

  mergeRevisions(into: string, revisions: readonly number[]): Promise<ReadonlySet<number>> {
    return this.#ask(() => readMergeRevisions(this.#db, into, revisions));
  }

  doublesOf(id: string): Promise<readonly string[]> {
    return this.#ask(async () => (isRecordId(id) ? ((await readDoubles(this.#db, [id])).get(id) ?? []) : []));
  }

  async *eachIncident(batchSize = 1000): AsyncGenerator<readonly StoredIncident[]> {
    let after = '';
    for (;;) {
      const last = after;
      const batch = await this.#ask(() =>
        selectIncidents(this.#db)
          .where('incident.id', '>', last)
          .where('incident.merged_into', 'is', null)
          .orderBy('incident.id')
          .limit(batchSize)
          .execute(),
      );
      const end = batch.at(-1);
      if (!end) return;
      after = end.id;
      yield batch.map(toStoredIncident);
    }
  }

  eachTableIncident(batchSize = 5000): AsyncGenerator<readonly KeyedIncident[]> {
    return this.#byKey((after) => readTableIncidents(this.#db, after, batchSize));
  }

  revisionAt(instant: Date): Promise<number> {
    return this.#ask(() => readRevisionAt(this.#db, instant));
  }

  writtenAt(revision: number): Promise<string | null> {
    return this.#ask(() => readWrittenAt(this.#db, revision));
  }

  eachTableIncidentAt(revision: number, batchSize = 5000): AsyncGenerator<readonly KeyedIncident[]> {
    return this.#byKey((after) => readTableIncidentsAt(this.#db, revision, after, batchSize));
  }

  keysOfOrigins(isMeant: OriginTest, revision?: number): Promise<Uint32Array> {
    return this.#read((snapshot) =>
      revision === undefined ? readKeysOfOrigins(snapshot, isMeant) : readKeysOfOriginsAt(snapshot, revision, isMeant),
    );
  }

  originsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#ask(() => readOriginsOf(this.#db, ids.filter(isRecordId)));
  }

  incidentsAt(revision: number, ids: readonly string[]): Promise<readonly StoredIncident[]> {
    return this.#ask(async () => inOrder(ids, await readIncidentsAt(this.#db, revision, ids.filter(isRecordId))));
  }

  async incidentById(id: string): Promise<StoredIncident | null> {
    const [found] = await this.incidentsByIds([id]);
    return found ?? null;
  }

  incidentsByIds(ids: readonly string[]): Promise<readonly StoredIncident[]> {
    return this.#ask(async () => {
      const possible = ids.filter(isRecordId);
      if (possible.length === 0) return [];
      const rows = await selectIncidents(this.#db).where('incident.id', '=', sql<string>`any(${possible})`).execute();
      return inOrder(ids, rows.map(toStoredIncident));
    });
  }

  incidentVersions(id: string): Promise<readonly IncidentVersion[]> {
    return this.#ask(async () => {
      if (!isRecordId(id)) return [];
      const rows = await this.#db
        .selectFrom('incident_version')
        .selectAll()
        .where('incident_id', '=', id)
        .orderBy('version')
        .execute();
      return rows.map(({ version, revision, changed_at, changed_by, reason, incident, merged_into }) => ({
        version,
        revision,
        changedAt: changed_at.toISOString(),
        changedBy: changed_by,
        reason,
        incident: ofImage(incident),
        mergedInto: merged_into,
      }));
    });
  }

  changedKeys(revision: number, limit: number): Promise<readonly number[] | null> {
    return this.#ask(async () => {
      const rows = await this.#db
        .selectFrom('incident')
        .select('key')
        .where('revision', '>', revision)
        .limit(limit + 1)
        .execute();
      return rows.length > limit ? null : rows.map(({ key }) => key);
    });
  }

  changesSince(revision: number): Promise<Changes> {
    return this.#read((snapshot) => readChanges(snapshot, revision));
  }

  textMatches(text: string): Promise<TextMatches> {
    return this.#read((snapshot) => readTextMatches(snapshot, text));
  }

  textsByKeys(keys: readonly number[]): Promise<IncidentTexts> {
    return this.#read((snapshot) => readTexts(snapshot, keys));
  }

  sqlEngine(geography: SqlGeography): SqlEngine {
    return createSqlEngine((read) => this.#read(read), geography);
  }

  sites(): Promise<readonly Site[]> {
    return this.#ask(async () => (await selectSites(this.#db).execute()).map(toSite));
  }

  routes(): Promise<readonly Route[]> {
    return this.#ask(async () => {
      const rows = await this.#db.selectFrom('route').selectAll().orderBy('position').execute();
      return rows.map(toRoute);
    });
  }

  sitesAt(revision: number): Promise<readonly Site[]> {
    return this.#ask(() => readTargetsAt(this.#db, 'site', revision));
  }

  routesAt(revision: number): Promise<readonly Route[]> {
    return this.#ask(() => readTargetsAt(this.#db, 'route', revision));
  }

  targetsRevision(revision: number): Promise<number> {
    return this.#ask(() => readTargetsRevision(this.#db, revision));
  }

  siteVersions(id: string): Promise<readonly TargetVersion<Site>[]> {
    return this.#ask(async () => (isRecordId(id) ? readTargetVersions(this.#db, 'site', id) : []));
  }

  routeVersions(id: string): Promise<readonly TargetVersion<Route>[]> {
    return this.#ask(async () => (isRecordId(id) ? readTargetVersions(this.#db, 'route', id) : []));
  }

  saveSite(site: Site, expected: number | null, change: Creation): Promise<WriteOutcome> {
    const act = toAct('site.save', { kind: 'site', id: site.id }, change);
    return this.#writeOnce(site, act, change, async (trx, stamp) =>
      (await writeSite(trx, site, expected, { ...change, ...stamp })) ? site.id : null,
    );
  }

  saveRoute(route: Route, expected: number | null, change: Creation): Promise<WriteOutcome> {
    const act = toAct('route.save', { kind: 'route', id: route.id }, change);
    return this.#writeOnce(route, act, change, async (trx, stamp) =>
      (await writeRoute(trx, route, expected, { ...change, ...stamp })) ? route.id : null,
    );
  }

  sources(query: SourceQuery): Promise<readonly CitedSource[]> {
    return this.#ask(() => readSources(this.#db, query));
  }

  sourceById(id: string): Promise<StoredSource | null> {
    return this.#ask(async () => (isUuid(id) ? readSource(this.#db, id) : null));
  }

  sourceCitations(id: string, limit: number): Promise<SourceCitations> {
    return this.#ask(async () => (isUuid(id) ? readCitations(this.#db, id, limit) : { incidents: [], sites: [] }));
  }

  async addSource(source: Source, change: Creation): Promise<string> {
    const id = randomUUID();
    const act = { ...toAct('source.add', { kind: 'source', id }, change), detail: { source } };
    const { repeats } = await this.#writeOnce(source, act, change, async (trx) => {
      await addSource(trx, id, source);
      return id;
    });
    return repeats ?? id;
  }

  async correctSource(
    id: string,
    content: Source,
    expected: number,
    change: { by: string; reason: string },
  ): Promise<string> {
    // What stands at the version that is expected is what the entry tells as changed.
    const from = (await this.sourceById(id))?.source;
    const act = { ...toAct('source.correct', { kind: 'source', id }, change), detail: { from, to: content } };
    let standing = id;
    await this.#writeSmall(content, act, async (trx, stamp) => {
      const corrected = await correctSource(trx, id, content, expected, { ...change, ...stamp });
      standing = corrected.id;
      return corrected.changed;
    });
    return standing;
  }

  actors(): Promise<readonly Actor[]> {
    return this.#ask(() =>
      this.#db.selectFrom('actor').select(['name', 'aliases', 'kind', 'note']).orderBy('position').execute(),
    );
  }

  recordAct(act: Act): Promise<AuditEntry> {
    return this.#ask(async () => {
      await this.#backend.checkSpace(ACT_BYTES);
      const entry = await appendAct(this.#db, act);
      if (!entry) throw new RangeError('Expected an entry for an act, got none');
      return entry;
    });
  }

  auditHead(): Promise<AuditHead> {
    return this.#ask(() => readHead(this.#db));
  }

  auditEntries({ after = 0, limit = 1000 } = {}): Promise<readonly AuditEntry[]> {
    return this.#ask(() => readEntries(this.#db, after, limit));
  }

  verifyAudit(options: AuditVerification = {}): Promise<AuditReport> {
    return this.#ask(() => verifyAudit(this.#db, options));
  }

  onRevision(listener: (revision: number) => void): () => void {
    return this.#backend.announcer.listen(listener);
  }

  ping(): Promise<void> {
    return this.#ask(async () => {
      await sql`select 1`.execute(this.#db);
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    await this.#backend.quiesce?.();
    await this.#db.destroy();
    await this.#backend.close();
  }

  /** Batches of what is read by key, until there is no more. */
  async *#byKey(read: (after: number) => Promise<readonly KeyedIncident[]>): AsyncGenerator<readonly KeyedIncident[]> {
    let after = 0;
    for (;;) {
      const last = after;
      const batch = await this.#ask(() => read(last));
      const end = batch.at(-1);
      if (!end) return;
      after = end.key;
      yield batch;
    }
  }

  /** Runs `work`, whatever it throws as a StoreError: all but the Problem by which a caller's decision refuses. */
  async #ask<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError('closed', 'the store is closed');
    try {
      return await work();
    } catch (error) {
      throw error instanceof Problem ? error : toStoreError(error);
    }
  }

  /** Reads of one state of the database. */
  #read<T>(read: (snapshot: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#ask(() => inSnapshot(this.#db, read));
  }

  /** A write of whole records. */
  #writeRecords(
    incidents: readonly Incident[],
    act: Act,
    work: (trx: Kysely<Schema>, stamp: WriteStamp) => Promise<boolean>,
  ): Promise<number> {
    return this.#ask(async () => {
      checkDistinct(incidents.map(({ id }) => id));
      await this.#backend.checkSpace(recordBytes(incidents));
      return this.#write(act, work);
    });
  }

  /** A write of one record that is no incident, done once for each key. `work` gives the id of what it wrote, or null. */
  async #writeOnce(
    record: object,
    act: Act,
    { by, once }: Creation,
    work: (trx: Kysely<Schema>, stamp: WriteStamp) => Promise<string | null>,
  ): Promise<WriteOutcome> {
    const outcome: { repeats: WriteOutcome | null } = { repeats: null };
    const revision = await this.#writeSmall(record, act, async (trx, stamp) => {
      const earlier = once ? await findCreate(trx, by, once) : null;
      if (earlier) outcome.repeats = { revision: earlier.revision, repeats: earlier.id };
      const id = earlier ? null : await work(trx, stamp);
      if (once && id !== null) await keepCreate(trx, by, once, { id, revision: stamp.revision });
      return id !== null;
    });
    return outcome.repeats ?? { revision, repeats: null };
  }

  /** A write of one record that is no incident. */
  #writeSmall(
    record: object,
    act: Act,
    work: (trx: Kysely<Schema>, stamp: WriteStamp) => Promise<boolean>,
  ): Promise<number> {
    return this.#ask(async () => {
      await this.#backend.checkSpace(ACT_BYTES + 2 * JSON.stringify(record).length);
      return this.#write(act, work);
    });
  }

  /** One write transaction, and its announcement. */
  #write(act: Act, work: (trx: Kysely<Schema>, stamp: WriteStamp) => Promise<boolean>): Promise<number> {
    return this.#ask(async () => {
      const revision = await inWriteTransaction(this.#db, act, work);
      this.#backend.announcer.announce(revision);
      return revision;
    });
  }

  async #writeAll(
    trx: Kysely<Schema>,
    incidents: readonly Incident[],
    change: Change,
    onProgress?: (done: number, total: number) => void,
  ): Promise<number> {
    let written = 0;
    for (let start = 0; start < incidents.length; start += WRITE_BATCH) {
      const batch = incidents.slice(start, start + WRITE_BATCH);
      if (start > 0) await this.#backend.checkSpace(recordBytes(batch));
      written += await writeIncidents(trx, batch, change);
      onProgress?.(start + batch.length, incidents.length);
    }
    if (written >= MANY) await sql`analyze ${sql.raw(ANALYSED)}`.execute(trx);
    return written;
  }
}

/** An incident that somebody changes, roughly. */
const CHANGE_BYTES = 20_000;

/** An entry of the audit trail, roughly. */
const ACT_BYTES = 1000;

async function isEmpty(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from portfolio) and not exists (select from incident)
      and not exists (select from site) and not exists (select from route) as empty`.execute(db);
  return rows[0]?.empty === true;
}

/** Ids that cannot be in the database are not asked for: they may hold what a query cannot even carry (NUL). */
function isRecordId(id: string): boolean {
  return recordIdSchema.safeParse(id).success;
}

/** Incidents in the order of `ids`; those that were not found are left out. */
function inOrder(ids: readonly string[], found: readonly StoredIncident[]): readonly StoredIncident[] {
  const byId = new Map(found.map((stored) => [stored.incident.id, stored]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
