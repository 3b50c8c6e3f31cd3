import type { Answer, DimensionName, Filter, OriginTest, Query, Sort, Totals } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import { selectSites } from '../read-incidents.ts';
import { readOrigins } from '../read-origins.ts';
import { toRoute, toSite } from '../site-row.ts';
import { FilterClause } from './filter-clause.ts';
import { KnownValues } from './known-values.ts';
import { orderBy } from './order-by.ts';
import { PlaceList } from './place-list.ts';
import type { Plan } from './plan.ts';
import { planBins } from './plan-bins.ts';
import { planBreakdown } from './plan-breakdown.ts';
import { planGroups } from './plan-groups.ts';
import { planPage } from './plan-page.ts';
import { planSurroundings } from './plan-surroundings.ts';
import { planTimeline } from './plan-timeline.ts';
import { planTotals } from './plan-totals.ts';
import type { SqlGeography, SqlTargets } from './sql-geography.ts';
import { type Database, type DatabaseState, readState, type SqlSnapshot } from './sql-snapshot.ts';
import { Tallies } from './tallies.ts';

/** What the database holds, at one revision. Days are ISO dates of the beginning; null for no incidents. */
export interface SqlEngineState {
  readonly revision: number;
  readonly incidents: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** All that matches a filter, at one revision. */
export interface SqlMatches {
  readonly revision: number;
  readonly totals: Totals;
  /** How many of the matched are not among the ids, for their origin. */
  readonly leftOut: number;
  /** Ids in order, in batches; as many as `totals.matched`, less those left out. */
  readonly ids: AsyncIterable<readonly string[]>;
}

/**
 * Answers queries by SQL in the database: the same answers as the engine in memory, for what does not fit there. Each
 * call reads one state of the database. Every method rejects with a StoreError and nothing else.
 */
export interface SqlEngine {
  /** Counts the incidents: O(incidents). */
  state(): Promise<SqlEngineState>;
  answer(query: Query): Promise<Answer>;
  /** About 30 bytes an incident that matches, until they are read. `leaveOut` says which origins are only counted. */
  match(filter: Filter, sort: Sort, leaveOut?: OriginTest): Promise<SqlMatches>;
  /** Every known value, whether it occurs or not: in the taxonomy's or portfolio's order, else alphabetical. */
  values(dimension: DimensionName): Promise<readonly string[]>;
}

/** Runs reads on one state of the database. */
export type InSnapshot = <T>(read: (db: Database) => Promise<T>) => Promise<T>;

/** Makes an engine over the database that `inSnapshot` reads. Keeps the sites and routes, the places' geometry and the values of one revision. */
export function createSqlEngine(inSnapshot: InSnapshot, geography: SqlGeography): SqlEngine {
  const memory = new EngineMemory(geography);
  const read = <T>(work: (snapshot: SqlSnapshot) => Promise<T>) =>
    inSnapshot(async (db) => {
      const state = await readState(db);
      const targets = await memory.targets(db, state);
      const places = await memory.places(db, state, targets);
      return work({ ...state, db, geography, places, known: memory.known(state, targets) });
    });
  return {
    state: () => inSnapshot(describe),
    answer: (query) => read((snapshot) => answer(snapshot, query)),
    match: (filter, sort, leaveOut) => read((snapshot) => match(snapshot, { filter, sort, leaveOut })),
    values: (dimension) =>
      read(async ({ db, known, places }) => (await known.of(dimension, db, places)).map(({ value }) => value)),
  };
}

/** What outlives a snapshot: it depends on the targets and the places, which are only ever added to, or on the revision. */
class EngineMemory {
  readonly #geography: SqlGeography;
  #targets: { readonly revision: number; readonly targets: SqlTargets } | null = null;
  #places: { readonly targets: SqlTargets; readonly list: PlaceList } | null = null;
  #known: { readonly revision: number; readonly values: KnownValues } | null = null;

  constructor(geography: SqlGeography) {
    this.#geography = geography;
  }

  async targets(db: Database, { targetsRevision }: DatabaseState): Promise<SqlTargets> {
    if (this.#targets?.revision === targetsRevision) return this.#targets.targets;
    const targets = await readTargets(db);
    if (!this.#targets || this.#targets.revision < targetsRevision) {
      this.#targets = { revision: targetsRevision, targets };
    }
    return targets;
  }

  /** Places that were added after the snapshot do no harm. */
  async places(db: Database, { lastPlace }: DatabaseState, targets: SqlTargets): Promise<PlaceList> {
    const kept = this.#placesOf(targets);
    if (kept && kept.lastId >= lastPlace) return kept;
    const list = await PlaceList.read(db, this.#geography, targets);
    const meanwhile = this.#placesOf(targets);
    if (targets === this.#targets?.targets && (meanwhile?.lastId ?? -1) < list.lastId) this.#places = { targets, list };
    return list;
  }

  #placesOf(targets: SqlTargets): PlaceList | null {
    return this.#places?.targets === targets ? this.#places.list : null;
  }

  known({ revision }: DatabaseState, targets: SqlTargets): KnownValues {
    if (this.#known?.revision === revision) return this.#known.values;
    const values = new KnownValues(this.#geography, targets);
    if (!this.#known || this.#known.revision < revision) this.#known = { revision, values };
    return values;
  }
}

async function readTargets(db: Database): Promise<SqlTargets> {
  const sites = await selectSites(db).execute();
  const routes = await db.selectFrom('route').selectAll().orderBy('position').execute();
  return { sites: sites.map(toSite), routes: routes.map(toRoute) };
}

async function describe(db: Database): Promise<SqlEngineState> {
  const { firstDay, lastDay, revision } = await readState(db);
  const { rows } = await sql<{ incidents: number }>`select count(*) as incidents from incident_fact`.execute(db);
  return { revision, incidents: rows[0]?.incidents ?? 0, firstDay, lastDay };
}

async function answer(snapshot: SqlSnapshot, query: Query): Promise<Answer> {
  const plan = await planOf(snapshot, query.filter);
  const { bins, breakdowns, counts, groups, page, surroundings, timeline } = query;
  const planned = {
    totals: planTotals(plan),
    timeline: timeline && planTimeline(plan, timeline),
    groups: groups && planGroups(plan, groups, true),
    counts: counts && planGroups(plan, counts, false),
    breakdowns: breakdowns?.map((request) => planBreakdown(plan, request)),
    bins: bins && planBins(plan, bins),
    page: page && planPage(plan, page),
    surroundings: surroundings && planSurroundings(plan, surroundings),
  };
  await plan.tallies.count(snapshot.db, snapshot.isSharded);
  return {
    revision: snapshot.revision,
    totals: await planned.totals(),
    ...(planned.timeline && { timeline: await planned.timeline() }),
    ...(planned.groups && { groups: await planned.groups() }),
    ...(planned.counts && { counts: await planned.counts() }),
    ...(planned.breakdowns && { breakdowns: await inTurn(planned.breakdowns) }),
    ...(planned.bins && { bins: await planned.bins() }),
    ...(planned.page && { page: await planned.page() }),
    ...(planned.surroundings && { surroundings: await planned.surroundings() }),
  };
}

async function planOf(snapshot: SqlSnapshot, filter: Filter): Promise<Plan> {
  const clause = await FilterClause.of(filter, snapshot);
  return { snapshot, filter, clause, tallies: new Tallies(clause) };
}

/** A snapshot is one connection, which runs one statement at a time. */
async function inTurn<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (const work of works) results.push(await work());
  return results;
}

const ID_BATCH = 1000;

interface Matching {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly leaveOut: OriginTest | undefined;
}

/** An id holds no line break (see recordIdSchema): one text is what the driver reads fastest. */
async function match(snapshot: SqlSnapshot, { filter, leaveOut, sort }: Matching): Promise<SqlMatches> {
  const { db, isSharded, revision } = snapshot;
  const plan = await planOf(snapshot, filter);
  const totals = planTotals(plan);
  await plan.tallies.count(db, isSharded);
  const origins = leaveOut ? await readOrigins(db, leaveOut) : [];
  const isLeftOut = sql`exists (select from incident i where i.id = f.incident_id and i.origin = any(${origins}))`;
  const isGiven = origins.length === 0 ? sql`true` : sql`not ${isLeftOut}`;
  const { by, join } = orderBy(sort);
  const { rows } = await sql<{ ids: string | null }>`
    select string_agg(f.incident_id, E'\n' order by ${by}) as ids
    from incident_fact f ${join} where ${plan.clause.condition(null, isGiven)}`.execute(db);
  const leftOut = origins.length === 0 ? 0 : await count(db, plan.clause.condition(null, isLeftOut));
  return { revision, totals: await totals(), leftOut, ids: batches(rows[0]?.ids ?? '') };
}

async function count(db: Database, condition: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from incident_fact f where ${condition}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function* batches(ids: string): AsyncGenerator<readonly string[]> {
  const all = ids === '' ? [] : ids.split('\n');
  for (let start = 0; start < all.length; start += ID_BATCH) yield all.slice(start, start + ID_BATCH);
}
