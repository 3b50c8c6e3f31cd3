import { expect, test } from 'vitest';
import { createMadeUpGeography } from './made-up-geography.ts';
import { createSeededIncidents } from './seeded-incidents.ts';

const geography = createMadeUpGeography();
const incidents = createSeededIncidents({ count: 6000, seed: 5, geography });

/** Share of the incidents that the most frequent values have. */
function share(values: readonly string[], first: number): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  return sorted.slice(0, first).reduce((sum, count) => sum + count, 0) / values.length;
}

test('the same options give the same incidents, another seed gives others', () => {
  expect(createSeededIncidents({ count: 50, seed: 5, geography })).toEqual(
    createSeededIncidents({ count: 50, seed: 5, geography }),
  );
  expect(createSeededIncidents({ count: 50, seed: 6, geography })).not.toEqual(
    createSeededIncidents({ count: 50, seed: 5, geography }),
  );
});

test('ids and titles are unique', () => {
  expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
  expect(new Set(incidents.map(({ title }) => title)).size).toBe(incidents.length);
});

// UCDP GED, Pakistan to 2021: 22 % at the ten busiest places of 1,159; half of the killed counts up to 3, one of a hundred from 50.
test('places and tolls are as skewed as in real records of this number', () => {
  const places = incidents.map(({ place }) => place.name);
  expect(new Set(places).size).toBeGreaterThan(700);
  expect(share(places, 10)).toBeGreaterThan(0.15);
  expect(share(places, 10)).toBeLessThan(0.3);
  const killed = incidents.flatMap(({ casualties }) => casualties.killed?.best ?? []).sort((a, b) => a - b);
  expect(killed[killed.length >> 1]).toBeLessThanOrEqual(3);
  expect(killed[Math.floor(0.99 * killed.length)]).toBeGreaterThan(40);
  expect(killed.at(-1)).toBeLessThanOrEqual(1500);
});

// The portfolio that the product ships with: 44 % of one type, 26 % of one kind of target, years that grow.
test('types, targets and years are uneven, none of them all', () => {
  for (const values of [incidents.map(({ eventType }) => eventType), incidents.map(({ targetType }) => targetType)]) {
    expect(share(values, 1)).toBeGreaterThan(0.25);
    expect(share(values, 1)).toBeLessThan(0.6);
  }
  const early = incidents.filter(({ occurred }) => occurred.start < '2015').length;
  expect(early / incidents.length).toBeGreaterThan(0.15);
  expect(early / incidents.length).toBeLessThan(0.35);
});
