import fc from 'fast-check';
import { expect, test } from 'vitest';
import { degreeParts, meanDegrees } from './mean-degrees.ts';

const anyDegrees = fc.double({ min: -180, max: 180, noNaN: true });

function meanOf(positions: readonly number[]): number {
  let [coarse, fine] = [0, 0];
  for (const position of positions) {
    const parts = degreeParts(position);
    coarse += parts[0];
    fine += parts[1];
  }
  return meanDegrees(coarse, fine, positions.length);
}

test('a mean is the same in any order', () => {
  const anyTwoOrders = fc
    .array(anyDegrees, { minLength: 1, maxLength: 50 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(
    fc.property(anyTwoOrders, ([one, other]) => {
      expect(meanOf(other)).toBe(meanOf(one));
    }),
    { seed: 21 },
  );
});

test('a mean is that of the degrees as they are', () => {
  fc.assert(
    fc.property(fc.array(anyDegrees, { minLength: 1, maxLength: 50 }), (list) => {
      const plain = list.reduce((sum, value) => sum + value, 0) / list.length;
      expect(meanOf(list)).toBeCloseTo(plain, 11);
    }),
    { seed: 21 },
  );
});

test('sums of ten million at the edge of the world are exact', () => {
  const [coarse, fine] = degreeParts(179.999_999_999);
  const many = 10_000_000;
  expect(Number.isSafeInteger(coarse * many) && Number.isSafeInteger(fine * many)).toBe(true);
  expect(meanDegrees(coarse * many, fine * many, many)).toBeCloseTo(179.999_999_999, 12);
});
