import { IncidentTable } from '@corridor/incident-table';
import { expect, test } from 'vitest';
import { loadBenchGeography } from '../bench-geography.ts';
import { checkWorkload } from '../compare-rivals.ts';
import { createCountedIncidents } from '../incident-source.ts';
import { createWorkloads } from '../rival-workloads.ts';
import { arquero } from './arquero.ts';
import { checkEqual } from './check-equal.ts';
import { crossfilter2 } from './crossfilter2.ts';
import { duckdb } from './duckdb.ts';
import { ourEngine } from './our-engine.ts';
import { postgres } from './postgres.ts';
import { createRivalColumns } from './rival-columns.ts';
import { toRivalFilter } from './rival-filter.ts';
import { sqlite } from './sqlite.ts';
import { createClusters } from './supercluster.ts';
import { scan, typedArrayPass } from './typed-array-pass.ts';

const geography = await loadBenchGeography();
const incidents = createCountedIncidents(3000, geography, 7);
const columns = createRivalColumns(incidents, geography, geography.sites[0]?.id ?? '');
const workloads = createWorkloads(columns);

test('our engine answers every workload as the pass over typed arrays does', async () => {
  const ours = ourEngine(IncidentTable.fromIncidents(incidents, 1), geography, columns);
  for (const workload of workloads) await expect(checkWorkload(ours, columns, workload)).resolves.toBeUndefined();
});

test.each([typedArrayPass, crossfilter2, arquero, duckdb, sqlite, postgres])(
  '$name answers every workload as the pass over typed arrays does',
  async (rival) => {
    const contestant = await rival.load(columns);
    try {
      for (const workload of workloads) {
        await expect(checkWorkload(contestant, columns, workload)).resolves.toBeUndefined();
      }
    } finally {
      await contestant.close();
    }
  },
);

test('a wrong answer is found in every part', () => {
  const right = scan(columns, toRivalFilter(columns, {}));
  const wrong = [
    { ...right, matched: right.matched + 1 },
    { ...right, killed: { ...right.killed, best: 0 } },
    { ...right, timeline: right.timeline.map((count, at) => (at === 20 ? count + 1 : count)) },
    { ...right, facets: { ...right.facets, grade: right.facets.grade.subarray(1) } },
    { ...right, lists: { ...right.lists, grade: right.lists.grade.toReversed() } },
    { ...right, bins: right.bins.map((count, at) => (at === 0 ? count + 1 : count)) },
  ];
  for (const answer of wrong) expect(() => checkEqual(answer, right, 'it')).toThrow(/it: [\w ]+ differs at/);
  expect(() => checkEqual(right, right, 'it')).not.toThrow();
});

test('clusters hold every incident that is drawn as a point', () => {
  const clusters = createClusters(columns);
  const drawn = columns.longitude.filter((longitude) => !Number.isNaN(longitude)).length;
  expect(drawn).toBeGreaterThan(0);
  expect(clusters.answer(toRivalFilter(columns, {})).incidents).toBe(drawn);
});

test('every turn of a workload is a filter other than that of the turn before', () => {
  for (const { name, steps, before } of workloads) {
    for (let turn = 1; turn < 20; turn++) {
      const asked = [before ? before(turn) : steps(turn - 1).at(-1), ...steps(turn)];
      asked.slice(1).forEach((filter, step) => {
        expect(filter, name).not.toEqual(asked[step]);
      });
    }
  }
});
