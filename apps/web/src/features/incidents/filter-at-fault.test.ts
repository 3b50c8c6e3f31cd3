import { FILTER_KEYS, type Filter } from '@corridor/domain';
import { expect, test } from 'vitest';
import { partAtFault, withoutEachPart } from './filter-at-fault.ts';

test('leaves out each part once, and what belongs to it along with it', () => {
  const filter: Filter = { province: ['A'], from: '2024-01-01', to: '2024-12-31', site: ['s'], radiusKm: 25 };
  expect(withoutEachPart(filter)).toEqual([
    { part: 'near', filter: { province: ['A'], from: '2024-01-01', to: '2024-12-31' } },
    { part: 'province', filter: { from: '2024-01-01', to: '2024-12-31', site: ['s'], radiusKm: 25 } },
    { part: 'period', filter: { province: ['A'], site: ['s'], radiusKm: 25 } },
  ]);
});

test('knows every part a filter can have', () => {
  for (const key of FILTER_KEYS) {
    expect(withoutEachPart({ [key]: 'x' })).toEqual([expect.objectContaining({ filter: {} })]);
  }
});

test('blames the part without which the fewest match, and nothing where none helps', () => {
  const counts = [
    { part: 'district', matched: 27 },
    { part: 'period', matched: 0 },
    { part: 'province', matched: 40 },
  ];
  expect(partAtFault(counts)?.part).toBe('district');
  expect(partAtFault([{ matched: 0 }])).toBeNull();
});
