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
import type { Moments } from './incident-cube.ts';

/** Bucket of a moment that is dated too roughly for the unit. */
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

/** Gap-free buckets of one unit from the first to the last day of a table. O(days in the table). */
export class TimeScale {
  /** First day of each bucket. */
  readonly starts: readonly string[];
  readonly #startDays: readonly number[];
  /** Bucket by moment, or IMPRECISE. */
  readonly buckets: Int32Array;
  readonly #firstDay: number;
  readonly #lastDay: number;

  constructor({ days, precisions }: Moments, unit: TimeUnit) {
    this.#firstDay = days[0] ?? 0;
    this.#lastDay = days.at(-1) ?? -1;
    const startDays: number[] = [];
    for (let day = startOfUnit(this.#firstDay, unit); day <= this.#lastDay; day = nextUnit(day, unit))
      startDays.push(day);
    this.#startDays = startDays;
    this.starts = startDays.map(isoOf);
    const coarsest = DATE_PRECISIONS.indexOf(FINE_ENOUGH[unit]);
    let bucket = 0;
    this.buckets = Int32Array.from(days, (day, moment) => {
      while ((startDays[bucket + 1] ?? Number.POSITIVE_INFINITY) <= day) bucket++;
      return (precisions[moment] ?? 0) > coarsest ? IMPRECISE : bucket;
    });
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
