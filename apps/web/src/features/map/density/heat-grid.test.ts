import { expect, test } from 'vitest';
import { heatGrid } from './heat-grid.ts';

test('a lone incident weighs about 1 at its place and fades with distance', () => {
  const { values, columns, max } = heatGrid([{ x: 51, y: 51, count: 1 }], 100, 100, 2, 10);
  const at = (x: number, y: number) => values[Math.floor(y / 2) * columns + Math.floor(x / 2)] ?? 0;
  expect(max).toBeCloseTo(1, 5);
  expect(at(61, 51)).toBeCloseTo(Math.exp(-0.5), 5);
  expect(at(90, 50)).toBe(0);
});

test('incidents at one place add up', () => {
  const one = heatGrid([{ x: 50, y: 50, count: 1 }], 100, 100, 5, 12);
  const seven = heatGrid(
    [
      { x: 50, y: 50, count: 3 },
      { x: 50, y: 50, count: 4 },
    ],
    100,
    100,
    5,
    12,
  );
  expect(seven.max).toBeCloseTo(7 * one.max, 4);
});

test('sources outside the frame warm its edge and nothing else', () => {
  const { values, columns } = heatGrid([{ x: -5, y: 50, count: 1 }], 100, 100, 5, 10);
  expect(values[10 * columns]).toBeGreaterThan(0);
  expect(values[10 * columns + columns - 1]).toBe(0);
});
