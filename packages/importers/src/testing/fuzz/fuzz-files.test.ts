import { expect, it } from 'vitest';
import { fuzzFiles } from './fuzz-files.ts';

it('reads broken files of every format without a fault: each row a record or an issue', async () => {
  const { counts, faults } = await fuzzFiles({ files: 60, seed: 5 });
  expect(faults).toEqual([]);
  expect([...counts.keys()]).toEqual(['acled', 'ucdp', 'gtd', 'own', 'table', 'geojson', 'xlsx']);
  for (const count of counts.values()) {
    expect(count.files).toBe(60);
    expect(count.records).toBeGreaterThan(0);
    expect(count.rowsRefused).toBeGreaterThan(0);
  }
}, 120_000);
