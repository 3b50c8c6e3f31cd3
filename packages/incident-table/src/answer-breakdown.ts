import type { Breakdown, BreakdownRequest, BreakdownRow, Filter, IncidentSummary } from '@corridor/domain';
import { byCountThenKey } from './answer-groups.ts';
import type { Dimension } from './dimensions.ts';
import { type IncidentCube, spreadCounts, TYPE_COUNT } from './incident-cube.ts';
import { type BucketRange, IMPRECISE, type TimeScale } from './time-scale.ts';
import { TOLL_SUM_WIDTH } from './toll-addends.ts';

const NO_ROW = -1;

/**
 * Counts, tolls, newest and gravest incident, and counts over time for every known value of a dimension, under the
 * whole filter; in the order of groups. O(matched rows × values of each), about 20 ns each.
 */
export function answerBreakdown(cube: IncidentCube, request: BreakdownRequest, filter: Filter): Breakdown {
  const dimension = cube.dimension(request.by, filter.radiusKm);
  const scale = request.unit === undefined ? null : cube.timeScale(request.unit);
  const range = scale?.range(filter) ?? { from: 0, to: 0 };
  const sums = new BreakdownSums(cube, dimension.values.length + 1, scale, range);
  cube.eachValue(dimension, cube.rows(), (row, code) => sums.add(row, code));
  const possible = dimension.possible ? spreadCounts(dimension.possible, cube.countPlaceTotals()) : null;
  return {
    by: request.by,
    unit: request.unit ?? null,
    starts: scale?.starts.slice(range.from, range.to) ?? [],
    rows: toRows(dimension, sums, possible),
  };
}

function toRows({ values, countsNone }: Dimension, sums: BreakdownSums, possible: Float64Array | null): BreakdownRow[] {
  const rows = values.map((key, code) => sums.row(key, code, possible?.[code] ?? 0));
  if (countsNone && sums.count(values.length) > 0) rows.push(sums.row(null, values.length, 0));
  return rows.sort(byCountThenKey);
}

/** Sums by code, in flat arrays: type counts, tolls, series, and two rows. */
class BreakdownSums {
  readonly #cube: IncidentCube;
  readonly #types: ArrayLike<number>;
  readonly #tollCodes: ArrayLike<number>;
  readonly #days: Int32Array;
  readonly #gravity: Float64Array;
  readonly #buckets: Int32Array | null;
  readonly #first: number;
  readonly #width: number;
  readonly #byType: Uint32Array;
  readonly #tolls: Float64Array;
  readonly #series: Uint32Array;
  readonly #last: Int32Array;
  readonly #worst: Int32Array;

  constructor(cube: IncidentCube, size: number, scale: TimeScale | null, range: BucketRange) {
    this.#cube = cube;
    this.#types = cube.table.columns.type.codes;
    this.#tollCodes = cube.table.columns.toll.codes;
    this.#days = cube.table.columns.startDay;
    this.#gravity = cube.gravity;
    this.#buckets = scale?.buckets ?? null;
    this.#first = range.from;
    this.#width = range.to - range.from;
    this.#byType = new Uint32Array(size * TYPE_COUNT);
    this.#tolls = new Float64Array(size * TOLL_SUM_WIDTH);
    this.#series = new Uint32Array(size * this.#width);
    this.#last = new Int32Array(size).fill(NO_ROW);
    this.#worst = new Int32Array(size).fill(NO_ROW);
  }

  /** Rows come in ascending order, so that a later one is newer unless it is of the same day: of one day, the first by id stays. */
  add(row: number, code: number): void {
    increment(this.#byType, code * TYPE_COUNT + (this.#types[row] ?? 0));
    this.#cube.tollAddends.add(this.#tolls, code * TOLL_SUM_WIDTH, this.#tollCodes[row] ?? 0);
    const bucket = this.#buckets?.[row] ?? IMPRECISE;
    if (bucket !== IMPRECISE) increment(this.#series, code * this.#width + bucket - this.#first);
    const last = this.#last[code] ?? NO_ROW;
    if (last === NO_ROW || this.#days[row] !== this.#days[last]) this.#last[code] = row;
    const worst = this.#worst[code] ?? NO_ROW;
    if (worst === NO_ROW || this.#isWorse(row, worst)) this.#worst[code] = row;
  }

  count(code: number): number {
    return this.#byType.subarray(code * TYPE_COUNT, (code + 1) * TYPE_COUNT).reduce((sum, count) => sum + count, 0);
  }

  row(key: string | null, code: number, possible: number): BreakdownRow {
    const count = this.count(code);
    return {
      key,
      count,
      possible,
      byType: Array.from(this.#byType.subarray(code * TYPE_COUNT, (code + 1) * TYPE_COUNT)),
      casualties: this.#cube.tollAddends.totals(this.#tolls, code * TOLL_SUM_WIDTH, count),
      last: this.#summary(this.#last[code]),
      worst: this.#summary(this.#worst[code]),
      series: Array.from(this.#series.subarray(code * this.#width, (code + 1) * this.#width)),
    };
  }

  #summary(row: number | undefined): IncidentSummary | null {
    return row === undefined || row === NO_ROW ? null : this.#cube.table.summary(row);
  }

  #isWorse(row: number, than: number): boolean {
    const more = (this.#gravity[row] ?? 0) - (this.#gravity[than] ?? 0);
    return more > 0 || (more === 0 && this.#days[row] !== this.#days[than]);
  }
}

function increment(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
