import type { Filter, Timeline, TimelineRequest, TimelineSeries } from '@corridor/domain';
import type { FilterPart } from './dimensions.ts';
import { type IncidentCube, TYPE_COUNT } from './incident-cube.ts';
import { orderOfKeys } from './known-values.ts';
import { type BucketRange, IMPRECISE, type TimeScale } from './time-scale.ts';

/**
 * Counts over time. Stacked by event type or not at all: O(distinct days × types); by another dimension: O(rows).
 * Series stand for the values that occur, in the order of `IncidentEngine.values`, none last.
 */
export function answerTimeline(cube: IncidentCube, request: TimelineRequest, filter: Filter): Timeline {
  const { unit, stackBy, ignorePeriod = false } = request;
  const leaveOut = ignorePeriod ? 'period' : undefined;
  const scale = cube.timeScale(unit);
  const range = scale.range(ignorePeriod ? {} : filter);
  const table = new SeriesTable(range);
  const imprecise = countMoments(cube, scale, leaveOut, (type, bucket, count) => {
    if (stackBy === undefined) table.add(0, bucket, count);
    else if (stackBy === 'type') table.add(type, bucket, count);
  });
  const starts = scale.starts.slice(range.from, range.to);
  if (stackBy === undefined) return { unit, starts, imprecise, series: [{ key: null, counts: table.counts(0) }] };

  const dimension = cube.dimension(stackBy, filter.radiusKm);
  if (stackBy !== 'type') {
    cube.eachValue(dimension, cube.rows(leaveOut), (row, code) => {
      const bucket = scale.buckets[cube.momentOf(row)] ?? IMPRECISE;
      if (bucket !== IMPRECISE) table.add(code, bucket, 1);
    });
  }
  const series = orderOfKeys(stackBy, dimension)
    .filter((code) => table.has(code))
    .map((code): TimelineSeries => ({ key: dimension.values[code] ?? null, counts: table.counts(code) }));
  return { unit, starts, imprecise, series };
}

/** Visits the counts by type and bucket, and returns how many are in no bucket. */
function countMoments(
  cube: IncidentCube,
  scale: TimeScale,
  leaveOut: FilterPart | undefined,
  visit: (type: number, bucket: number, count: number) => void,
): number {
  const counts = cube.countMoments(leaveOut);
  let imprecise = 0;
  for (let code = 0; code < counts.length; code++) {
    const count = counts.at(code);
    if (count === 0) continue;
    const bucket = scale.buckets[Math.floor(code / TYPE_COUNT)] ?? IMPRECISE;
    if (bucket === IMPRECISE) imprecise += count;
    else visit(code % TYPE_COUNT, bucket, count);
  }
  return imprecise;
}

/** A row of counts for each code that occurs. */
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
