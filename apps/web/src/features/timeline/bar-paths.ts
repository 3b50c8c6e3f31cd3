import type { TimelineScale } from './timeline-scale.ts';
import type { Stack } from './use-timeline.ts';

const GAP = 1;
/** Between two parts of a bar, so that neighbours of like lightness can be told apart. */
const SEAM = 0.6;

/** The tallest bar that is shown; at least 1. */
export function tallestBar(scale: TimelineScale, stacks: readonly Stack[]): number {
  return Math.max(
    1,
    ...scale.buckets.map(({ index }) => stacks.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0)),
  );
}

/** SVG path data of each stack's bars, one path for all of them, in a plot of a height. `only` draws a single bar. */
export function barPaths(
  scale: TimelineScale,
  stacks: readonly Stack[],
  height: number,
  max: number,
  take: (position: number) => boolean,
): string[] {
  const tops = new Float64Array(scale.buckets.length).fill(height);
  return stacks.map(({ counts }) => {
    let path = '';
    for (const [position, { index, start, end }] of scale.buckets.entries()) {
      const count = counts[index] ?? 0;
      if (count === 0) continue;
      const tall = (count * height) / max;
      const top = (tops[position] ?? height) - tall;
      tops[position] = top;
      if (!take(position)) continue;
      const left = scale.x(start);
      const width = Math.max(0.8, scale.xAfter(end) - left - GAP);
      path += `M${left.toFixed(2)} ${top.toFixed(2)}h${width.toFixed(2)}v${Math.max(0.8, tall - SEAM).toFixed(2)}h${(-width).toFixed(2)}Z`;
    }
    return path;
  });
}

/** Marks of the count axis: 0, and one or two round numbers up to the tallest bar. */
export function countTicks(max: number): number[] {
  if (max < 2) return [0, 1];
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500].find((candidate) => max / candidate <= 3) ?? 10 ** Math.floor(Math.log10(max));
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}
