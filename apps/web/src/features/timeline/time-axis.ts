import { dayOf, isoOf, nextUnit, type TimeUnit } from '@corridor/domain';

/** Part of a timeline that is drawn: buckets `first` to `last`, the latter left out. */
export interface DrawnRange {
  readonly first: number;
  readonly last: number;
}

export const MAX_BARS = 420;

/**
 * Which buckets are drawn: those since a year, but at most MAX_BARS. Where there are more, the latest are drawn, or
 * those from the period's beginning on.
 */
export function drawnRange(starts: readonly string[], sinceYear: number, periodFrom: string | undefined): DrawnRange {
  const since = `${String(sinceYear).padStart(4, '0')}-01-01`;
  const first = firstAtOrAfter(starts, since);
  const last = starts.length;
  if (last - first <= MAX_BARS) return { first, last };
  const latest = last - MAX_BARS;
  if (periodFrom === undefined) return { first: latest, last };
  const lead = Math.floor(MAX_BARS / 10);
  const begin = Math.max(first, Math.min(latest, firstAtOrAfter(starts, periodFrom) - lead));
  return { first: begin, last: begin + MAX_BARS };
}

function firstAtOrAfter(starts: readonly string[], day: string): number {
  const index = starts.findIndex((start) => start >= day);
  return index < 0 ? Math.max(0, starts.length - 1) : index;
}

/** Years to choose the first of, the latest first, each with the years that follow it. */
export function yearChoices(firstDay: string, lastDay: string): readonly number[] {
  const last = Number(lastDay.slice(0, 4));
  return Array.from({ length: last - Number(firstDay.slice(0, 4)) + 1 }, (_, index) => last - index);
}

/** The first year drawn where the reader chose none: recent years, or from the period's beginning if that is earlier. */
export function defaultSince(lastDay: string, years: number, periodFrom: string | undefined): number {
  const recent = Number(lastDay.slice(0, 4)) - years;
  return periodFrom === undefined ? recent : Math.min(recent, Number(periodFrom.slice(0, 4)));
}

/**
 * Days along a line of equally wide bars. `edges` are the first days of the bars and the day after the last, so bar i
 * lies between edges i and i + 1.
 */
export interface TimeAxis {
  readonly edges: readonly number[];
  readonly left: number;
  readonly barWidth: number;
}

export function createTimeAxis(starts: readonly string[], unit: TimeUnit, left: number, width: number): TimeAxis {
  const days = starts.map(dayOf);
  const end = days.at(-1);
  const edges = end === undefined ? [] : [...days, nextUnit(end, unit)];
  return { edges, left, barWidth: days.length === 0 ? 0 : width / days.length };
}

export function barCount({ edges }: TimeAxis): number {
  return Math.max(0, edges.length - 1);
}

/** Where a day begins, in pixels; days beyond the axis at its ends. */
export function xOfDay(axis: TimeAxis, day: number): number {
  const { edges, left, barWidth } = axis;
  const index = bucketOfDay(axis, day);
  const [start, end] = [edges[index], edges[index + 1]];
  if (start === undefined || end === undefined) return left;
  const within = Math.min(1, Math.max(0, (day - start) / (end - start)));
  return left + (index + within) * barWidth;
}

/** The bar that holds a day; the first or last for days beyond the axis. */
export function bucketOfDay(axis: TimeAxis, day: number): number {
  let low = 0;
  let high = barCount(axis) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((axis.edges[middle] ?? Number.POSITIVE_INFINITY) <= day) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The bar under a place, or the nearest. */
export function bucketAt(axis: TimeAxis, x: number): number {
  const index = Math.floor((x - axis.left) / axis.barWidth);
  return Math.max(0, Math.min(barCount(axis) - 1, index));
}

/** The edge between bars nearest to a place, as an index into `edges`. */
export function edgeAt(axis: TimeAxis, x: number): number {
  const index = Math.round((x - axis.left) / axis.barWidth);
  return Math.max(0, Math.min(barCount(axis), index));
}

/** Whether a bar's time is not over on the last day of the data. */
export function isUnfinished(axis: TimeAxis, index: number, lastDay: string): boolean {
  const end = axis.edges[index + 1];
  return end !== undefined && index === bucketOfDay(axis, dayOf(lastDay)) && end - 1 > dayOf(lastDay);
}

/** Labels along the axis: the first bar of each year, every few years where they would touch. */
export function yearMarks(axis: TimeAxis, minGapPx: number): readonly { readonly year: string; readonly x: number }[] {
  const marks: { year: string; x: number }[] = [];
  let seen = '';
  for (let index = 0; index < barCount(axis); index++) {
    const year = isoOf(axis.edges[index] ?? 0).slice(0, 4);
    if (year !== seen) marks.push({ year, x: axis.left + index * axis.barWidth });
    seen = year;
  }
  const gap = Math.min(
    ...marks
      .slice(1)
      .map(({ x }, index) => x - (marks[index]?.x ?? 0))
      .slice(1),
  );
  const every = Number.isFinite(gap) && gap > 0 ? Math.ceil(minGapPx / gap) : 1;
  return marks.filter(({ year }, index) => (every === 1 ? true : Number(year) % every === 0 && index > 0));
}
