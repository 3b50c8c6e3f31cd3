import {
  type Answer,
  type DayNumber,
  DIMENSIONS,
  type DimensionName,
  dayOf,
  type Filter,
  type OriginTest,
  Problem,
  type Query,
  type Sort,
} from '@corridor/domain';
import { IncidentTable, type KeyedIncident } from '@corridor/incident-table';
import type { IncidentTexts, SqlEngine, SqlEngineState, Store, TextMatches } from '@corridor/store';
import { type KeySet, KeysOfOrigins } from './keys-of-origins.ts';
import type { MatchedTable, Matches, QueryEngine } from './query-engine.ts';

/** Rows of a table that is made for one export, and let go. */
const MAX_EXPORTED_ROWS = 200_000;

/**
 * Answers by SQL. What it says of itself is as of its revision; its answers are of what the database has when they are
 * asked, which each of them states.
 */
export class SqlQueryEngine implements QueryEngine {
  readonly kind = 'sql';
  readonly table = null;
  readonly revision: number;
  readonly incidents: number;
  readonly firstDay: DayNumber | null;
  readonly lastDay: DayNumber | null;
  readonly #store: Store;
  readonly #engine: SqlEngine;
  readonly #origins: KeysOfOrigins;
  readonly #values: ReadonlyMap<DimensionName, readonly string[]>;

  private constructor(
    store: Store,
    engine: SqlEngine,
    { firstDay, incidents, lastDay, revision }: SqlEngineState,
    values: ReadonlyMap<DimensionName, readonly string[]>,
  ) {
    this.#store = store;
    this.#engine = engine;
    this.#origins = new KeysOfOrigins(store);
    this.#values = values;
    this.revision = revision;
    this.incidents = incidents;
    this.firstDay = firstDay === null ? null : dayOf(firstDay);
    this.lastDay = lastDay === null ? null : dayOf(lastDay);
  }

  /** Reads what there is now: some passes over the incidents. */
  static async open(store: Store, engine: SqlEngine): Promise<SqlQueryEngine> {
    const state = await engine.state();
    const values = new Map<DimensionName, readonly string[]>();
    for (const dimension of DIMENSIONS) values.set(dimension, await engine.values(dimension));
    return new SqlQueryEngine(store, engine, state, values);
  }

  values(dimension: DimensionName): readonly string[] {
    return this.#values.get(dimension) ?? [];
  }

  answer(query: Query): Promise<Answer> {
    return this.#engine.answer(query);
  }

  match(filter: Filter, sort: Sort, leaveOut?: OriginTest): Promise<Matches> {
    return this.#engine.match(filter, sort, leaveOut);
  }

  async matchTable(filter: Filter, sort: Sort, leaveOut?: OriginTest): Promise<MatchedTable> {
    const { ids, leftOut, revision, totals } = await this.#engine.match(filter, sort, leaveOut);
    if (totals.matched - leftOut > MAX_EXPORTED_ROWS) {
      throw new Problem(
        'too-large',
        `Where the database answers, an Arrow export has at most ${MAX_EXPORTED_ROWS} incidents and this filter gives ${totals.matched - leftOut}: narrow it, or take CSV, GeoJSON or NDJSON.`,
      );
    }
    const ordered: string[] = [];
    const table = await IncidentTable.fromBatches(this.#read(ids, ordered), revision);
    return { table, totals, leftOut, rows: Uint32Array.from(ordered, (id) => table.rowOf(id) ?? 0) };
  }

  keysOf(isMeant: OriginTest): Promise<KeySet | null> {
    return this.#origins.of(isMeant);
  }

  textMatches(text: string): Promise<TextMatches> {
    return this.#store.textMatches(text);
  }

  texts(keys: readonly number[]): Promise<IncidentTexts> {
    return this.#store.textsByKeys(keys);
  }

  /** The incidents of ids, which are noted in `ordered`. */
  async *#read(batches: AsyncIterable<readonly string[]>, ordered: string[]): AsyncGenerator<readonly KeyedIncident[]> {
    for await (const ids of batches) {
      const stored = await this.#store.incidentsByIds(ids);
      if (stored.length !== ids.length) throw new Error(`The store gave ${stored.length} of ${ids.length} incidents`);
      ordered.push(...ids);
      yield stored;
    }
  }
}
