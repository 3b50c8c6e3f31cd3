import { type Answer, DIMENSIONS, type DimensionName, isoOf, type Page, type Query } from '@corridor/domain';
import { type GeographyContext, IncidentEngine, type IncidentTable } from '@corridor/incident-table';
import { type Answerer, errorReply } from './answerer.ts';
import { askApi } from './ask-api.ts';
import type { EngineInfo, ShownMoment } from './protocol.ts';
import type { Reply } from './question-desk.ts';
import type { TableTexts } from './table-texts.ts';

const MAX_PAGES = 50;
/** Distances are measured for so long at a time: questions come between. */
const MEASURE_MS = 10;

/** Answers from a table in memory; what hangs on texts that are elsewhere comes later, and a later asking finds it. */
export class HeldTable implements Answerer {
  readonly info: EngineInfo;
  readonly table: IncidentTable;
  readonly #texts: TableTexts;
  readonly #engine: IncidentEngine;
  readonly #onMore: (error: string | null) => void;
  #distances: 'unknown' | 'under way' | 'measured' = 'unknown';
  /** Pages that the server put in order, by question; null while they are under way. */
  readonly #pages = new Map<string, Page | null>();

  constructor(
    table: IncidentTable,
    total: number,
    geography: GeographyContext,
    texts: TableTexts,
    moment: ShownMoment | null,
    onMore: (error: string | null) => void,
  ) {
    this.table = table;
    this.#texts = texts;
    this.#onMore = onMore;
    texts.use(table);
    this.#engine = new IncidentEngine(table, geography, texts);
    this.info = { ...describe(table, total, this.#engine, geography), moment };
  }

  answer(query: Query): Reply {
    try {
      const { q } = query.filter;
      if (q !== undefined && !this.#texts.canFind(q)) return { later: true };
      if (this.#distances !== 'measured' && asksAllDistances(query)) {
        this.#measureDistances();
        return { later: true };
      }
      if (query.page?.sort.by !== 'title' || this.#texts.isLocal) return this.#reply(query, {});
      const { page: request, ...rest } = query;
      const page = this.#pageOf({ filter: query.filter, page: request });
      return page ? this.#reply(rest, { page }) : { later: true };
    } catch (error) {
      return errorReply(error);
    }
  }

  /** The first measuring takes longer than all else together: numbers that need none do not wait for it. */
  #measureDistances(): void {
    if (this.#distances === 'under way') return;
    this.#distances = 'under way';
    const goOn = () => {
      const end = performance.now() + MEASURE_MS;
      if (!this.#engine.measureDistances(() => performance.now() > end)) {
        setTimeout(goOn, 0);
        return;
      }
      this.#distances = 'measured';
      this.#onMore(null);
    };
    setTimeout(goOn, 0);
  }

  #reply(query: Query, more: Pick<Answer, 'page'>): Reply {
    const { lazy } = this.#texts;
    lazy.takeMissing();
    const answer = { ...this.#engine.answer(query), ...more };
    return this.#texts.fetchMissing(lazy.takeMissing()) ? { answer, unfinished: true } : { answer };
  }

  /** Null while it is under way. */
  #pageOf(query: Query): Page | null {
    const key = JSON.stringify(query);
    const known = this.#pages.get(key);
    if (known === undefined) void this.#fetchPage(key, query);
    return known ?? null;
  }

  async #fetchPage(key: string, query: Query): Promise<void> {
    this.#pages.set(key, null);
    try {
      const { page } = await askApi(query, this.info.moment?.asOf ?? null);
      if (page) this.#pages.set(key, page);
      for (const [oldest] of this.#pages) {
        if (this.#pages.size <= MAX_PAGES) break;
        this.#pages.delete(oldest);
      }
      this.#onMore(null);
    } catch (error) {
      this.#pages.delete(key);
      this.#onMore(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Whether a question is about the rings and widths of all sites and routes. */
function asksAllDistances({ breakdowns = [], counts = [], groups = [], timeline }: Query): boolean {
  const dimensions = [...groups, ...counts, ...breakdowns.map(({ by }) => by), timeline?.stackBy];
  return dimensions.some((dimension) => dimension === 'site' || dimension === 'route');
}

function describe(
  table: IncidentTable,
  total: number,
  engine: IncidentEngine,
  { routes, sites }: GeographyContext,
): Omit<EngineInfo, 'moment'> {
  // The engine would measure the distance to each of them first.
  const ids = { site: sites.map(({ id }) => id), route: routes.map(({ id }) => id) };
  const valuesOf = (dimension: DimensionName) =>
    dimension === 'site' || dimension === 'route' ? ids[dimension] : engine.values(dimension);
  return {
    revision: table.revision,
    incidents: total,
    loaded: table.rowCount,
    complete: table.rowCount === total,
    engine: 'memory',
    firstDay: table.firstDay === null ? null : isoOf(table.firstDay),
    lastDay: table.lastDay === null ? null : isoOf(table.lastDay),
    values: Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, valuesOf(dimension)])),
  };
}
