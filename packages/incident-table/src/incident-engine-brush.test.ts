import { DIMENSIONS, EVENT_TYPES, type Filter, type Query } from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IncidentEngine, IncidentTable } from './index.ts';
import { createMadeUpGeography, createSeededIncidents, Oracle } from './testing/index.ts';

const geography = createMadeUpGeography();
const DAYS = 120;
const incidents = createSeededIncidents({ count: 400, seed: 9, geography, from: '2023-11-20', to: '2024-03-18' });
const oracle = new Oracle(incidents, 7, geography);
const table = IncidentTable.fromIncidents(incidents, 7);
const isoAt = (offset: number) => new Date(Date.UTC(2023, 10, 20 + offset)).toISOString().slice(0, 10);

/** How a hand moves a period: both ends a little, one end, or somewhere else at once. */
const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ from: fc.integer({ min: -1, max: 1 }), to: fc.integer({ min: -1, max: 1 }) }) },
  { weight: 3, arbitrary: fc.record({ from: fc.constant(0), to: fc.integer({ min: -3, max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ from: fc.integer({ min: -90, max: 90 }), to: fc.integer({ min: -90, max: 90 }) }),
  },
);
const site = geography.sites[0]?.id ?? '';
const box = { bbox: [8, 38, 18, 47], zoom: 6 } as const;
const anyRest: fc.Arbitrary<Filter> = fc.oneof(
  fc.constant({}),
  fc.record({ type: fc.uniqueArray(fc.constantFrom(...EVENT_TYPES), { minLength: 1, maxLength: 3 }) }),
  fc.record({ province: fc.constant(['Northland']) }),
  fc.record({ actor: fc.constant(oracle.values('actor').slice(0, 2)) }),
  fc.record({ site: fc.constant([site]), radiusKm: fc.constantFrom(20, 60, 61) }),
  fc.record({ site: fc.constant([site]), area: fc.constant({ kind: 'box' as const, bbox: box.bbox }) }),
);
const anyParts: fc.Arbitrary<Omit<Query, 'filter'>> = fc.record(
  {
    groups: fc.uniqueArray(fc.constantFrom(...DIMENSIONS)),
    counts: fc.constantFrom(DIMENSIONS, ['site', 'route', 'district'] as const),
    timeline: fc.record({ unit: fc.constant('month' as const), ignorePeriod: fc.boolean() }),
    bins: fc.oneof(
      { weight: 4, arbitrary: fc.constant(box) },
      { weight: 1, arbitrary: fc.constant({ ...box, zoom: 8.5 }) },
      { weight: 1, arbitrary: fc.constantFrom(...incidents.slice(0, 40)).map(({ id }) => ({ ...box, exclude: id })) },
    ),
    page: fc.record({
      sort: fc.record({ by: fc.constantFrom('date' as const, 'killed' as const), descending: fc.boolean() }),
      offset: fc.constantFrom(0, 7),
      limit: fc.constant(20),
    }),
    surroundings: fc.constant({ kind: 'site' as const, id: site, withinKm: 100 }),
  },
  { requiredKeys: [] },
);

/** A drag with the other parts of the filter as they are, then with others, and so on. */
const anyQueries = fc
  .array(fc.record({ rest: anyRest, parts: anyParts, steps: fc.array(anyStep, { minLength: 1, maxLength: 8 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((drags) => {
    let [from, to] = [10, 100];
    return drags.flatMap(({ rest, parts, steps }) =>
      steps.map((step): Query => {
        from = Math.min(DAYS, Math.max(0, from + step.from));
        to = Math.min(DAYS, Math.max(from, to + step.to));
        return { ...parts, filter: { ...rest, from: isoAt(from), to: isoAt(to) } };
      }),
    );
  });

test('every step of a brush is answered as by the oracle', () => {
  fc.assert(
    fc.property(anyQueries, (queries) => {
      const engine = new IncidentEngine(table, geography);
      for (const query of queries) {
        expect({ query, answer: engine.answer(query) }).toEqual({ query, answer: oracle.answer(query) });
      }
    }),
    { seed: 21, numRuns: 12 },
  );
});

test('the last step is answered, to the last digit, as by an engine that saw none before', () => {
  fc.assert(
    fc.property(anyQueries, (queries) => {
      const engine = new IncidentEngine(table, geography);
      const answers = queries.map((query) => engine.answer(query));
      const [query] = queries.slice(-1);
      if (query) expect(answers.at(-1)).toEqual(new IncidentEngine(table, geography).answer(query));
    }),
    { seed: 23, numRuns: 50 },
  );
});

test('an answer stays as it was handed out, whatever is asked afterwards', () => {
  fc.assert(
    fc.property(anyQueries, (queries) => {
      const engine = new IncidentEngine(table, geography);
      const answers = queries.map((query) => {
        const answer = engine.answer(query);
        return { answer, copy: structuredClone(answer) };
      });
      for (const { answer, copy } of answers) expect(answer).toEqual(copy);
    }),
    { seed: 22, numRuns: 25 },
  );
});

test('what a step does not change is the same object as before', () => {
  const engine = new IncidentEngine(table, geography);
  const [day] = incidents
    .map(({ occurred }) => occurred.start)
    .toSorted()
    .slice(-1);
  const ask = (filter: Filter) =>
    engine.answer({ filter, groups: DIMENSIONS, counts: ['site', 'district'], bins: box });
  const all = ask({});
  const same = ask({ to: day ?? '' });
  for (const name of DIMENSIONS) expect(same.groups?.[name]).toBe(all.groups?.[name]);
  expect(same.counts?.district).toBe(all.groups?.district);
  expect(same.bins?.cells).toBe(all.bins?.cells);
  const less = ask({ to: isoAt(DAYS - 4) });
  expect(less.totals.matched).toBeLessThan(all.totals.matched);
  const kept = less.groups?.district?.filter((row) => all.groups?.district?.includes(row)) ?? [];
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(less.groups?.district?.length ?? 0);
});
