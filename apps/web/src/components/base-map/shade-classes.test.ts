import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classOf, divergingClasses, sequentialClasses } from './shade-classes.ts';

test('few small counts get a class each', () => {
  expect(sequentialClasses([0, 1, 2, 3, 4], true).map(({ from }) => from)).toEqual([1, 2, 3, 4]);
});

test('counts up to 100 are classed in steps of about equal ratio', () => {
  expect(sequentialClasses([1, 5, 100], true).map(({ from }) => from)).toEqual([1, 3, 6, 20, 40]);
});

test('zero is no class, and nothing but zeros gives no classes', () => {
  expect(sequentialClasses([0, 0], true)).toEqual([]);
  expect(classOf(sequentialClasses([1, 2], true), 0)).toBeNull();
});

test('rates keep classes below one', () => {
  const classes = sequentialClasses([0.1, 0.25, 2], false);
  expect(classes[0]?.from).toBeLessThanOrEqual(0.1);
  expect(classOf(classes, 0.1)).toBe(classes[0]);
  expect(classOf(classes, 2)).toBe(classes.at(-1));
});

test('every value above zero falls in exactly one class', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1 }), (values) => {
      const classes = sequentialClasses(values, true);
      for (const value of values) {
        const holding = classes.filter(({ from, below }) => value >= from && (below === null || value < below));
        expect(holding).toHaveLength(value > 0 ? 1 : 0);
      }
      expect(classes.map(({ from }) => from)).toEqual(
        [...new Set(classes.map(({ from }) => from))].sort((a, b) => a - b),
      );
    }),
    { seed: 1 },
  );
});

test('change is classed alike to both sides of zero', () => {
  const classes = divergingClasses([-12, 3, 5]);
  expect(classes.filter(({ token }) => token.includes('-div-m'))).toHaveLength(3);
  fc.assert(
    fc.property(fc.integer({ min: -12, max: 12 }), (value) => {
      const [token, mirrored] = [classOf(classes, value)?.token, classOf(classes, -value)?.token];
      expect(token?.replace('-m', '-').replace('-p', '-')).toBe(mirrored?.replace('-m', '-').replace('-p', '-'));
      expect(token?.includes('-div-m')).toBe(value < 0);
    }),
    { seed: 1 },
  );
});
