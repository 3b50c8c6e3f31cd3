export interface HeatSource {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

export interface HeatGrid {
  readonly columns: number;
  readonly rows: number;
  /** Row by row: how many incidents lie near, each weighing 1 at its own place and less with distance. */
  readonly values: Float32Array;
  readonly max: number;
}

/** Beyond this many sigma a source's weight (below 0.4 %) is left out. */
const REACH = 3.3;

/**
 * Spreads each source over the cells around it with a Gaussian weight that is 1 at its place, taken as the middle of
 * its cell. `step` is the cell's width and `sigma` the spread, px. Across first, then down: O(sources × reach + cells ×
 * reach), some milliseconds for a screen however many sources there are.
 */
export function heatGrid(
  sources: readonly HeatSource[],
  width: number,
  height: number,
  step: number,
  sigma: number,
): HeatGrid {
  const columns = Math.max(1, Math.ceil(width / step));
  const rows = Math.max(1, Math.ceil(height / step));
  const reach = Math.ceil((sigma * REACH) / step);
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-(((index - reach) * step) ** 2) / (2 * sigma * sigma)),
  );
  const lines = spreadAcross(sources, { columns, rows, reach, step, weights });
  const values = new Float32Array(columns * rows);
  for (const [row, line] of lines) {
    for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      const weight = weights[r - row + reach] ?? 0;
      const start = r * columns;
      for (let c = 0; c < columns; c++) values[start + c] = (values[start + c] ?? 0) + weight * (line[c] ?? 0);
    }
  }
  return { columns, rows, values, max: values.reduce((most, value) => Math.max(most, value), 0) };
}

interface Spread {
  readonly columns: number;
  readonly rows: number;
  readonly reach: number;
  readonly step: number;
  readonly weights: Float32Array;
}

/** The rows that hold sources, also those near the frame outside it, each spread along itself. */
function spreadAcross(
  sources: readonly HeatSource[],
  { columns, rows, reach, step, weights }: Spread,
): ReadonlyMap<number, Float32Array> {
  const lines = new Map<number, Float32Array>();
  for (const { x, y, count } of sources) {
    const [column, row] = [Math.floor(x / step), Math.floor(y / step)];
    if (row < -reach || row >= rows + reach || column < -reach || column >= columns + reach) continue;
    const line = lines.get(row) ?? new Float32Array(columns);
    lines.set(row, line);
    for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
      line[c] = (line[c] ?? 0) + count * (weights[c - column + reach] ?? 0);
    }
  }
  return lines;
}
