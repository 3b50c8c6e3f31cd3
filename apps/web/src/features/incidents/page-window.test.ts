import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listableRows, windowAround } from './page-window.ts';

test('holds every visible row and a hundred on either side', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(200), (first, visible) => {
      const last = first + visible;
      const { offset, limit } = windowAround(first, last);
      expect(offset).toBeLessThanOrEqual(Math.max(0, first - 100));
      expect(offset + limit).toBeGreaterThan(last + 100);
      expect(limit).toBeLessThanOrEqual(visible + 400);
    }),
    { seed: 5 },
  );
});

test('stays the same while scrolling within a chunk', () => {
  expect(windowAround(310, 330)).toEqual(windowAround(340, 360));
});

test('lists a million rows as far as browsers can lay them out', () => {
  expect(listableRows(473, 45)).toBe(473);
  expect(listableRows(1_000_000, 45) * 45).toBeLessThanOrEqual(16_000_000);
});
