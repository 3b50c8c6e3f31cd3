import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grip, moveBrush, spanBrush, stepOfKey } from './brush.ts';

const grips: Grip[] = ['from', 'to', 'both'];

test('a brush stays whole and within the bars whatever is done to it', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom(...grips), fc.integer({ min: -400, max: 400 })));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), moves, (count, steps) => {
      let brush = spanBrush(0, Math.floor(count / 2));
      for (const [grip, by] of steps) {
        const before = brush;
        brush = moveBrush(brush, grip, by, count);
        expect(brush.first).toBeGreaterThanOrEqual(0);
        expect(brush.last).toBeLessThan(count);
        expect(brush.first).toBeLessThanOrEqual(brush.last);
        if (grip === 'both') expect(brush.last - brush.first).toBe(before.last - before.first);
      }
    }),
    { seed: 7 },
  );
});

test('a drag to the left is a span too', () => {
  expect(spanBrush(9, 4)).toEqual({ first: 4, last: 9 });
});

test('keys follow the direction of writing', () => {
  expect(stepOfKey('ArrowRight', false, 50)).toBe(1);
  expect(stepOfKey('ArrowRight', true, 50)).toBe(-1);
  expect(stepOfKey('Home', false, 50)).toBe(-50);
  expect(stepOfKey('a', false, 50)).toBeNull();
});
