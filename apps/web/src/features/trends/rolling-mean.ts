/**
 * The mean of each value and the `window - 1` before it; null where there are not that many yet. O(n).
 * A window of twelve months takes the season out of a monthly series.
 */
export function rollingMean(values: readonly number[], window: number): (number | null)[] {
  let sum = 0;
  return values.map((value, index) => {
    sum += value - (values[index - window] ?? 0);
    return index + 1 < window ? null : sum / window;
  });
}
