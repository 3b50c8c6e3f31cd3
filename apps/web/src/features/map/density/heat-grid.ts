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
 * Spreads each source over the cells around it with a Gaussian weight that is 1 at its place. `step` is the cell's
 * width and `sigma` the spread, px. O(sources × (sigma / step)²).
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
  const values = new Float32Array(columns * rows);
  const reach = Math.ceil((sigma * REACH) / step);
  for (const { x, y, count } of sources) {
    const [column, row] = [Math.floor(x / step), Math.floor(y / step)];
    for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
        const squared = ((c + 0.5) * step - x) ** 2 + ((r + 0.5) * step - y) ** 2;
        const index = r * columns + c;
        values[index] = (values[index] ?? 0) + count * Math.exp(-squared / (2 * sigma * sigma));
      }
    }
  }
  return { columns, rows, values, max: values.reduce((most, value) => Math.max(most, value), 0) };
}
