import { expect, test } from 'vitest';
import { WriteBudget } from './write-budget.ts';

test('writes at once while there are few, and never more than 100 in any ten seconds', () => {
  const budget = new WriteBudget();
  const written: number[] = [];
  for (let now = 0; now < 60_000; now += 16) if (budget.take(now)) written.push(now);
  expect(written.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, index) => index * 16));
  for (const start of written) {
    expect(written.filter((at) => at >= start && at < start + 10_000).length).toBeLessThanOrEqual(100);
  }
});

test('has its first writes back after a rest', () => {
  const budget = new WriteBudget();
  for (let n = 0; n < 20; n++) expect(budget.take(0)).toBe(true);
  expect(budget.take(0)).toBe(false);
  expect(budget.take(150)).toBe(true);
  expect(budget.take(150)).toBe(false);
});
