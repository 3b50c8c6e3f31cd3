/**
 * How many chips fit on the line, from the left. The button for the rest needs room as soon as one does not fit.
 */
export function countFitting(widths: readonly number[], available: number, gap: number, moreWidth: number): number {
  const total = widths.reduce((sum, width) => sum + width + gap, -gap);
  if (total <= available) return widths.length;
  let used = moreWidth;
  let count = 0;
  for (const width of widths) {
    used += width + gap;
    if (used > available) break;
    count++;
  }
  return count;
}
