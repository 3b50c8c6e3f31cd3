import type { Breakdown, BreakdownRequest, BreakdownRow, Filter } from '@corridor/domain';
import { byCountThenKey } from './answer-groups.ts';
import type { Dimension } from './dimensions.ts';
import { type IncidentCube, type RowValues, TYPE_COUNT } from './incident-cube.ts';
import { type BucketRange, IMPRECISE, type TimeScale } from './time-scale.ts';
import { TOLL_SUM_WIDTH } from './toll-addends.ts';

const NO_ROW = -1;

/**
 * Counts, tolls, newest and gravest incident, and counts over time for every known value of a dimension, under the
 * whole filter; in the order of groups. O(matched rows × values of each): a pass for each kind of sum, so that each runs
 * over plain arrays alone.
 */
export function answerBreakdown(cube: IncidentCube, request: BreakdownRequest, filter: Filter): Breakdown {
  const dimension = cube.dimension(request.by, filter.radiusKm);
  const scale = request.unit === undefined ? null : cube.timeScale(request.unit);
  const range = scale?.range(filter) ?? { from: 0, to: 0 };
  const size = dimension.values.length + 1;
  const pairs = cube.pairs(dimension, cube.rows());
  const sums: BreakdownSums = {
    byType: countTypes(pairs, cube.table.columns.type.codes, size),
    tolls: sumTolls(pairs, cube, size),
    width: range.to - range.from,
    series: scale ? countBuckets(pairs, scale, range, size) : new Uint32Array(0),
    last: newestRows(pairs, cube.table.columns.startDay, size),
    worst: gravestRows(pairs, cube, size),
  };
  const possible = dimension.possible ? cube.countPlaceValues(dimension.possible) : null;
  return {
    by: request.by,
    unit: request.unit ?? null,
    starts: scale?.starts.slice(range.from, range.to) ?? [],
    rows: toRows(cube, dimension, sums, possible),
  };
}

/** Sums by code of the dimension, in flat arrays. */
interface BreakdownSums {
  readonly byType: Uint32Array;
  readonly tolls: Float64Array;
  /** Buckets of a series. */
  readonly width: number;
  readonly series: Uint32Array;
  /** Rows, or NO_ROW. */
  readonly last: Int32Array;
  readonly worst: Int32Array;
}

function toRows(
  cube: IncidentCube,
  { countsNone, values }: Dimension,
  sums: BreakdownSums,
  possible: Float64Array | null,
): BreakdownRow[] {
  const rows = values.map((key, code) => toRow(cube, sums, key, code, possible?.[code] ?? 0));
  if (countsNone) rows.push(toRow(cube, sums, null, values.length, 0));
  return rows.filter(({ key, count }) => key !== null || count > 0).sort(byCountThenKey);
}

function toRow(
  { table, tollAddends }: IncidentCube,
  { byType, last, series, tolls, width, worst }: BreakdownSums,
  key: string | null,
  code: number,
  possible: number,
): BreakdownRow {
  const types = Array.from(byType.subarray(code * TYPE_COUNT, (code + 1) * TYPE_COUNT));
  const count = types.reduce((sum, ofType) => sum + ofType, 0);
  const summaryOf = (row = NO_ROW) => (row === NO_ROW ? null : table.summary(row));
  return {
    key,
    count,
    possible,
    byType: types,
    casualties: tollAddends.totals(tolls, code * TOLL_SUM_WIDTH, count),
    last: summaryOf(last[code]),
    worst: summaryOf(worst[code]),
    series: Array.from(series.subarray(code * width, (code + 1) * width)),
  };
}

function countTypes({ codes, length, rows }: RowValues, types: ArrayLike<number>, size: number): Uint32Array {
  const counts = new Uint32Array(size * TYPE_COUNT);
  for (let i = 0; i < length; i++) {
    const at = (codes[i] ?? 0) * TYPE_COUNT + (types[rows[i] ?? 0] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function sumTolls({ codes, length, rows }: RowValues, { table, tollAddends }: IncidentCube, size: number) {
  const sums = new Float64Array(size * TOLL_SUM_WIDTH);
  const tolls = table.columns.toll.codes;
  for (let i = 0; i < length; i++) tollAddends.add(sums, (codes[i] ?? 0) * TOLL_SUM_WIDTH, tolls[rows[i] ?? 0] ?? 0);
  return sums;
}

function countBuckets(
  { codes, length, rows }: RowValues,
  { buckets }: TimeScale,
  { from, to }: BucketRange,
  size: number,
): Uint32Array {
  const counts = new Uint32Array(size * (to - from));
  for (let i = 0; i < length; i++) {
    const bucket = buckets[rows[i] ?? 0] ?? IMPRECISE;
    if (bucket === IMPRECISE) continue;
    const at = (codes[i] ?? 0) * (to - from) + bucket - from;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Rows ascend, so that a later one is newer unless it is of the same day: of one day, the first by id stays. */
function newestRows({ codes, length, rows }: RowValues, days: Int32Array, size: number): Int32Array {
  const newest = new Int32Array(size).fill(NO_ROW);
  for (let i = 0; i < length; i++) {
    const row = rows[i] ?? 0;
    const code = codes[i] ?? 0;
    const known = newest[code] ?? NO_ROW;
    if (known === NO_ROW || days[row] !== days[known]) newest[code] = row;
  }
  return newest;
}

/** The gravest, and of equals the newest. */
function gravestRows({ codes, length, rows }: RowValues, { gravity, table }: IncidentCube, size: number): Int32Array {
  const days = table.columns.startDay;
  const gravest = new Int32Array(size).fill(NO_ROW);
  for (let i = 0; i < length; i++) {
    const row = rows[i] ?? 0;
    const code = codes[i] ?? 0;
    const known = gravest[code] ?? NO_ROW;
    const more = known === NO_ROW ? 1 : (gravity[row] ?? 0) - (gravity[known] ?? 0);
    if (more > 0 || (more === 0 && days[row] !== days[known])) gravest[code] = row;
  }
  return gravest;
}
