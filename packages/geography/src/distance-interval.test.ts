import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceInterval, haversineKm, type Target, type Uncertainty } from './index.ts';
import {
  anyLine,
  anyPosition,
  anyRing,
  closed,
  nearestKm,
  pointsAlong,
  pointsOfDisc,
  pointsOfRing,
  polygonOf,
  vectorKm,
  winds,
} from './testing/sampled-geometry.ts';

/** The stated error of edges longer than 10 km. */
const COURSE_KM = 0.005;
const STEP_KM = 0.5;
const RUNS = { seed: 20260412, numRuns: 60 };

test('measures the great circle as the angle between two vectors does', () => {
  fc.assert(
    fc.property(anyPosition, anyPosition, (a, b) => {
      expect(haversineKm(a, b)).toBeCloseTo(vectorKm(a, b), 6);
    }),
    RUNS,
  );
  expect(haversineKm([0, 0], [180, 0])).toBeCloseTo(Math.PI * 6371.0088, 6);
});

test('a disc is as far from a point as its centre, give and take its radius', () => {
  fc.assert(
    fc.property(anyPosition, anyPosition, fc.constantFrom(0.05, 0.2, 5, 25), (center, at, radiusKm) => {
      const { minKm, maxKm } = distanceInterval({ kind: 'disc', center, radiusKm }, { kind: 'point', at });
      const distances = pointsOfDisc(center, radiusKm).map((point) => vectorKm(point, at));
      expect(minKm).toBeLessThanOrEqual(Math.min(...distances) + 1e-6);
      expect(maxKm).toBeGreaterThanOrEqual(Math.max(...distances) - 1e-6);
      expect(minKm).toBeCloseTo(Math.max(0, vectorKm(center, at) - radiusKm), 6);
      expect(maxKm).toBeCloseTo(vectorKm(center, at) + radiusKm, 6);
    }),
    RUNS,
  );
});

test('a disc’s interval holds the distance of each of its points to a line, and its lower end is reached', () => {
  fc.assert(
    fc.property(anyPosition, anyLine, fc.constantFrom(0.2, 5, 25), (center, line, radiusKm) => {
      const { minKm, maxKm } = distanceInterval({ kind: 'disc', center, radiusKm }, { kind: 'line', line });
      const course = pointsAlong(line, STEP_KM);
      for (const point of pointsOfDisc(center, radiusKm)) {
        const km = nearestKm(point, course);
        expect(minKm).toBeLessThanOrEqual(km + COURSE_KM);
        expect(maxKm).toBeGreaterThanOrEqual(km - STEP_KM / 2 - COURSE_KM);
      }
      const centerKm = nearestKm(center, course);
      expect(minKm).toBeGreaterThanOrEqual(Math.max(0, centerKm - radiusKm - STEP_KM / 2) - COURSE_KM);
      expect(maxKm).toBeLessThanOrEqual(centerKm + radiusKm + COURSE_KM);
    }),
    RUNS,
  );
});

test('a polygon’s interval to a point holds the distance of each of its points, and both ends are reached', () => {
  fc.assert(
    fc.property(anyRing, anyPosition, (ring, at) => {
      const { minKm, maxKm } = distanceInterval(polygons(ring), { kind: 'point', at });
      const distances = pointsOfRing(ring, STEP_KM, 12).map((point) => vectorKm(point, at));
      const least = winds(at, ring) ? 0 : Math.min(...distances);
      expect(minKm).toBeLessThanOrEqual(least + COURSE_KM);
      expect(minKm).toBeGreaterThanOrEqual(least - STEP_KM / 2 - COURSE_KM);
      expect(maxKm).toBeCloseTo(Math.max(...distances), 2);
    }),
    RUNS,
  );
});

test('a polygon’s interval to a line holds the distance of each of its points, and is no wider than stated', () => {
  fc.assert(
    fc.property(anyRing, anyLine, (ring, line) => {
      const { minKm, maxKm } = distanceInterval(polygons(ring), { kind: 'line', line });
      const course = pointsAlong(line, STEP_KM);
      const grid = pointsOfRing(ring, 3, 16);
      const distances = grid.map((point) => nearestKm(point, course));
      const least = course.some((point) => winds(point, ring)) ? 0 : gapKm(ring, line);
      const most = Math.max(...distances);
      expect(minKm).toBeLessThanOrEqual(Math.min(...distances) + COURSE_KM);
      expect(minKm).toBeLessThanOrEqual(least + COURSE_KM);
      expect(minKm).toBeGreaterThanOrEqual(least - STEP_KM - COURSE_KM);
      expect(maxKm).toBeGreaterThanOrEqual(most - STEP_KM / 2 - COURSE_KM);
      const gridKm = gridStepKm(ring, 16);
      expect(maxKm).toBeLessThanOrEqual(Math.max(most + gridKm + 1, (most + gridKm) * 1.021) + COURSE_KM);
    }),
    { ...RUNS, numRuns: 40 },
  );
});

test('a line that only passes through a polygon is at no distance from it', () => {
  const ring: [number, number][] = [
    [62, 30],
    [62.2, 30],
    [62.2, 30.2],
    [62, 30.2],
  ];
  const line: [number, number][] = [
    [61, 30.1],
    [63, 30.1],
  ];
  expect(distanceInterval(polygons(ring), { kind: 'line', line }).minKm).toBe(0);
});

test('a hole is not part of a polygon', () => {
  const outer: [number, number][] = [
    [62, 30],
    [64, 30],
    [64, 32],
    [62, 32],
    [62, 30],
  ];
  const hole = outer.map(([lon, lat]): [number, number] => [63 + (lon - 63) / 2, 31 + (lat - 31) / 2]);
  const { minKm } = distanceInterval({ kind: 'polygons', polygons: [[outer, hole]] }, { kind: 'point', at: [63, 31] });
  expect(minKm).toBeCloseTo(vectorKm([63, 31], [62.5, 31]), 1);
});

test('the farthest inner point of a polygon counts where a line runs round it', () => {
  const ring: [number, number][] = [
    [62, 30],
    [63, 30],
    [63, 31],
    [62, 31],
  ];
  const target: Target = { kind: 'line', line: closed(ring) };
  const { minKm, maxKm } = distanceInterval(polygons(ring), target);
  const inner = vectorKm([62.5, 30.5], [62, 30.5]);
  expect(minKm).toBe(0);
  expect(maxKm).toBeGreaterThanOrEqual(inner);
  expect(maxKm).toBeLessThanOrEqual(inner + 1);
});

test('beyond a quarter of the globe the upper end is never too low', () => {
  const ring: [number, number][] = [
    [62, 30],
    [63, 30],
    [63, 31],
  ];
  const { maxKm } = distanceInterval(polygons(ring), { kind: 'point', at: [-117.6, -30.3] });
  expect(maxKm).toBeGreaterThanOrEqual(vectorKm([62.4, 30.3], [-117.6, -30.3]) - 1e-6);
});

test('a line of one point is that point, and a line of none is refused', () => {
  const disc: Uncertainty = { kind: 'disc', center: [62, 30], radiusKm: 5 };
  const one = distanceInterval(disc, { kind: 'line', line: [[63, 31]] });
  expect(one.minKm).toBeCloseTo(distanceInterval(disc, { kind: 'point', at: [63, 31] }).minKm, 6);
  expect(() => distanceInterval(disc, { kind: 'line', line: [] })).toThrow(RangeError);
});

function polygons(ring: readonly (readonly [number, number])[]): Uncertainty {
  return { kind: 'polygons', polygons: polygonOf(ring) };
}

/** The distance of two courses by a cloud of points each: at most a step too high. */
function gapKm(ring: readonly (readonly [number, number])[], line: readonly (readonly [number, number])[]): number {
  const course = pointsAlong(line, STEP_KM);
  return Math.min(...pointsAlong(closed(ring), STEP_KM).map((point) => nearestKm(point, course)));
}

function gridStepKm(ring: readonly (readonly [number, number])[], grid: number): number {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return Math.hypot(Math.max(...lons) - Math.min(...lons), Math.max(...lats) - Math.min(...lats)) * (111.2 / grid);
}
