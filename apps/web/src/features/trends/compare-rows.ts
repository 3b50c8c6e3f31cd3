import type { BreakdownRow } from '@corridor/domain';

export interface ComparedRow {
  readonly key: string | null;
  readonly now: number;
  /** Null where there is no period to compare with. */
  readonly before: number | null;
  /** Counts of the period in the order of EVENT_TYPES. */
  readonly byType: readonly number[];
}

/** Rows of two periods side by side: every value that occurs in either, most now first, then most before, then name. */
export function compareRows(now: readonly BreakdownRow[], before: readonly BreakdownRow[] | null): ComparedRow[] {
  const earlier = new Map(before?.map(({ key, count }) => [key, count]));
  const current = new Map(now.map((row) => [row.key, row]));
  const keys = new Set([...current.keys(), ...earlier.keys()]);
  return [...keys]
    .map((key) => ({
      key,
      now: current.get(key)?.count ?? 0,
      before: before ? (earlier.get(key) ?? 0) : null,
      byType: current.get(key)?.byType ?? [],
    }))
    .filter((row) => row.now > 0 || (row.before ?? 0) > 0)
    .sort((a, b) => b.now - a.now || (b.before ?? 0) - (a.before ?? 0) || (a.key ?? '').localeCompare(b.key ?? ''));
}
