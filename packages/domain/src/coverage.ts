import { dayOf, isoOf, nextUnit, startOfUnit } from './days.ts';

/** ISO days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The whole months that at least one of some spans meets, merged, oldest first: a source that has a record in a month covers
 * it, whatever the day. O(n log n).
 */
export function coveredMonths(spans: readonly Span[]): readonly Span[] {
  const covered: { from: number; end: number }[] = [];
  const months = spans.map(({ from, to }) => ({
    from: startOfUnit(dayOf(from), 'month'),
    end: nextUnit(dayOf(to), 'month'),
  }));
  for (const { end, from } of months.sort((a, b) => a.from - b.from)) {
    const last = covered.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, end);
    else covered.push({ from, end });
  }
  return covered.map(({ end, from }) => ({ from: isoOf(from), to: isoOf(end - 1) }));
}

/** Silences of a source, in months: the shortest that is bridged always, the longest that is ever, and how many times the usual. */
const [BRIDGED_ALWAYS, BRIDGED_AT_MOST, TIMES_THE_USUAL] = [3, 12, 3];
/** The part of a source's silences that are usual: 19 of 20. */
const USUAL_SHARE = 0.95;

/**
 * The whole months that a source covers by its own records, merged, oldest first: those that a record meets, and the silences
 * between them that are no longer than its rhythm explains. That is three times the longest of its usual steps from one month with
 * a record to the next (19 of 20 are no longer), at least 3 months and at most 12. So one stray record covers its own months
 * and none before or after it. `spans` are of its records, in any order. O(n log n).
 */
export function coveredByRhythm(spans: readonly Span[]): readonly Span[] {
  const met = coveredMonths(spans);
  const steps = met.flatMap(({ from, to }, index) => {
    const next = met[index + 1];
    const within = Array<number>(monthOf(to) - monthOf(from)).fill(1);
    return next ? [...within, monthOf(next.from) - monthOf(to)] : within;
  });
  const usual = steps.sort((a, b) => a - b)[Math.floor(USUAL_SHARE * (steps.length - 1))] ?? 0;
  const bridged = Math.min(BRIDGED_AT_MOST, Math.max(BRIDGED_ALWAYS, TIMES_THE_USUAL * usual));
  const silences = met.flatMap(({ to }, index) => {
    const next = met[index + 1];
    return next && monthOf(next.from) - monthOf(to) - 1 <= bridged ? [{ from: to, to: next.from }] : [];
  });
  return coveredMonths([...met, ...silences]);
}

/** Months since the year 0. */
function monthOf(isoDay: string): number {
  return 12 * Number(isoDay.slice(0, 4)) + Number(isoDay.slice(5, 7)) - 1;
}

/** What of a stretch of time `covered` leaves out, oldest first. `covered` is as `coveredMonths` gives it. */
export function uncoveredWithin(covered: readonly Span[], { from, to }: Span): readonly Span[] {
  const gaps: Span[] = [];
  const [first, last] = [dayOf(from), dayOf(to)];
  let open = first;
  for (const span of covered) {
    const start = dayOf(span.from);
    if (start > last) break;
    if (start > open) gaps.push({ from: isoOf(open), to: isoOf(start - 1) });
    open = Math.max(open, dayOf(span.to) + 1);
  }
  if (open <= last) gaps.push({ from: isoOf(open), to });
  return gaps;
}

/** How much of a stretch of time lies within gaps that do not touch each other. */
export function uncoveredPart(gaps: readonly Span[], { from, to }: Span): 'none' | 'part' | 'whole' {
  if (gaps.some((gap) => gap.from <= from && gap.to >= to)) return 'whole';
  return gaps.some((gap) => gap.from <= to && gap.to >= from) ? 'part' : 'none';
}
