import { loadPortfolio } from '@corridor/cpec-data';
import {
  DEFAULT_SORT,
  DUPLICATE_THRESHOLD,
  dayOf,
  draftOf,
  type Incident,
  isoOf,
  SHARED_SOURCE,
} from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { IncidentEngine, IncidentTable } from '@corridor/incident-table';
import { expect, test } from 'vitest';
import { runInSteps } from '../load/run-in-steps.ts';
import { type Compared, comparePairs, firstWholeDay } from './compare-pairs.ts';
import { scoreBeside } from './score-beside.ts';

const { basemap, incidents, info, routes, sites } = await loadPortfolio();
const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
const geography = { boundaries, districts: info.districts, sites, routes };
/** Every fifth is told again: a day later, in other words. */
const told = incidents.flatMap((incident, index): Incident[] => {
  if (index % 5 > 0) return [];
  const { end, precision, start } = incident.occurred;
  const occurred = { start: isoOf(dayOf(start) + 1), end: isoOf(dayOf(end) + 1), precision };
  return [{ ...incident, id: `again-${index}`, title: 'Told again', occurred }];
});
const table = IncidentTable.fromIncidents([...incidents, ...told], 1);
const rows =
  new IncidentEngine(table, geography).answer({ filter: {}, page: { sort: DEFAULT_SORT, offset: 0, limit: 9_999 } })
    .page?.items ?? [];
const NOBODYS = new Map<string, string>();
const LEAST = DUPLICATE_THRESHOLD - SHARED_SOURCE;

test('finds what comparing each record with every other one finds, with the same scores', {
  timeout: 60_000,
}, async () => {
  const { pairs } = await runInSteps(comparePairs(rows, -Infinity, boundaries, NOBODYS));
  const drafts = new Map([...incidents, ...told].map((incident) => [incident.id, draftOf(incident)]));
  const every: string[] = [];
  for (const [index, row] of rows.entries()) {
    const draft = drafts.get(row.id);
    if (!draft) throw new Error(`${row.id} is not among the incidents`);
    for (const other of rows.slice(index + 1)) {
      const { score } = scoreBeside(boundaries, draft, other, false);
      if (score >= LEAST) every.push(`${row.id} ${other.id} ${score}`);
    }
  }
  expect(pairs.map(({ incidents: [one, other], score }) => `${one.id} ${other.id} ${score}`).sort()).toEqual(
    every.sort(),
  );
  expect(pairs.length).toBeGreaterThan(told.length / 2);
});

test('compares no more than neighbours in time and place', async () => {
  const { scored } = await runInSteps(comparePairs(rows, -Infinity, boundaries, NOBODYS));
  expect(scored).toBeLessThan((0.01 * rows.length ** 2) / 2);
});

test('leaves out pairs of one foreign origin, and no other', async () => {
  const all = await runInSteps(comparePairs(rows, -Infinity, boundaries, NOBODYS));
  const pairsBy = async (originAt: (index: number) => string | null) => {
    const curators = new Map(
      rows.flatMap(({ id }, index) => {
        const origin = originAt(index);
        return origin === null ? [] : [[id, origin] as const];
      }),
    );
    const { pairs } = await runInSteps(comparePairs(rows, -Infinity, boundaries, curators));
    return { curators, pairs };
  };
  expect((await pairsBy(() => 'a')).pairs).toEqual([]);
  const { curators, pairs } = await pairsBy((index) => ['a', 'b', null][index % 3] ?? null);
  const expected = all.pairs.filter(({ incidents: [{ id }, other] }) => {
    const origin = curators.get(id);
    return origin === undefined || origin !== curators.get(other.id);
  });
  expect(pairs.map(idsOf)).toEqual(expected.map(idsOf));
  expect(pairs.length).toBeGreaterThan(0);
  expect(pairs.length).toBeLessThan(all.pairs.length);
});

test('begins no further day once enough was scored or found, and says back to which all was compared', async () => {
  const all = await runInSteps(comparePairs(rows, -Infinity, boundaries, NOBODYS));
  for (const enough of [
    { scored: 1, found: Infinity },
    { scored: Infinity, found: 7 },
  ]) {
    const some = await runInSteps(comparePairs(rows, -Infinity, boundaries, NOBODYS, enough));
    const whole = all.pairs.filter(({ incidents: [{ start }] }) => dayOf(start) >= some.from);
    expect(some.pairs.map(idsOf)).toEqual(whole.map(idsOf));
    expect(some.scored >= enough.scored || some.pairs.length >= enough.found).toBe(true);
    expect(some.scored).toBeLessThan(all.scored);
  }
  expect(all.from).toBe(-Infinity);
});

test('says from which day on all neighbours before an incident are known', () => {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  expect(firstWholeDay([], true)).toBeNull();
  expect(firstWholeDay(rows, true)).toBe(dayOf(oldest?.start ?? ''));
  expect(firstWholeDay(rows, false)).toBe(dayOf(oldest?.start ?? '') + 4);
  expect(firstWholeDay(rows.slice(0, 1), false)).toBe(dayOf(newest?.start ?? ''));
});

function idsOf({ incidents }: Compared): string {
  return incidents.map(({ id }) => id).join(' ');
}
