import type { Polygons } from '@corridor/geography';
import { expect, test } from 'vitest';
import { centreOf, groupByPolygons, totalOf } from './area-shapes.ts';

const square = (west: number, south: number, size: number): Polygons => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
];
const parent = square(0, 0, 2);
const other = square(5, 5, 1);
const polygonsOf = (name: string) => (name === 'Lost' ? null : name === 'Other' ? other : parent);

test('districts that share polygons are one area, and their counts add up', () => {
  const shapes = groupByPolygons(['Parent', 'Child', 'Other', 'Lost'], polygonsOf);
  expect(shapes.map(({ names }) => names)).toEqual([['Parent', 'Child'], ['Other']]);
  const values = new Map([
    ['Parent', 3],
    ['Child', 4],
  ]);
  expect(shapes.map((shape) => totalOf(shape, values))).toEqual([7, null]);
});

test('the centre is that of the largest piece', () => {
  expect(centreOf([...other, ...parent])).toEqual([1, 1]);
  expect(centreOf([])).toBeNull();
});
