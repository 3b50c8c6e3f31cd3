import type { Timeline } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countByYear } from './count-by-year.ts';

const timeline = (counts: Readonly<Record<number, number>>): Timeline => ({
  unit: 'year',
  starts: Object.keys(counts).map((year) => `${year}-01-01`),
  series: [{ key: null, counts: Object.values(counts) }],
  imprecise: 0,
});

test('counts each incident of a year once, and years without any', () => {
  const timelines = {
    near: timeline({ 2022: 1, 2024: 4 }),
    inside: timeline({ 2022: 1, 2024: 2 }),
    aimed: timeline({ 2022: 3, 2024: 2 }),
    nearAndAimed: timeline({ 2022: 0, 2024: 2 }),
    insideAndAimed: timeline({ 2022: 0, 2024: 1 }),
  };
  expect(countByYear(timelines, 2022, 2025)).toEqual([
    { year: '2022', aimed: 3, inside: 1, possible: 0 },
    { year: '2023', aimed: 0, inside: 0, possible: 0 },
    { year: '2024', aimed: 2, inside: 1, possible: 1 },
    { year: '2025', aimed: 0, inside: 0, possible: 0 },
  ]);
});

test('equals sorting every incident', () => {
  const anyIncident = fc.record({
    year: fc.integer({ min: 2019, max: 2023 }),
    relation: fc.constantFrom('inside', 'possible', 'outside'),
    aimed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyIncident), (incidents) => {
      const count = (holds: (incident: (typeof incidents)[number]) => boolean) =>
        timeline(
          Object.fromEntries(
            [2019, 2020, 2021, 2022, 2023].map((year) => [
              year,
              incidents.filter((incident) => incident.year === year && holds(incident)).length,
            ]),
          ),
        );
      const timelines = {
        near: count(({ relation }) => relation !== 'outside'),
        inside: count(({ relation }) => relation === 'inside'),
        aimed: count(({ aimed }) => aimed),
        nearAndAimed: count(({ aimed, relation }) => aimed && relation !== 'outside'),
        insideAndAimed: count(({ aimed, relation }) => aimed && relation === 'inside'),
      };
      for (const { aimed, inside, possible, year } of countByYear(timelines, 2019, 2023)) {
        const others = incidents.filter((incident) => String(incident.year) === year && !incident.aimed);
        expect(aimed).toBe(incidents.filter((incident) => String(incident.year) === year && incident.aimed).length);
        expect(inside).toBe(others.filter(({ relation }) => relation === 'inside').length);
        expect(possible).toBe(others.filter(({ relation }) => relation === 'possible').length);
      }
    }),
    { seed: 6 },
  );
});

test('counts nothing as aimed where nothing can be', () => {
  const timelines = {
    near: timeline({ 2024: 4 }),
    inside: timeline({ 2024: 1 }),
    aimed: undefined,
    nearAndAimed: undefined,
    insideAndAimed: undefined,
  };
  expect(countByYear(timelines, 2024, 2024)).toEqual([{ year: '2024', aimed: 0, inside: 1, possible: 3 }]);
});
