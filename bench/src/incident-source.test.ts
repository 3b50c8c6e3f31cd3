import { createMadeUpGeography, createSeededIncidents } from '@corridor/incident-table/testing';
import { expect, test } from 'vitest';
import { repeatIncidents } from './incident-source.ts';

const incidents = createSeededIncidents({ count: 100, seed: 1, geography: createMadeUpGeography() });
const repeated = repeatIncidents(incidents, 1000);

test('repeating gives as many incidents as wanted, the given ones first, each with an id and title of its own', () => {
  expect(repeated.slice(0, 100)).toEqual(incidents);
  expect(new Set(repeated.map(({ id }) => id)).size).toBe(1000);
  expect(new Set(repeated.map(({ title }) => title)).size).toBe(1000);
});

test('copies keep place and actors and begin within a fortnight or so of the original', () => {
  repeated.forEach(({ place, actors, occurred }, index) => {
    const original = incidents[index % 100];
    expect({ place, actors }).toEqual({ place: original?.place, actors: original?.actors });
    const days = Math.abs(Date.parse(occurred.start) - Date.parse(original?.occurred.start ?? '')) / 86_400_000;
    expect(days).toBeLessThanOrEqual(15);
    expect(occurred.start <= occurred.end).toBe(true);
  });
  expect(new Set(repeated.map(({ occurred }) => occurred.start)).size).toBeGreaterThan(300);
});

test('the same incidents are repeated the same way', () => {
  expect(repeatIncidents(incidents, 1000)).toEqual(repeated);
});

test('fewer than given are the first of them', () => {
  expect(repeatIncidents(incidents, 7)).toEqual(incidents.slice(0, 7));
});
