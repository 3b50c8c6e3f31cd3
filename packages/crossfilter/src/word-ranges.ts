/** Ranges of words, apart from each other and ascending; more than `MAX_RANGES` are taken together. */
export interface WordRange {
  from: number;
  to: number;
}

/** Both ends of a period that moves, twice over. */
const MAX_RANGES = 4;

/** Adds a range, in place; those that meet become one. */
export function addWordRange(ranges: WordRange[], from: number, to: number): void {
  if (from >= to) return;
  const added = { from, to };
  for (let i = ranges.length - 1; i >= 0; i--) {
    const other = ranges[i];
    if (!other || other.from > added.to || other.to < added.from) continue;
    added.from = Math.min(added.from, other.from);
    added.to = Math.max(added.to, other.to);
    ranges.splice(i, 1);
  }
  ranges.push(added);
  if (ranges.length <= MAX_RANGES) return;
  const all = { from: Math.min(...ranges.map((r) => r.from)), to: Math.max(...ranges.map((r) => r.to)) };
  ranges.splice(0, ranges.length, all);
}

/** Words in all ranges. */
export function wordsIn(ranges: readonly WordRange[]): number {
  let words = 0;
  for (const { from, to } of ranges) words += to - from;
  return words;
}
