import { expect, test } from 'vitest';
import { distanceBetween, haversineKm, type LonLat, type Polygons, type Uncertainty } from './index.ts';

const disc = (center: LonLat, radiusKm: number): Uncertainty => ({ kind: 'disc', center, radiusKm });
const square = (west: number, south: number): Polygons => [
  [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
      [west, south],
    ],
  ],
];
const area = (polygons: Polygons): Uncertainty => ({ kind: 'polygons', polygons });

test('two discs are apart by their centres, less and more both radii, in either order', () => {
  const [a, b] = [disc([62, 25], 5), disc([62.5, 25.2], 25)];
  const km = haversineKm([62, 25], [62.5, 25.2]);
  expect(distanceBetween(a, b)?.minKm).toBeCloseTo(km - 30, 6);
  expect(distanceBetween(a, b)?.maxKm).toBeCloseTo(km + 30, 6);
  expect(distanceBetween(b, a)).toEqual(distanceBetween(a, b));
  expect(distanceBetween(a, a)).toEqual({ minKm: 0, maxKm: 10 });
});

test('a disc in an area is 0 to its farthest corner away, one beside it as far as the edge at least', () => {
  const here = area(square(62, 25));
  const inside = distanceBetween(here, disc([62, 25], 5));
  expect(inside?.minKm).toBe(0);
  expect(inside?.maxKm).toBeCloseTo(haversineKm([62, 25], [63, 26]) + 5, 3);
  const beside = distanceBetween(disc([64, 25.5], 5), here);
  expect(beside?.minKm).toBeCloseTo(haversineKm([64, 25.5], [63, 25.5]) - 5, 0);
});

test('within one area no two points are farther apart than said, and two areas are not measured', () => {
  const polygons = square(62, 25);
  const within = distanceBetween(area(polygons), area(polygons));
  expect(within?.minKm).toBe(0);
  expect(within?.maxKm).toBeGreaterThanOrEqual(haversineKm([62, 26], [63, 25]));
  expect(distanceBetween(area(polygons), area(square(70, 25)))).toBeNull();
});
