import { dayOf, isoOf, nextUnit, type TimeUnit } from '@corridor/domain';

/** One bar: its days, both included, and where it begins on the shown stretch. */
export interface Bucket {
  readonly start: string;
  readonly end: string;
  /** Index into the answer's `starts` and `counts`. */
  readonly index: number;
}

export interface TimelineScale {
  readonly unit: TimeUnit;
  /** Bars that are shown, gap-free. */
  readonly buckets: readonly Bucket[];
  readonly width: number;
  /** Pixel of the morning of a day; days beyond the shown stretch are cut to its ends. */
  readonly x: (iso: string) => number;
  /** Pixel of the evening of a day. */
  readonly xAfter: (iso: string) => number;
  /** The bar under a pixel; the nearest one beyond the ends. */
  readonly bucketAt: (x: number) => number;
  /** The bar that holds a day; the nearest one beyond the ends. */
  readonly bucketOf: (iso: string) => number;
}

/** More bars than this cannot be told apart: earlier ones are left out. */
export const MAX_BARS = 420;

/** Lays the bars of an answer from the first shown day over a width. Bars are as wide as their days are many. */
export function createScale(starts: readonly string[], unit: TimeUnit, from: string, width: number): TimelineScale {
  const all = starts.map((start, index): Bucket => ({ start, end: isoOf(nextUnit(dayOf(start), unit) - 1), index }));
  const buckets = all.filter(({ end }) => end >= from).slice(-MAX_BARS);
  const first = dayOf(buckets[0]?.start ?? from);
  const last = dayOf(buckets.at(-1)?.end ?? from);
  const perDay = width / Math.max(1, last - first + 1);
  const at = (day: number) => Math.min(width, Math.max(0, (day - first) * perDay));
  const bucketOf = (iso: string) => {
    const found = buckets.findIndex(({ end }) => iso <= end);
    return found === -1 ? Math.max(0, buckets.length - 1) : found;
  };
  return {
    unit,
    buckets,
    width,
    x: (iso) => at(dayOf(iso)),
    xAfter: (iso) => at(dayOf(iso) + 1),
    bucketOf,
    bucketAt: (x) => bucketOf(isoOf(first + Math.floor(Math.min(width - 1e-6, Math.max(0, x)) / perDay))),
  };
}
