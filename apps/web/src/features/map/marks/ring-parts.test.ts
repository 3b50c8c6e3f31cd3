import { expect, test } from 'vitest';
import { ringParts } from './ring-parts.ts';

test('a ring of one type is whole', () => {
  expect(ringParts([0, 7, 0], 7, 12)).toEqual([{ type: 1, from: -Math.PI / 2, to: 1.5 * Math.PI }]);
});

test('parts follow each other from the top, as long as their share, with a gap between them', () => {
  const [first, second, ...rest] = ringParts([3, 0, 1], 4, 10);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ type: 0, from: -Math.PI / 2 });
  expect(first?.to).toBeCloseTo(Math.PI - 0.15);
  expect(second).toMatchObject({ type: 2, from: Math.PI });
  expect(second?.to).toBeCloseTo(1.5 * Math.PI - 0.15);
});

test('the smallest part can still be seen', () => {
  const [small] = ringParts([1, 9999], 10_000, 20);
  expect((small?.to ?? 0) - (small?.from ?? 0)).toBeCloseTo(0.5 / 20);
});
