import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askCsv, askIncidents, askSummary } from './support/ask-api.ts';
import { driveDashboard, PATIENCE_MS } from './support/dashboard.ts';
import { readCsv } from './support/read-csv.ts';
import { REPOSITORY } from './support/repository.ts';
import { readTruth } from './support/truth-bar.ts';

const PLAIN = 'province=Balochistan&from=2024-01-01&to=2024-12-31';
const AREAS = [
  'box:61.5,24.8,64.5,26.5',
  'circle:67.1,24.9,60',
  'polygon:65,24.5;69,24.5;69,28;66,30',
  'circle:62.33,25.12,150',
];

const part = (name: string, values: readonly (string | number)[]) =>
  fc.option(
    fc.constantFrom(...values).map((value): [string, string] => [name, String(value)]),
    { freq: 2 },
  );
const near = fc.option(
  fc.tuple(
    fc.constantFrom('gwadar-port', 'port-qasim-coal-power-plant', 'mohmand-dam'),
    fc.constantFrom('5', '25', '80.5', '200'),
  ),
  { freq: 2 },
);

/** Text, severity, area, site with a radius, certainty, province and period, in any combination but none. */
const filters = fc
  .tuple(
    part('q', ['chinese', 'attack', 'convoy', 'bla', 'kill']),
    part('minSeverity', [1, 2, 3, 4]),
    part('area', AREAS),
    near,
    part('certainty', ['inside', 'possible']),
    part('province', ['Balochistan', 'Sindh', 'Khyber Pakhtunkhwa']),
    part('from', ['2014-01-01', '2019-07-15', '2023-01-01']),
  )
  .map(([q, severity, area, site, certainty, province, from]) => {
    const places: [string, string][] = site
      ? [
          ['site', site[0]],
          ['radiusKm', site[1]],
        ]
      : [];
    const parts = [q, severity, area, certainty, province, from].filter((entry) => entry !== null);
    return new URLSearchParams([...parts, ...places]).toString();
  })
  .filter((query) => query !== '');

const dashboard = driveDashboard();

describe('one filter has one truth', () => {
  it(`counts ${PLAIN} as a count over the data file by hand does`, async () => {
    const file = readFileSync(join(REPOSITORY, 'packages/cpec-data/data/incidents.csv'), 'utf8');
    const byHand = readCsv(file).filter(({ admin1, date }) => admin1 === 'Balochistan' && date?.startsWith('2024'));
    expect(byHand).toHaveLength(36);
    expect((await agreed('/map', PLAIN)).map(({ id }) => id).sort()).toEqual(byHand.map(({ id }) => id).sort());
  });

  it.each(fc.sample(filters, { seed: 26, numRuns: 8 }))('says the same everywhere of %s', async (query) => {
    await agreed('/incidents', query);
  });
});

/** Checks that the page, the list, the summary and the CSV agree, and returns the rows of the CSV. */
async function agreed(path: string, query: string) {
  const page = await dashboard.open(`${path}?${query}`);
  const { matched, located, unlocated } = await askSummary(query);
  await expect.poll(() => readTruth(page), { timeout: PATIENCE_MS }).toEqual({ matched, located, unlocated });
  expect(await askIncidents(`${query}&limit=1`)).toMatchObject({ matched, located, unlocated });
  const rows = await askCsv(query);
  expect(rows).toHaveLength(matched);
  expect(located + unlocated).toBe(matched);
  return rows;
}
