import { EVENT_TYPES } from '@corridor/domain';
import { IncidentEngine, IncidentTable } from '@corridor/incident-table';
import { expect, test } from 'vitest';
import { loadBenchGeography } from './bench-geography.ts';
import { measureEngineCost } from './engine-cost.ts';
import { eventTypeChange, otherChanges } from './filter-changes.ts';
import { createCountedIncidents } from './incident-source.ts';
import { mapPageQuery } from './map-page-query.ts';
import { scanRecords } from './scan-records.ts';

const geography = await loadBenchGeography();
const incidents = createCountedIncidents(1000, geography);
const table = IncidentTable.fromIncidents(incidents, 1);

test('the engine and the loop over records that it is measured against agree', () => {
  const type = EVENT_TYPES[0];
  const scan = scanRecords(incidents, [type]);
  const answer = new IncidentEngine(table, geography).answer(mapPageQuery({ type: [type] }, geography.bounds));
  expect(scan.matched).toBeGreaterThan(0);
  expect(answer.totals.matched).toBe(scan.matched);
  const counts = answer.timeline?.series.find(({ key }) => key === type)?.counts ?? [];
  const months = answer.timeline?.starts.flatMap((start, index): [string, number][] => {
    const count = counts[index] ?? 0;
    return count > 0 ? [[`${start.slice(0, 7)} ${type}`, count]] : [];
  });
  expect(new Map(months)).toEqual(scan.months);
});

test('every change that is measured changes the filter at every turn', () => {
  for (const { filterAt } of [eventTypeChange, ...otherChanges(new IncidentEngine(table, geography), geography)]) {
    for (let turn = 1; turn < 20; turn++) expect(filterAt(turn)).not.toEqual(filterAt(turn - 1));
  }
});

test('measures every change and every part on a table of any size', () => {
  const { changes, parts, firstSearchMs } = measureEngineCost(table, geography);
  expect(changes.map(({ name }) => name)).toContain('brush by a month');
  expect(parts.map(({ name }) => name)).toContain('totals alone');
  expect([...changes, ...parts].every(({ timing }) => timing.repetitions === 15 && timing.min > 0)).toBe(true);
  expect(firstSearchMs).toBeGreaterThan(0);
});
