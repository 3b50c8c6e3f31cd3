import {
  CASUALTY_KINDS,
  type CasualtyKind,
  type Filter,
  type Timeline,
  type TimelineRequest,
  type TimelineSeries,
} from '@corridor/domain';
import type { Dimension, FilterPart } from './dimensions.ts';
import { TOLL_WIDTH } from './incident-columns.ts';
import type { IncidentCube } from './incident-cube.ts';
import { orderOfKeys } from './known-values.ts';
import { type BucketRange, IMPRECISE, type TimeScale } from './time-scale.ts';

/** Stacks of at most so many values of rows have a set of rows for each. */
const MAX_SETS = 64;

/**
 * Incidents or tolls over time. Not stacked, or incidents by a dimension of few values: O(rows / 64 + buckets) for each
 * series, or bit of a toll; other stacks: O(rows that pass). Series stand for the values that occur, also where their tolls
 * add up to nothing, in the order of `IncidentEngine.values`, none last.
 */
export function answerTimeline(cube: IncidentCube, request: TimelineRequest, filter: Filter): Timeline {
  if (!request.ignorePeriod) return computeTimeline(cube, request, filter);
  // A brush moves the period and nothing else: what leaves the period out stays as it is.
  const key = `${request.unit} ${request.stackBy} ${request.measure} ${filter.radiusKm}`;
  return cube.keptTimeline(key, cube.crossfilter.stateOf(cube.filterOf('period')), () =>
    computeTimeline(cube, request, filter),
  );
}

function computeTimeline(cube: IncidentCube, request: TimelineRequest, filter: Filter): Timeline {
  const { unit, stackBy, ignorePeriod = false, measure = 'incidents' } = request;
  const leaveOut = ignorePeriod ? 'period' : undefined;
  const scale = cube.timeScale(unit);
  const range = scale.range(ignorePeriod ? {} : filter);
  const dimension = stackBy === undefined ? null : cube.dimension(stackBy, filter.radiusKm);
  const all = countBuckets(cube, scale, leaveOut);
  const matched = leaveOut ? cube.crossfilter.matchedWithout(cube.filterOf(leaveOut)) : cube.crossfilter.matched;
  let imprecise = matched;
  for (const count of all) imprecise -= count;
  const table = new SeriesTable(range);
  if (!dimension) table.set(0, measure === 'incidents' ? all : sumBuckets(cube, scale, leaveOut, measure));
  else if (measure === 'incidents' && hasSets(dimension)) addSets(cube, scale, leaveOut, dimension, table);
  else addRows(cube, scale, leaveOut, dimension, measureByToll(cube, measure), table);
  const starts = scale.starts.slice(range.from, range.to);
  if (stackBy === undefined || !dimension)
    return { unit, starts, imprecise, series: [{ key: null, counts: table.counts(0) }] };
  const series = orderOfKeys(stackBy, dimension)
    .filter((code) => table.has(code))
    .map((code): TimelineSeries => ({ key: dimension.values[code] ?? null, counts: table.counts(code) }));
  return { unit, starts, imprecise, series };
}

/** Rows that pass by bucket, of all or of one value. Valid until the next call. */
function countBuckets(
  cube: IncidentCube,
  { bounds, precise }: TimeScale,
  leaveOut: FilterPart | undefined,
  value?: number,
): Uint32Array {
  const within = [...(precise === null ? [] : [precise]), ...(value === undefined ? [] : [value])];
  return cube.crossfilter.countRanges(bounds, { leaveOut: leaveOut && cube.filterOf(leaveOut), within });
}

/** The best figures of a kind by bucket: a count for each bit that occurs. */
function sumBuckets(
  cube: IncidentCube,
  scale: TimeScale,
  leaveOut: FilterPart | undefined,
  kind: CasualtyKind,
): Float64Array {
  const sums = new Float64Array(scale.starts.length);
  const { column } = cube.tollBits;
  const occurs = cube.countColumn(column, leaveOut);
  for (const { slot, weight } of cube.tollBits.bestSlots(kind)) {
    if ((occurs[slot] ?? 0) === 0) continue;
    countBuckets(cube, scale, leaveOut, cube.crossfilter.rowSet(column, slot)).forEach((count, bucket) => {
      sums[bucket] = (sums[bucket] ?? 0) + weight * count;
    });
  }
  return sums;
}

function hasSets({ by, column }: Dimension): boolean {
  return by === 'row' && column.cardinality < MAX_SETS;
}

function addSets(
  cube: IncidentCube,
  scale: TimeScale,
  leaveOut: FilterPart | undefined,
  { column, countsNone, values }: Dimension,
  table: SeriesTable,
): void {
  const counts = cube.countColumn(column, leaveOut);
  for (let code = 0; code < values.length + (countsNone ? 1 : 0); code++) {
    if ((counts[code] ?? 0) === 0) continue;
    table.setWhereAny(code, countBuckets(cube, scale, leaveOut, cube.crossfilter.rowSet(column, code)));
  }
}

function addRows(
  cube: IncidentCube,
  { buckets }: TimeScale,
  leaveOut: FilterPart | undefined,
  dimension: Dimension,
  addends: Int32Array | null,
  table: SeriesTable,
): void {
  const { codes: tolls } = cube.table.columns.toll;
  const { codes, length, rows } = cube.pairs(dimension, cube.rows(leaveOut));
  for (let i = 0; i < length; i++) {
    const row = rows[i] ?? 0;
    const bucket = buckets[row] ?? IMPRECISE;
    if (bucket !== IMPRECISE) table.add(codes[i] ?? 0, bucket, addends ? (addends[tolls[row] ?? 0] ?? 0) : 1);
  }
}

/** What a row with each distinct toll adds; null where every row adds one. */
function measureByToll({ table }: IncidentCube, measure: NonNullable<TimelineRequest['measure']>): Int32Array | null {
  if (measure === 'incidents') return null;
  const { toll, tolls } = table.columns;
  const at = 3 * CASUALTY_KINDS.indexOf(measure) + 1;
  return Int32Array.from({ length: toll.cardinality }, (_, code) => Math.max(0, tolls[code * TOLL_WIDTH + at] ?? 0));
}

/** A row of sums over the buckets of a range for each code that occurs. */
class SeriesTable {
  readonly #range: BucketRange;
  readonly #rows: (number[] | undefined)[] = [];

  constructor(range: BucketRange) {
    this.#range = range;
  }

  add(code: number, bucket: number, count: number): void {
    const row = this.#row(code);
    const at = bucket - this.#range.from;
    row[at] = (row[at] ?? 0) + count;
  }

  /** Takes the counts of all buckets over, those outside the range left out. */
  set(code: number, byBucket: Uint32Array | Float64Array): void {
    this.#rows[code] = this.#inRange(byBucket);
  }

  /** The same, unless all of them are 0. */
  setWhereAny(code: number, byBucket: Uint32Array): void {
    for (let bucket = this.#range.from; bucket < this.#range.to; bucket++) {
      if (byBucket[bucket] === 0) continue;
      this.set(code, byBucket);
      return;
    }
  }

  #inRange(byBucket: Uint32Array | Float64Array): number[] {
    const { from, to } = this.#range;
    const row = new Array<number>(to - from);
    // Several times as fast as Array.from.
    for (let bucket = from; bucket < to; bucket++) row[bucket - from] = byBucket[bucket] ?? 0;
    return row;
  }

  has(code: number): boolean {
    return this.#rows[code] !== undefined;
  }

  counts(code: number): readonly number[] {
    return this.#row(code);
  }

  #row(code: number): number[] {
    const known = this.#rows[code];
    if (known) return known;
    const row = new Array<number>(this.#range.to - this.#range.from).fill(0);
    this.#rows[code] = row;
    return row;
  }
}
