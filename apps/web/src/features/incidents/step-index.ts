/** Where a key leads in a list of `count` rows from row `index` (null: none yet); null for keys that lead nowhere. */
export function stepIndex(key: string, index: number | null, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const from = index ?? -1;
  const target: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: Math.max(from, 0) - 1,
    PageDown: from + pageRows,
    PageUp: from - pageRows,
    Home: 0,
    End: count - 1,
  };
  const next = target[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}
