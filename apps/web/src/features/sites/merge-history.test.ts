import type { IncidentSummary, Page } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeHistory } from './merge-history.ts';

const incident = (id: string, start: string, targetedSites: readonly string[] = []): IncidentSummary => ({
  id,
  title: 'Bomb on a road',
  start,
  end: start,
  datePrecision: 'day',
  eventType: 'Battles',
  subEventType: 'Armed clash',
  actors: [],
  actorClaim: 'unknown',
  targetType: 'civilians',
  targetedSites,
  placeName: '',
  province: null,
  district: null,
  latitude: null,
  longitude: null,
  placePrecision: 'place',
  killed: null,
  wounded: null,
  abducted: null,
  attackersKilled: null,
  chineseKilled: null,
  chineseWounded: null,
  severity: 1,
  status: 'reported',
  grade: 'B2',
  chinese: false,
  summarisesDay: false,
  origin: 'corridor-watch',
});
const page = (items: readonly IncidentSummary[], total = items.length): Page => ({
  total,
  items,
  distances: items.map(() => ({ minKm: 1, maxKm: 2 })),
});

test('shows what is near and aimed once, newest first', () => {
  const both = incident('b', '2024-02-01', ['port']);
  const near = page([both, incident('a', '2024-01-01')]);
  const aimed = page([incident('c', '2024-03-01', ['port']), both]);
  const items = mergeHistory([near, aimed], 'port', 5, 12);
  expect(items.map(({ aimed: isAimed, incident: { id } }) => [id, isAimed])).toEqual([
    ['c', true],
    ['b', true],
    ['a', false],
  ]);
});

test('says how each lies to the radius, and nothing of a place that is too vague', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => incident(id, '2024-01-01'));
  const distances = [{ minKm: 1, maxKm: 5 }, { minKm: 4, maxKm: 6 }, { minKm: 6, maxKm: 7 }, null];
  const history = mergeHistory([{ total: 4, items, distances }, undefined], 'port', 5, 12);
  expect(history.map(({ distance }) => distance?.relation)).toEqual(['inside', 'possible', 'outside', undefined]);
});

test('loses none of the newest when pages are as long as the list', () => {
  const anyIncident = fc.record({ day: fc.integer({ min: 1, max: 9 }), near: fc.boolean(), aimed: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyIncident, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (rows, limit) => {
      const sorted = rows
        .map((row, index) => ({ ...row, incident: incident(`id-${index + 10}`, `2024-01-0${row.day}`) }))
        .sort((a, b) => b.day - a.day || (a.incident.id < b.incident.id ? -1 : 1));
      const of = (holds: (row: (typeof sorted)[number]) => boolean) => sorted.filter(holds).map((row) => row.incident);
      const pageOf = (items: readonly IncidentSummary[]) => page(items.slice(0, limit), items.length);
      const pages = [pageOf(of(({ near }) => near)), pageOf(of(({ aimed }) => aimed))];
      const wanted = of(({ aimed, near }) => aimed || near).slice(0, limit);
      const listed = mergeHistory(pages, 'port', 5, limit);
      expect(listed.map((item) => item.incident.id)).toEqual(wanted.map(({ id }) => id));
    }),
    { seed: 7 },
  );
});
