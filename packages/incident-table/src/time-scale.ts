import type { Crossfilter, RowSet } from '@corridor/crossfilter';
import {
  DATE_PRECISIONS,
  type DatePrecision,
  dayOf,
  type Filter,
  isoOf,
  nextUnit,
  startOfUnit,
  type TimeUnit,
} from '@corridor/domain';
import type { IncidentColumns } from './incident-columns.ts';

/** Bucket of a row that is dated too roughly for the unit. */
export const IMPRECISE = -1;

/** How many ranks of DATE_PRECISIONS a unit can place: a month holds incidents dated to the day, week or month. */
const FINE_ENOUGH: Readonly<Record<TimeUnit, DatePrecision>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'month',
  year: 'year',
};

/** Buckets `from` up to, not including, `to` of a scale. */
export interface BucketRange {
  readonly from: number;
  readonly to: number;
}

/** Gap-free buckets of one unit from the first to the last day of a table. Rows are sorted by day, so a bucket is a range of rows. */
export class TimeScale {
  /** First day of each bucket. */
  readonly starts: readonly string[];
  /** First row of each bucket, and the number of rows. */
  readonly bounds: Uint32Array;
  /** Rows that are dated finely enough to be in a bucket; null when all are. */
  readonly precise: RowSet | null;
  readonly #startDays: readonly number[];
  readonly #firstDay: number;
  readonly #lastDay: number;
  readonly #datePrecision: Uint8Array;
  readonly #coarsest: number;
  #buckets: Int32Array | null = null;

  /** O(rows). */
  constructor({ datePrecision, startDay }: IncidentColumns, crossfilter: Crossfilter, unit: TimeUnit) {
    this.#firstDay = startDay[0] ?? 0;
    this.#lastDay = startDay.at(-1) ?? -1;
    this.#datePrecision = datePrecision;
    this.#coarsest = DATE_PRECISIONS.indexOf(FINE_ENOUGH[unit]);
    const startDays: number[] = [];
    for (let day = startOfUnit(this.#firstDay, unit); day <= this.#lastDay; day = nextUnit(day, unit))
      startDays.push(day);
    this.#startDays = startDays;
    this.starts = startDays.map(isoOf);
    this.bounds = Uint32Array.from([...startDays, this.#lastDay + 1], (day) => crossfilter.firstRowAt(day));
    const isPrecise = datePrecision.map((precision) => (precision <= this.#coarsest ? 1 : 0));
    this.precise = isPrecise.includes(0) ? crossfilter.rowSetOf(isPrecise) : null;
  }

  /** Bucket by row, or IMPRECISE. Kept: O(rows) the first time, 4 bytes a row. */
  get buckets(): Int32Array {
    if (this.#buckets) return this.#buckets;
    const buckets = new Int32Array(this.#datePrecision.length);
    for (let bucket = 0; bucket < this.starts.length; bucket++)
      buckets.fill(bucket, this.bounds[bucket], this.bounds[bucket + 1]);
    for (let row = 0; row < buckets.length; row++)
      if ((this.#datePrecision[row] ?? 0) > this.#coarsest) buckets[row] = IMPRECISE;
    this.#buckets = buckets;
    return buckets;
  }

  /** All buckets, or those that meet the filter's period. */
  range({ from, to }: Pick<Filter, 'from' | 'to'>): BucketRange {
    const first = Math.max(this.#firstDay, from === undefined ? this.#firstDay : dayOf(from));
    const last = Math.min(this.#lastDay, to === undefined ? this.#lastDay : dayOf(to));
    if (first > last) return { from: 0, to: 0 };
    return { from: this.#bucketOf(first), to: this.#bucketOf(last) + 1 };
  }

  #bucketOf(day: number): number {
    let low = 0;
    let high = this.#startDays.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#startDays[middle] ?? 0) <= day) low = middle;
      else high = middle;
    }
    return low;
  }
}
