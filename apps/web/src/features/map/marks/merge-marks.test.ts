import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MapMark, ringRadius } from './map-mark.ts';
import { mergeMarks, moveAside } from './merge-marks.ts';

const ring = (x: number, y: number, count: number): MapMark => ({
  key: `${x},${y}`,
  x,
  y,
  radius: ringRadius(count),
  count,
  byType: [count, 0, 0, 0, 0, 0],
  only: null,
  extent: [x, y, x, y],
});

test('rings apart stay apart', () => {
  const marks = [ring(0, 0, 4), ring(100, 0, 9)];
  expect(mergeMarks(marks)).toEqual(marks);
});

test('rings that would cover each other become one at their mean, spanning both', () => {
  const [joined, ...rest] = mergeMarks([ring(0, 0, 3), ring(10, 0, 1)]);
  expect(rest).toEqual([]);
  expect(joined).toMatchObject({ x: 2.5, y: 0, count: 4, byType: [4, 0, 0, 0, 0, 0], extent: [0, 0, 10, 0] });
});

test('joining loses no incident and leaves no two rings over each other', () => {
  const cell = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 300 }),
    count: fc.integer({ min: 2, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const marks = mergeMarks(cells.map(({ x, y, count }) => ring(x, y, count)));
      const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
      expect(sum(marks)).toBe(sum(cells));
      marks.forEach((a, index) => {
        for (const b of marks.slice(index + 1)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual((a.radius + b.radius) * 0.999);
        }
      });
    }),
    { seed: 1 },
  );
});

test('a ring under the selection moves to its rim and keeps its direction and its origin', () => {
  const [moved] = moveAside([ring(10, 0, 4)], { x: 0, y: 0 }, 13, 4);
  expect(moved).toMatchObject({ x: ringRadius(4) + 17, y: 0, from: { x: 10, y: 0 } });
});

test('a ring at the very place of the selection moves too; one elsewhere does not', () => {
  const far = ring(200, 0, 4);
  const [same, other] = moveAside([ring(0, 0, 4), far], { x: 0, y: 0 }, 13, 4);
  expect(Math.hypot(same?.x ?? 0, same?.y ?? 0)).toBeCloseTo(ringRadius(4) + 17);
  expect(other).toBe(far);
});
