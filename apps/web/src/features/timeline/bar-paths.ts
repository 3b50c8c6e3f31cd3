import type { Stack } from './stacks.ts';
import { sumOf } from './stacks.ts';

export interface PlotBox {
  readonly left: number;
  readonly barWidth: number;
  readonly top: number;
  readonly height: number;
}

export interface CountScale {
  readonly max: number;
  readonly ticks: readonly number[];
}

/** A round scale for counts with two or three grid lines, 0 among them. */
export function countScale(sums: readonly number[]): CountScale {
  const most = sums.reduce((max, sum) => Math.max(max, sum), 0);
  const step = niceStep(Math.max(1, most) / 3);
  const max = Math.max(2, most * 1.05);
  const ticks: number[] = [];
  for (let tick = 0; tick <= max; tick += step) ticks.push(tick);
  return { max, ticks };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return Math.max(1, step * power);
}

export function yOfCount({ top, height }: PlotBox, max: number, count: number): number {
  return top + height - (height * count) / max;
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** One path for each stack: all its bars, each on top of the stacks before it. O(stacks × buckets). */
export function barPaths(stacks: readonly Stack[], box: PlotBox, max: number): readonly string[] {
  const base = new Float64Array(stacks[0]?.counts.length ?? 0);
  const gap = box.barWidth > 4 ? 1.6 : box.barWidth > 2 ? 0.6 : 0;
  const width = short(Math.max(0.5, box.barWidth - gap));
  return stacks.map(({ counts }) => {
    let path = '';
    counts.forEach((count, index) => {
      if (count === 0) return;
      const bottom = base[index] ?? 0;
      base[index] = bottom + count;
      const y = yOfCount(box, max, bottom + count);
      const height = yOfCount(box, max, bottom) - y;
      const x = box.left + index * box.barWidth + gap / 2;
      path += `M${short(x)},${short(y)}h${width}v${short(Math.max(0.8, height - 0.6))}h-${width}Z`;
    });
    return path;
  });
}

/** The outline of one whole bar, for hatching. */
export function wholeBarPath(stacks: readonly Stack[], index: number, box: PlotBox, max: number): string {
  const sum = sumOf(stacks)[index] ?? 0;
  if (sum === 0) return '';
  const y = yOfCount(box, max, sum);
  const x = box.left + index * box.barWidth;
  return `M${short(x)},${short(y)}h${short(box.barWidth)}V${short(box.top + box.height)}h-${short(box.barWidth)}Z`;
}
