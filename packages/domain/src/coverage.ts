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
