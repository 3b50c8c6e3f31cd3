import type { Route } from '@corridor/domain';
import { expect, test } from 'vitest';
import { targetDifferences } from './target-differences.ts';

const ROUTE: Route = {
  ...{ id: 'road', name: 'Road', kind: 'road', status: 'planned', corridor: '', radiusKm: 5 },
  line: [
    [62.3, 25.1],
    [64.1, 25.5],
  ],
};

test('names the fields that differ, with lists by how many they hold', () => {
  expect(targetDifferences(ROUTE, ROUTE)).toEqual([]);
  const after: Route = { ...ROUTE, radiusKm: 8, corridor: 'South', line: [...ROUTE.line, [65, 25.6]] };
  expect(targetDifferences(ROUTE, after)).toEqual([
    { field: 'corridor', before: '', after: 'South', counts: null },
    { field: 'radiusKm', before: '5', after: '8', counts: null },
    { field: 'line', before: 2, after: 3, counts: 'points' },
  ]);
});
