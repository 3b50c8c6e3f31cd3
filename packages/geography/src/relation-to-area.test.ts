import type { Area } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LonLat, relationToArea } from './index.ts';
import {
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

const STEP_KM = 0.5;
const RUNS = { seed: 20260412, numRuns: 80 };

const anyArea: fc.Arbitrary<Area> = fc.oneof(
  anyRing.map((ring): Area => ({ kind: 'polygon', ring })),
  fc
    .tuple(anyPosition, fc.double({ min: 1, max: 200, noNaN: true }))
    .map(([center, radiusKm]): Area => ({ kind: 'circle', center, radiusKm })),
  fc.tuple(anyPosition, fc.double({ min: 0.1, max: 4, noNaN: true }), fc.double({ min: 0.1, max: 4, noNaN: true })).map(
    ([[west, south], width, height]): Area => ({
      kind: 'box',
      bbox: [west, south, west + width, south + height],
    }),
  ),
);

test('a disc’s relation to an area is what its points say, but for those within a step of the edge', () => {
  fc.assert(
    fc.property(anyPosition, fc.constantFrom(0.2, 5, 25, 120), anyArea, (center, radiusKm, area) => {
      const relation = relationToArea({ kind: 'disc', center, radiusKm }, area);
      expectPointsToAgree(relation, pointsOfDisc(center, radiusKm), area);
      const edgeKm = toEdgeKm(center, area);
      if (Math.abs(edgeKm - radiusKm) > STEP_KM) {
        const isOutside = edgeKm > radiusKm && !holds(area, center);
        expect(relation).toBe(edgeKm < radiusKm ? 'possible' : isOutside ? 'outside' : 'inside');
      }
    }),
    RUNS,
  );
});

const offset = fc.double({ min: -1, max: 1, noNaN: true });

test('a polygon’s relation to an area is what its points say', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyRing, anyArea, offset, offset, fc.constantFrom(0.1, 0.5, 1), (shape, area, east, north, scale) => {
      const ring = moveNear(anchorOf(area), shape, [east, north], scale);
      const relation = relationToArea({ kind: 'polygons', polygons: polygonOf(ring) }, area);
      seen.add(relation);
      const points = pointsOfRing(ring, 2, 8);
      expectPointsToAgree(relation, points, area);
      if (relation !== 'possible') return;
      const meetsEdge = points.some((point) => toEdgeKm(point, area) <= 1 + STEP_KM);
      expect(meetsEdge || winds(anchorOf(area), ring)).toBe(true);
    }),
    RUNS,
  );
  expect([...seen].sort()).toEqual(['inside', 'outside', 'possible']);
});

function anchorOf(area: Area): LonLat {
  return area.kind === 'circle' ? area.center : (outline(area)[0] ?? [0, 0]);
}

function moveNear(to: LonLat, ring: readonly LonLat[], [east, north]: LonLat, scale: number): LonLat[] {
  const [first = to] = ring;
  return ring.map(
    ([lon, lat]): LonLat => [to[0] + east + (lon - first[0]) * scale, to[1] + north + (lat - first[1]) * scale],
  );
}

test('an area within a polygon leaves its place possible, and one within its hole leaves it outside', () => {
  const square = (half: number): LonLat[] => [
    [62 - half, 30 - half],
    [62 + half, 30 - half],
    [62 + half, 30 + half],
    [62 - half, 30 + half],
  ];
  const area: Area = { kind: 'polygon', ring: square(0.1) };
  expect(relationToArea({ kind: 'polygons', polygons: [[square(1)]] }, area)).toBe('possible');
  expect(relationToArea({ kind: 'polygons', polygons: [[square(1), square(0.5)]] }, area)).toBe('outside');
  expect(relationToArea({ kind: 'polygons', polygons: [[square(0.05)]] }, area)).toBe('inside');
  expect(relationToArea({ kind: 'polygons', polygons: [[square(1), square(0.5)], [square(0.05)]] }, area)).toBe(
    'possible',
  );
});

test('a box spans its parallels, not the great circle between its corners', () => {
  const disc = { kind: 'disc', center: [65, 30.02], radiusKm: 0.2 } as const;
  expect(relationToArea(disc, { kind: 'box', bbox: [50, 25, 80, 30] })).toBe('outside');
  expect(relationToArea(disc, { kind: 'box', bbox: [50, 25, 80, 30.03] })).toBe('inside');
});

function expectPointsToAgree(relation: string, points: readonly LonLat[], area: Area): void {
  const clear = points.filter((point) => toEdgeKm(point, area) > 0.02);
  const within = clear.filter((point) => holds(area, point)).length;
  if (relation === 'inside') expect(within).toBe(clear.length);
  else if (relation === 'outside') expect(within).toBe(0);
  else expect(relation).toBe('possible');
}

function holds(area: Area, point: LonLat): boolean {
  return area.kind === 'circle' ? vectorKm(point, area.center) <= area.radiusKm : winds(point, outline(area));
}

const edges = new WeakMap<Area, LonLat[]>();

function toEdgeKm(point: LonLat, area: Area): number {
  if (area.kind === 'circle') return Math.abs(vectorKm(point, area.center) - area.radiusKm);
  const edge = edges.get(area) ?? pointsAlong(closed(outline(area)), STEP_KM);
  edges.set(area, edge);
  return nearestKm(point, edge);
}

function outline(area: Exclude<Area, { kind: 'circle' }>): readonly LonLat[] {
  if (area.kind === 'polygon') return area.ring;
  const [west, south, east, north] = area.bbox;
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}
