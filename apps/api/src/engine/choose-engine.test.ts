import { expect, it } from 'vitest';
import { chooseEngine, readMemory } from './choose-engine.ts';

const GB = 1_000_000_000;

it('keeps a million incidents in memory on a machine of 8 GB, and has the database answer on one of 1 GB', () => {
  expect(chooseEngine('auto', 1_000_000, { total: 8 * GB, heap: 4 * GB }).kind).toBe('memory');
  const { kind, reason } = chooseEngine('auto', 1_000_000, { total: GB, heap: GB });
  expect(kind).toBe('sql');
  expect(reason).toMatch(/^1000000 incidents take about \d+ MB of memory, more than half of the 1000 MB there are$/);
});

it('minds the limit of the heap as well', () => {
  const { kind, reason } = chooseEngine('auto', 10_000_000, { total: 64 * GB, heap: 0.5 * GB });
  expect(kind).toBe('sql');
  expect(reason).toMatch(/in a heap of 500 MB/);
});

it.each(['memory', 'sql'] as const)('does as it is told: %s', (wanted) => {
  expect(chooseEngine(wanted, 1e9, { total: 1, heap: 1 })).toEqual({
    kind: wanted,
    reason: `QUERY_ENGINE is ${wanted}`,
  });
});

it('reads what this process may use', () => {
  const { heap, total } = readMemory();
  expect(heap).toBeGreaterThan(0);
  expect(total).toBeGreaterThan(heap / 100);
});
