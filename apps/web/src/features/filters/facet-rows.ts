import type { GroupCount } from '@corridor/domain';

export interface FacetCount {
  readonly count: number;
  readonly possible: number;
}

const NO_COUNT: FacetCount = { count: 0, possible: 0 };

export interface FacetRow extends FacetCount {
  readonly key: string;
  /** Of the longest bar in the group, 0 to 1. */
  readonly share: number;
}

/** Values by how often they occur in the whole table, so that their order does not change with the filter. */
export function orderByFrequency(groups: readonly GroupCount[] | undefined): readonly string[] {
  const known = (groups ?? []).filter((group): group is GroupCount & { key: string } => group.key !== null);
  return [...known]
    .sort((a, b) => b.count + b.possible - (a.count + a.possible) || a.key.localeCompare(b.key, 'en'))
    .map(({ key }) => key);
}

/** One row for each key in its order; a value that does not occur stays with 0. */
export function facetRows(keys: readonly string[], groups: readonly GroupCount[] | undefined): readonly FacetRow[] {
  const counts = new Map((groups ?? []).map(({ key, count, possible }) => [key, { count, possible }]));
  const rows = keys.map((key) => ({ key, ...(counts.get(key) ?? NO_COUNT) }));
  const max = Math.max(1, ...rows.map(({ count, possible }) => count + possible));
  return rows.map((row) => ({ ...row, share: row.count / max }));
}

/** The first few rows, and any chosen one beyond them. */
export function shortenRows<T extends { readonly key: string }>(
  rows: readonly T[],
  limit: number,
  isChosen: (key: string) => boolean,
): readonly T[] {
  return rows.length <= limit + 1 ? rows : rows.filter((row, index) => index < limit || isChosen(row.key));
}

/** Counts of each severity added up from the gravest down: how many a minimum lets through. */
export function addFromTop(rows: readonly FacetRow[]): readonly FacetRow[] {
  let sum = 0;
  const sums = rows.map((row) => {
    sum += row.count;
    return { ...row, count: sum };
  });
  return sums.map((row) => ({ ...row, share: row.count / Math.max(1, sum) }));
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word of a search begins a word of the text; case and accents do not matter. */
export function matchesSearch(text: string, search: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  const wanted = fold(search)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
}
