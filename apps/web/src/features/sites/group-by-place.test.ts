import { expect, test } from 'vitest';
import { mergeNear, type PlaceGroup } from './group-by-place.ts';

const group = (longitude: number, rows: number): PlaceGroup => ({
  longitude,
  latitude: 0,
  rows: new Array<PlaceGroup['rows'][number]>(rows),
});
const placed = [group(1, 1), group(2, 2), group(9, 5)].map((one) => ({ group: one, x: one.longitude * 10, y: 0 }));

test('merges what lies on each other at the place of the largest and loses no incident', () => {
  const merged = mergeNear(placed, 15);
  expect(merged.map(({ x, group: { rows } }) => [x, rows.length])).toEqual([
    [20, 3],
    [90, 5],
  ]);
});

test('keeps apart what has room', () => {
  expect(mergeNear(placed, 5)).toHaveLength(3);
});
