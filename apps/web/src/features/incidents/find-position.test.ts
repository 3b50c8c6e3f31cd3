import { IncidentEngine, IncidentTable } from '@corridor/incident-table';
import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { expect, test } from 'vitest';
import { findPosition, type ListOrder } from './find-position.ts';

const geography = createMadeUpGeography();
const incidents = createSeededIncidents({ count: 600, seed: 11, geography, from: '2022-01-01', to: '2024-03-10' });
const engine = new IncidentEngine(IncidentTable.fromIncidents(incidents, 1), geography);
const find = (order: ListOrder, id: string) => findPosition(async (query) => engine.answer(query), order, id);
const listed = ({ filter, ...order }: ListOrder) =>
  engine.answer({ filter, page: { ...order, offset: 0, limit: 600 } }).page?.items.map(({ id }) => id) ?? [];

test.each([
  { by: 'date', descending: true },
  { by: 'date', descending: false },
  { by: 'killed', descending: true },
  { by: 'title', descending: false },
] as const)('finds any row of a list by $by (descending: $descending)', async (sort) => {
  const order = { filter: { from: '2022-06-01', to: '2024-01-31' }, sort };
  const ids = listed(order);
  for (const at of [0, 1, 97, 250, ids.length - 1]) expect(await find(order, ids[at] ?? '')).toBe(at);
});

test('says null for an incident that the list does not hold, and for one that does not exist', async () => {
  const order: ListOrder = { filter: { from: '2023-01-01' }, sort: { by: 'killed', descending: true } };
  const outside = incidents.find(({ occurred }) => occurred.start < '2023-01-01');
  expect(await find(order, outside?.id ?? '')).toBeNull();
  expect(await find(order, 'nothing-has-this-id')).toBeNull();
});
