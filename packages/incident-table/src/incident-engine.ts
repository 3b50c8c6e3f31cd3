import type { Answer, DimensionName, Filter, GroupCount, Query, Sort } from '@corridor/domain';
import { BinsAnswerer } from './answer-bins.ts';
import { answerBreakdown } from './answer-breakdown.ts';
import { GroupsAnswerer } from './answer-groups.ts';
import { answerPage, collectMatchedRows } from './answer-page.ts';
import { answerSurroundings } from './answer-surroundings.ts';
import { answerTimeline } from './answer-timeline.ts';
import { answerTotals } from './answer-totals.ts';
import { FilterSelection } from './filter-selection.ts';
import type { GeographyContext } from './geography-context.ts';
import { IncidentCube } from './incident-cube.ts';
import type { IncidentTable } from './incident-table.ts';
import { orderOfKeys } from './known-values.ts';
import { RowOrders } from './row-orders.ts';
import type { TextSearch } from './text-search.ts';

/**
 * Answers queries over one table. Remembers the filter of the last answer: a query whose filter differs in one part
 * costs one pass over that part's codes and work for the rows that enter or leave. Not safe for use inside an answer,
 * but answers never wait, so that calls cannot overlap on one thread. About 50 bytes a row beside the table, and 4 for
 * each sort order in use; the first text search builds an index.
 */
export class IncidentEngine {
  readonly #cube: IncidentCube;
  readonly #selection: FilterSelection;
  readonly #orders: RowOrders;
  readonly #groups: GroupsAnswerer;
  readonly #bins: BinsAnswerer;

  constructor(table: IncidentTable, geography: GeographyContext, search?: TextSearch) {
    this.#cube = new IncidentCube(table, geography);
    this.#selection = new FilterSelection(this.#cube, search);
    this.#orders = new RowOrders(table);
    this.#groups = new GroupsAnswerer(this.#cube);
    this.#bins = new BinsAnswerer(this.#cube);
  }

  /** Computes what the query asks for, nothing else. Values that nothing has match nothing. */
  answer(query: Query): Answer {
    const { bins, breakdowns, counts, filter, groups, page, surroundings, timeline } = query;
    const cube = this.#cube;
    this.#selection.apply(filter);
    return {
      revision: cube.table.revision,
      totals: answerTotals(cube, this.#selection.relation()),
      ...(timeline && { timeline: answerTimeline(cube, timeline, filter) }),
      ...(groups && { groups: this.#answerGroups(groups, filter, true) }),
      ...(counts && { counts: this.#answerGroups(counts, filter, false) }),
      ...(breakdowns && { breakdowns: breakdowns.map((request) => answerBreakdown(cube, request, filter)) }),
      ...(bins && { bins: this.#bins.answer(bins) }),
      ...(page && { page: answerPage(cube, this.#orders, page) }),
      ...(surroundings && { surroundings: answerSurroundings(cube, surroundings) }),
    };
  }

  /**
   * Measures the distances ahead that the first question about all sites and routes needs: some hundred milliseconds for
   * thousands of places. Stops when `isTimeUp` says so, to be called again; returns whether all are measured.
   */
  measureDistances(isTimeUp: () => boolean): boolean {
    return this.#cube.places.measureAll(isTimeUp);
  }

  /** Every row that matches, in order: for exports. O(rows). */
  matchedRows(filter: Filter, sort: Sort): Uint32Array {
    this.#selection.apply(filter);
    return collectMatchedRows(this.#cube, this.#orders.order(sort));
  }

  /** Every known value of a dimension, whether it occurs or not: in the taxonomy's or portfolio's order, else alphabetical. */
  values(dimension: DimensionName): readonly string[] {
    const { values, ...rest } = this.#cube.dimension(dimension, undefined);
    return orderOfKeys(dimension, { ...rest, values }).flatMap((code) => values[code] ?? []);
  }

  #answerGroups(
    names: readonly DimensionName[],
    { radiusKm }: Filter,
    leaveOutOwn: boolean,
  ): NonNullable<Answer['groups']> {
    const groups: Partial<Record<DimensionName, readonly GroupCount[]>> = {};
    for (const name of names) groups[name] = this.#groups.answer(name, radiusKm, leaveOutOwn);
    return groups;
  }
}
