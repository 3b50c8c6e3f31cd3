import { haversineKm } from '@corridor/geography';
import { expect, test } from 'vitest';
import { areaRing, circleRing, placeAt } from './area-ring.ts';

test('every point of a circle is its radius away from the centre', () => {
  for (const point of circleRing([67, 25], 300)) expect(haversineKm([67, 25], point)).toBeCloseTo(300, 6);
});

test('bearings count from north, clockwise', () => {
  expect(placeAt([0, 0], 111.195, 0)[1]).toBeCloseTo(1, 3);
  expect(placeAt([0, 0], 111.195, Math.PI / 2)[0]).toBeCloseTo(1, 3);
});

test('a box is its four corners', () => {
  expect(areaRing({ kind: 'box', bbox: [1, 2, 3, 4] })).toEqual([
    [1, 2],
    [3, 2],
    [3, 4],
    [1, 4],
  ]);
});
