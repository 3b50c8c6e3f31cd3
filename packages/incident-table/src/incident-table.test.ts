import { dayOf } from '@corridor/domain';
import { expect, test } from 'vitest';
import { IncidentTable } from './index.ts';
import { createMadeUpGeography, createSeededIncidents } from './testing/index.ts';

const geography = createMadeUpGeography();
const incidents = createSeededIncidents({ count: 200, seed: 9, geography });
const table = IncidentTable.fromIncidents(incidents, 3);

test('rows are sorted by start day, then id', () => {
  const keys = Array.from({ length: table.rowCount }, (_, row) => `${table.summary(row).start} ${table.id(row)}`);
  expect(keys).toEqual(keys.toSorted());
  expect(new Set(keys).size).toBe(200);
});

test('finds the row of an id', () => {
  expect(incidents.map(({ id }) => table.id(table.rowOf(id) ?? -1))).toEqual(incidents.map(({ id }) => id));
  expect(table.rowOf('elsewhere')).toBeUndefined();
});

test('the last day is that of the last incident dated to the day', () => {
  const precise = incidents
    .filter(({ occurred }) => occurred.precision === 'day')
    .map(({ occurred }) => occurred.start);
  expect(table.lastDay).toBe(dayOf(precise.sort().at(-1) ?? ''));
  expect(table.firstDay).toBe(dayOf(incidents.map(({ occurred }) => occurred.start).sort()[0] ?? ''));
});

test('refuses a repeated id and a row that is not there', () => {
  const [first] = incidents;
  expect(() => IncidentTable.fromIncidents(first ? [first, first] : [], 1)).toThrow(/without repetition/);
  expect(() => table.summary(200)).toThrow(/below 200/);
  expect(() => table.id(-1)).toThrow(/below 200/);
});
