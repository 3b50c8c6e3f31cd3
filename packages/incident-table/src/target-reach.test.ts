import type { Area } from '@corridor/domain';
import { distanceInterval, relationToArea, type Target, type Uncertainty } from '@corridor/geography';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachOfArea, TargetReach, UncertaintyBalls } from './target-reach.ts';

const anyPosition = fc.tuple(
  fc.double({ min: 58, max: 80, noNaN: true }),
  fc.double({ min: 20, max: 62, noNaN: true }),
);
const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  anyPosition.map((at) => ({ kind: 'point' as const, at })),
  fc.array(anyPosition, { minLength: 1, maxLength: 5 }).map((line) => ({ kind: 'line' as const, line })),
);
const anyUncertainty: fc.Arbitrary<Uncertainty> = fc.oneof(
  fc.record({ kind: fc.constant('disc' as const), center: anyPosition, radiusKm: fc.constantFrom(0.05, 5, 25) }),
  fc
    .tuple(anyPosition, fc.double({ min: 0.05, max: 4, noNaN: true }))
    .map(([[lon, lat], size]) => [lon, lat, lon + size, lat + size] as const)
    .map(([west, south, east, north]) => ({
      kind: 'polygons' as const,
      polygons: [
        [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
          ] as const,
        ],
      ],
    })),
);

test('a place beyond reach is outside by its distance too', () => {
  let beyond = 0;
  let near = 0;
  fc.assert(
    fc.property(anyTarget, anyUncertainty, fc.double({ min: 0, max: 500, noNaN: true }), (target, place, radiusKm) => {
      const isBeyond = new UncertaintyBalls([place]).isBeyond(0, new TargetReach(target, radiusKm));
      const { minKm } = distanceInterval(place, target);
      if (isBeyond) beyond++;
      else near++;
      expect(isBeyond && minKm <= radiusKm).toBe(false);
    }),
    { seed: 23, numRuns: 1500 },
  );
  expect(Math.min(beyond, near)).toBeGreaterThan(40);
});

const anySize = fc.double({ min: 0.1, max: 20, noNaN: true });
const anyArea: fc.Arbitrary<Area> = fc.oneof(
  fc.record({ kind: fc.constant('circle' as const), center: anyPosition, radiusKm: fc.integer({ min: 1, max: 900 }) }),
  fc.tuple(anyPosition, anySize, anySize).map(([[west, south], width, height]) => ({
    kind: 'box' as const,
    bbox: [west, south, west + width, south + height] as const,
  })),
  fc.tuple(anyPosition, anySize, anySize).map(([[west, south], width, height]) => ({
    kind: 'polygon' as const,
    ring: [[west, south] as const, [west + width, south] as const, [west, south + height] as const],
  })),
);

test('a place beyond the reach of an area is outside of it', () => {
  const seen = { beyond: 0, inside: 0 };
  fc.assert(
    fc.property(anyArea, anyUncertainty, (area, place) => {
      const isBeyond = new UncertaintyBalls([place]).isBeyond(0, reachOfArea(area));
      const relation = relationToArea(place, area);
      if (isBeyond) seen.beyond++;
      if (relation !== 'outside') seen.inside++;
      expect(isBeyond && relation !== 'outside').toBe(false);
    }),
    { seed: 24, numRuns: 3000 },
  );
  expect(Math.min(seen.beyond, seen.inside)).toBeGreaterThan(40);
});

test('a point is beyond reach as soon as it is a kilometre or two farther than the radius', () => {
  const balls = new UncertaintyBalls([{ kind: 'disc', center: [62, 30], radiusKm: 5 }]);
  const target: Target = { kind: 'point', at: [62, 31] };
  const { minKm } = distanceInterval({ kind: 'disc', center: [62, 30], radiusKm: 5 }, target);
  expect(balls.isBeyond(0, new TargetReach(target, minKm))).toBe(false);
  expect(balls.isBeyond(0, new TargetReach(target, minKm - 2))).toBe(true);
});
