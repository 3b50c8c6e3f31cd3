import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MapMark, ringRadius, SEVERITY_RADIUS } from './map-mark.ts';
import { markTargets, targetAt } from './mark-target.ts';
import type { PlacedPill } from './place-pills.ts';
import type { SoftArea } from './soft-area.ts';

const mark = (key: string, x: number, y: number, radius = ringRadius(4)): MapMark => ({
  key,
  x,
  y,
  radius,
  count: 4,
  byType: [4, 0, 0, 0, 0, 0],
  only: null,
  extent: [0, 0, 1, 1],
});

const pill = (key: string, x: number, y: number, shown = true): PlacedPill<SoftArea> => ({
  key,
  x,
  y,
  width: 30,
  count: 3,
  longitude: 0,
  latitude: 0,
  shape: { key, names: [key], polygons: [] },
  shown,
});

const keyAt = (targets: ReturnType<typeof markTargets>, x: number, y: number) => targetAt(targets, { x, y })?.key;

test('the mark that is drawn last answers where two lie over each other', () => {
  const targets = markTargets([mark('below', 0, 0), mark('above', 10, 0)], []);
  expect(keyAt(targets, 5, 0)).toBe('above');
  expect(keyAt(targets, -10, 0)).toBe('below');
  expect(keyAt(targets, 100, 0)).toBeUndefined();
});

test('a small mark answers a finger beside it, but not before one that is really hit', () => {
  const small = mark('small', 20, 0, SEVERITY_RADIUS[1]);
  expect(keyAt(markTargets([small], []), 10, 0)).toBe('small');
  expect(keyAt(markTargets([small], []), 7, 0)).toBeUndefined();
  expect(keyAt(markTargets([mark('ring', 0, 0), small], []), 10, 0)).toBe('ring');
});

test('a pill answers over its whole width, and not while it is not shown', () => {
  expect(keyAt(markTargets([], [pill('Kech', 50, 50)]), 64, 57)).toBe('~Kech');
  expect(keyAt(markTargets([], [pill('Kech', 50, 50)]), 64, 59)).toBeUndefined();
  expect(keyAt(markTargets([], [pill('Kech', 50, 50, false)]), 50, 50)).toBeUndefined();
});

test('a mark answers exactly where some mark covers the point, whatever their number', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), place, (places, point) => {
      const marks = places.map(({ x, y }, index) => mark(String(index), x, y));
      const covering = marks.filter(({ x, y, radius }) => Math.hypot(x - point.x, y - point.y) <= radius);
      const found = targetAt(markTargets(marks, []), point);
      if (covering.length > 0) expect(found?.key).toBe(covering.at(-1)?.key);
      else expect(found).toBeNull();
    }),
    { seed: 3 },
  );
});
