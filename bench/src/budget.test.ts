import { expect, test } from 'vitest';
import limits from '../budget.json' with { type: 'json' };
import { loadBenchGeography } from './bench-geography.ts';
import { compareWithBudget, formatBudget, measureBudget } from './budget.ts';

test('no figure is over its budget', { timeout: 120_000 }, async () => {
  const lines = compareWithBudget(await measureBudget(await loadBenchGeography()), limits);
  expect(
    lines.some(({ isOver }) => isOver),
    `\n${formatBudget(lines)}`,
  ).toBe(false);
});

test('a figure above its limit is over, and so is one without a limit or a limit without a figure', () => {
  const lines = compareWithBudget({ a: 1, b: 2.1, c: 1 }, { a: 1, b: 2, d: 5 });
  expect(lines.filter(({ isOver }) => isOver).map(({ name }) => name)).toEqual(['b', 'c', 'd']);
});
