const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const words = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * The first `limit` things of which every word of the search begins a word of their texts; those whose first text
 * begins with the search come first. Nothing for a search without a word.
 */
export function findValues<T>(
  values: readonly T[],
  textsOf: (value: T) => readonly string[],
  search: string,
  limit: number,
): readonly T[] {
  const wanted = words(search);
  if (wanted.length === 0) return [];
  const start = fold(search.trim());
  const found = values.filter((value) => {
    const known = textsOf(value).flatMap(words);
    return wanted.every((beginning) => known.some((word) => word.startsWith(beginning)));
  });
  const rank = (value: T) => (fold(textsOf(value)[0] ?? '').startsWith(start) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, limit);
}
