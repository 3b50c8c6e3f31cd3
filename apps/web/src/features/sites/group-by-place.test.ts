import { EVENT_TYPES, type NearPlace } from '@corridor/domain';
import { expect, test } from 'vitest';
import { groupByPlace, mergeNear, type PlaceGroup } from './group-by-place.ts';

const group = (longitude: number, count: number): PlaceGroup => ({
  longitude,
  latitude: 0,
  count,
  type: 'Battles',
  uncertainKm: longitude,
  minKm: longitude,
});
const placed = [group(1, 1), group(2, 2), group(9, 5)].map((one) => ({ group: one, x: one.longitude * 10, y: 0 }));

test('merges what lies on each other at the place of the largest and loses no incident', () => {
  expect(
    mergeNear(placed, 15).map(({ x, group: { count, minKm, uncertainKm } }) => [x, count, uncertainKm, minKm]),
  ).toEqual([
    [20, 3, 2, 1],
    [90, 5, 9, 9],
  ]);
});

test('keeps apart what has room', () => {
  expect(mergeNear(placed, 5)).toHaveLength(3);
});

test('groups points by position, the most incidents last, and leaves out districts', () => {
  const place = (facts: Partial<NearPlace>): NearPlace => ({
    longitude: 1,
    latitude: 2,
    placePrecision: 'exact',
    district: null,
    minKm: 4,
    maxKm: 4.1,
    count: 1,
    byType: EVENT_TYPES.map((type) => (type === 'Riots' ? 1 : 0)),
    ...facts,
  });
  const groups = groupByPlace([
    place({ placePrecision: 'place', minKm: 0, count: 2 }),
    place({}),
    place({ longitude: 7 }),
    place({ longitude: null, latitude: null, placePrecision: 'district', district: 'Eastfield', count: 9 }),
  ]);
  expect(groups).toEqual([
    { longitude: 7, latitude: 2, count: 1, type: 'Riots', uncertainKm: 0.05, minKm: 4 },
    { longitude: 1, latitude: 2, count: 3, type: 'Riots', uncertainKm: 5, minKm: 0 },
  ]);
});
