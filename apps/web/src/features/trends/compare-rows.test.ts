import { type BreakdownRow, CASUALTY_KINDS, type CasualtyTotals, type Toll } from '@corridor/domain';
import { expect, test } from 'vitest';
import { compareRows } from './compare-rows.ts';

const nobody: Toll = { low: 0, best: 0, high: 0, unknown: 0 };
const casualties = Object.fromEntries(CASUALTY_KINDS.map((kind) => [kind, nobody])) as CasualtyTotals;
const row = (key: string | null, count: number): BreakdownRow => ({
  key,
  count,
  possible: 0,
  byType: [count],
  casualties,
  last: null,
  worst: null,
  series: [],
});

test('keeps values that occur in one period only and drops those in neither', () => {
  const rows = compareRows([row('a', 2), row('b', 0), row(null, 1)], [row('c', 5), row('b', 0), row('a', 1)]);
  expect(rows.map(({ key, now, before }) => [key, now, before])).toEqual([
    ['a', 2, 1],
    [null, 1, 0],
    ['c', 0, 5],
  ]);
});

test('has nothing to compare with where there is no period before', () => {
  expect(compareRows([row('a', 2)], null)).toEqual([{ key: 'a', now: 2, before: null, byType: [2] }]);
});
