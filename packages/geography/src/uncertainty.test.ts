import { expect, test } from 'vitest';
import { type Boundaries, type Polygons, uncertaintyOf } from './index.ts';

const polygons: Polygons = [
  [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
];
const boundaries: Boundaries = {
  districtPolygons: (district) => (district === 'Known' ? polygons : null),
  provincePolygons: () => polygons,
  districtAt: () => null,
  provinceAt: () => null,
};
const place = { latitude: 0.5, longitude: 0.25, district: 'Known' };

test.each([
  ['exact', 0.05],
  ['site', 0.2],
  ['place', 5],
  ['near-place', 25],
] as const)('a place known to %s is a disc of %f km', (precision, radiusKm) => {
  expect(uncertaintyOf({ ...place, precision }, boundaries)).toEqual({ kind: 'disc', center: [0.25, 0.5], radiusKm });
});

test('a place known to its district is the district, whatever its point', () => {
  expect(uncertaintyOf({ ...place, precision: 'district' }, boundaries)).toEqual({ kind: 'polygons', polygons });
});

test('nothing is drawn for a place known more roughly, without a polygon, or without its point', () => {
  expect(uncertaintyOf({ ...place, precision: 'province' }, boundaries)).toBeNull();
  expect(uncertaintyOf({ ...place, precision: 'country' }, boundaries)).toBeNull();
  expect(uncertaintyOf({ ...place, precision: 'district', district: 'Unknown' }, boundaries)).toBeNull();
  expect(uncertaintyOf({ ...place, precision: 'district', district: null }, boundaries)).toBeNull();
  expect(uncertaintyOf({ ...place, precision: 'site', latitude: null, longitude: null }, boundaries)).toBeNull();
});
