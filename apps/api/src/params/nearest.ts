/** Names that are compared in full with what was asked for; more only cost time, and the list is for a reader. */
const MAX_COMPARED = 5_000;

/**
 * The `count` values most like `wanted`, for a message that helps to correct a slip: those that hold it as a part
 * first, then by edit distance. O(values × length²), with at most 5000 values of 60 letters compared.
 */
export function nearest(values: readonly string[], wanted: string, count: number): readonly string[] {
  const target = fold(wanted);
  return values
    .slice(0, MAX_COMPARED)
    .map((value) => ({ value, distance: distanceTo(fold(value), target) }))
    .sort((a, b) => a.distance - b.distance || (a.value < b.value ? -1 : 1))
    .slice(0, count)
    .map(({ value }) => value);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 60);
}

function distanceTo(value: string, target: string): number {
  if (target.length > 2 && value.includes(target)) return (value.length - target.length) / 100;
  return editDistance(value, target);
}

/** Levenshtein distance with two rows of memory. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
