import {
  type Answer,
  type DayNumber,
  type DimensionName,
  type Filter,
  type OriginTest,
  type Query,
  type Sort,
  STATUSES,
} from '@corridor/domain';
import { type GeographyContext, IncidentEngine, type IncidentTable } from '@corridor/incident-table';
import type { IncidentTexts, SqlEngine, Store, TextMatches } from '@corridor/store';
import { type KeySet, KeysOfOrigins } from './keys-of-origins.ts';
import type { MatchedTable, Matches, QueryEngine } from './query-engine.ts';
import { StoreTextSearch } from './store-text-search.ts';

/** Above it, an index of words and an order by title take over a second to make, and the database is asked instead. */
const MAX_INDEXED_ROWS = 50_000;
/** 500 records are about 1 MB of text: what one export holds in memory at a time. */
const BATCH = 500;

export interface MemoryEngineOptions {
  readonly table: IncidentTable;
  readonly geography: GeographyContext;
  /** What is left to the database: origins, and where tables are large, searching texts and sorting by them. */
  readonly store: Pick<Store, 'keysOfOrigins' | 'textMatches'>;
  readonly sqlEngine: Pick<SqlEngine, 'answer' | 'match'>;
  readonly maxIndexedRows?: number;
}

/** Answers from a table in memory, which never changes: each revision has an engine of its own. */
export class MemoryEngine implements QueryEngine {
  readonly kind = 'memory';
  readonly table: IncidentTable;
  readonly #engine: IncidentEngine;
  readonly #origins: KeysOfOrigins;
  readonly #search: StoreTextSearch | null;
  readonly #sqlEngine: Pick<SqlEngine, 'answer' | 'match'> | null;

  constructor({ table, geography, store, sqlEngine, maxIndexedRows = MAX_INDEXED_ROWS }: MemoryEngineOptions) {
    this.table = table;
    this.#origins = new KeysOfOrigins(store);
    this.#sqlEngine = table.rowCount > maxIndexedRows ? sqlEngine : null;
    this.#search =
      table.rowCount > maxIndexedRows ? new StoreTextSearch(table, (text) => store.textMatches(text)) : null;
    this.#engine = this.#search
      ? new IncidentEngine(table, geography, this.#search)
      : new IncidentEngine(table, geography);
  }

  get revision(): number {
    return this.table.revision;
  }

  get incidents(): number {
    return this.table.rowCount;
  }

  get firstDay(): DayNumber | null {
    return this.table.firstDay;
  }

  get lastDay(): DayNumber | null {
    return this.table.lastDay;
  }

  values(dimension: DimensionName): readonly string[] {
    return this.#engine.values(dimension);
  }

  async answer(query: Query): Promise<Answer> {
    if (this.#sqlEngine && query.page?.sort.by === 'title') return this.#sqlEngine.answer(query);
    (await this.#prepare(query.filter))();
    return this.#engine.answer(query);
  }

  async match(filter: Filter, sort: Sort, leaveOut?: OriginTest): Promise<Matches> {
    if (this.#sqlEngine && sort.by === 'title') return this.#sqlEngine.match(filter, sort, leaveOut);
    const { leftOut, rows, table, totals } = await this.matchTable(filter, sort, leaveOut);
    return { revision: table.revision, totals, leftOut, ids: idsOf(table, rows) };
  }

  async matchTable(filter: Filter, sort: Sort, leaveOut?: OriginTest): Promise<MatchedTable> {
    const leftOut = leaveOut ? await this.#origins.of(leaveOut) : null;
    (await this.#prepare(filter))();
    const rows = this.#engine.matchedRows(filter, sort);
    const { totals } = this.#engine.answer({ filter });
    if (rows.length !== totals.matched) throw new Error(`${rows.length} rows for ${totals.matched} matched incidents`);
    const { key } = this.table.columns;
    const given = leftOut ? rows.filter((row) => !leftOut.has(key[row] ?? 0)) : rows;
    return { table: this.table, totals, leftOut: rows.length - given.length, rows: given };
  }

  keysOf(isMeant: OriginTest): Promise<KeySet | null> {
    return this.#origins.of(isMeant);
  }

  async textMatches(text: string): Promise<TextMatches> {
    // Retracted ones too: the filter that the words are part of says whether they count.
    const { rows, table } = await this.matchTable({ q: text, status: STATUSES }, { by: 'date', descending: false });
    const keys = Uint32Array.from(rows, (row) => table.columns.key[row] ?? 0).sort();
    return { revision: table.revision, keys };
  }

  async texts(keys: readonly number[]): Promise<IncidentTexts> {
    const { id, summary, title } = this.table.columns;
    const items = keys.flatMap((key) => {
      const row = this.table.rowOfKey(key);
      return row === undefined ? [] : { key, id: id.at(row), title: title.at(row), summary: summary.at(row) };
    });
    return { revision: this.revision, items };
  }

  /** Gives what must be called right before the engine is asked: it answers without waiting. */
  async #prepare({ q }: Filter): Promise<() => void> {
    return q === undefined || this.#search === null ? () => undefined : this.#search.prepare(q);
  }
}

async function* idsOf(table: IncidentTable, rows: Uint32Array): AsyncGenerator<readonly string[]> {
  for (let start = 0; start < rows.length; start += BATCH) {
    yield Array.from(rows.subarray(start, start + BATCH), (row) => table.id(row));
  }
}
