import {
  CASUALTY_KINDS,
  type Filter,
  type Timeline,
  type TimelineRequest,
  type TimelineSeries,
} from '@corridor/domain';
import type { Dimension, FilterPart } from './dimensions.ts';
import { TOLL_WIDTH } from './incident-columns.ts';
import { type IncidentCube, TYPE_COUNT } from './incident-cube.ts';
import { orderOfKeys } from './known-values.ts';
import { type BucketRange, IMPRECISE, type TimeScale } from './time-scale.ts';

/**
 * Incidents or tolls over time. Incidents by event type or not stacked: O(distinct days × types); tolls, and other
 * stacks: O(rows). Series stand for the values that occur, also where their tolls add up to nothing, in the order of
 * `IncidentEngine.values`, none last.
 */
export function answerTimeline(cube: IncidentCube, request: TimelineRequest, filter: Filter): Timeline {
  const { unit, stackBy, ignorePeriod = false, measure = 'incidents' } = request;
  const leaveOut = ignorePeriod ? 'period' : undefined;
  const scale = cube.timeScale(unit);
  const range = scale.range(ignorePeriod ? {} : filter);
  const table = new SeriesTable(range);
  const counts = measure === 'incidents' && (stackBy === undefined || stackBy === 'type');
  const imprecise = countMoments(cube, scale, leaveOut, (type, bucket, count) => {
    if (counts) table.add(stackBy === undefined ? 0 : type, bucket, count);
  });
  const dimension = stackBy === undefined ? null : cube.dimension(stackBy, filter.radiusKm);
  if (!counts) {
    const addends = measureByToll(cube, measure);
    const { codes: tolls } = cube.table.columns.toll;
    eachValue(cube, dimension, leaveOut, (row, code) => {
      const bucket = scale.buckets[cube.momentOf(row)] ?? IMPRECISE;
      if (bucket !== IMPRECISE) table.add(code, bucket, addends?.[tolls[row] ?? 0] ?? 1);
    });
  }
  const starts = scale.starts.slice(range.from, range.to);
  if (stackBy === undefined || !dimension)
    return { unit, starts, imprecise, series: [{ key: null, counts: table.counts(0) }] };
  const series = orderOfKeys(stackBy, dimension)
    .filter((code) => table.has(code))
    .map((code): TimelineSeries => ({ key: dimension.values[code] ?? null, counts: table.counts(code) }));
  return { unit, starts, imprecise, series };
}

/** What a row with each distinct toll adds; null where every row adds one. */
function measureByToll({ table }: IncidentCube, measure: NonNullable<TimelineRequest['measure']>): Int32Array | null {
  if (measure === 'incidents') return null;
  const { toll, tolls } = table.columns;
  const at = 3 * CASUALTY_KINDS.indexOf(measure) + 1;
  return Int32Array.from({ length: toll.cardinality }, (_, code) => Math.max(0, tolls[code * TOLL_WIDTH + at] ?? 0));
}

/** Visits each row that passes with the codes of its values; without a dimension once, with code 0. */
function eachValue(
  cube: IncidentCube,
  dimension: Dimension | null,
  leaveOut: FilterPart | undefined,
  visit: (row: number, code: number) => void,
): void {
  const rows = cube.rows(leaveOut);
  if (dimension) cube.eachValue(dimension, rows, visit);
  else for (const row of rows) visit(row, 0);
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
  for (let moment = 0, code = 0; code < counts.length; moment++) {
    const bucket = scale.buckets[moment] ?? IMPRECISE;
    for (let type = 0; type < TYPE_COUNT; type++, code++) {
      const count = counts.at(code);
      if (count === 0) continue;
      if (bucket === IMPRECISE) imprecise += count;
      else visit(type, bucket, count);
    }
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
