import { type DimensionName, EVENT_TYPES, SEVERITIES, STATUSES, type Timeline, VIOLENT_TYPES } from '@corridor/domain';

/** One colour of a stacked bar. */
export interface Stack {
  /** Value of the dimension; null for incidents without one, OTHERS for what has no colour of its own. */
  readonly key: string | null;
  readonly counts: readonly number[];
  readonly total: number;
}

export const OTHERS = '(others)';
export const MAX_STACKS = 6;

/** Orders that a reader expects, from the base line up; other dimensions go by size. */
const FIXED_ORDERS: Readonly<Partial<Record<DimensionName, readonly string[]>>> = {
  type: EVENT_TYPES,
  severity: SEVERITIES.map(String).toReversed(),
  status: STATUSES,
  chinese: ['true', 'false'],
};

/**
 * The series of the drawn buckets, at most MAX_STACKS and one for the rest. Developments are ticks, never stacked.
 */
export function stackSeries(
  { series }: Pick<Timeline, 'series'>,
  by: DimensionName,
  range: { readonly first: number; readonly last: number },
): readonly Stack[] {
  const stacks = series
    .filter(({ key }) => by !== 'type' || VIOLENT_TYPES.some((type) => type === key))
    .map(({ key, counts }) => toStack(key, counts.slice(range.first, range.last)))
    .filter(({ total }) => total > 0);
  const order = FIXED_ORDERS[by];
  if (order) return stacks.toSorted((a, b) => order.indexOf(a.key ?? '') - order.indexOf(b.key ?? ''));
  const bySize = stacks.toSorted((a, b) => b.total - a.total);
  if (bySize.length <= MAX_STACKS + 1) return bySize;
  const rest = bySize.slice(MAX_STACKS);
  return [...bySize.slice(0, MAX_STACKS), toStack(OTHERS, sumOf(rest))];
}

function toStack(key: string | null, counts: readonly number[]): Stack {
  return { key, counts, total: counts.reduce((sum, count) => sum + count, 0) };
}

/** How many in each bucket, over all stacks. */
export function sumOf(stacks: readonly Pick<Stack, 'counts'>[]): readonly number[] {
  const length = stacks[0]?.counts.length ?? 0;
  const sums = new Array<number>(length).fill(0);
  for (const { counts } of stacks) {
    for (let index = 0; index < length; index++) sums[index] = (sums[index] ?? 0) + (counts[index] ?? 0);
  }
  return sums;
}

/** Incidents in buckets outside the drawn range. */
export function countOutside(
  { series }: Pick<Timeline, 'series'>,
  by: DimensionName,
  { first, last }: { readonly first: number; readonly last: number },
): { readonly earlier: number; readonly later: number } {
  const kept = series.filter(({ key }) => by !== 'type' || VIOLENT_TYPES.some((type) => type === key));
  const sum = (from: number, to?: number) =>
    kept.reduce((all, { counts }) => all + counts.slice(from, to).reduce((a, b) => a + b, 0), 0);
  return { earlier: sum(0, first), later: sum(last) };
}
