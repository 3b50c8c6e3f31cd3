import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALL_SUB_EVENT_TYPES,
  CERTAINTIES,
  EVENT_TYPES,
  type Filter,
  GRADES,
  isoOf,
  parseFilterParams,
  SEVERITIES,
  STATUSES,
  TARGET_TYPES,
  toFilterParams,
  toFilterQuery,
} from './index.ts';

const names = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
  { minLength: 1, maxLength: 4 },
);
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
const period = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 5000 }));

const anyFilter: fc.Arbitrary<Filter> = fc
  .record(
    {
      q: fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,8})?$/),
      type: some(EVENT_TYPES),
      subType: some(ALL_SUB_EVENT_TYPES),
      province: names,
      district: names,
      actor: names,
      targetType: some(TARGET_TYPES),
      minSeverity: fc.constantFrom(...SEVERITIES),
      status: some(STATUSES),
      grade: some(GRADES),
      chinese: fc.boolean(),
      site: names,
      certainty: fc.constantFrom(...CERTAINTIES),
      targetedSite: names,
      origin: names,
    },
    { requiredKeys: [] },
  )
  .chain((filter) =>
    fc
      .option(period)
      .map((days) => (days ? { ...filter, from: isoOf(days[0]), to: isoOf(days[0] + days[1]) } : filter)),
  );

const sorted = (filter: Filter) =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]),
  );

test('a filter survives the way through its URL parameters', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(parseFilterParams(toFilterParams(filter))).toEqual({ ok: true, filter: sorted(filter) });
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('the same filter always gives the same query text', () => {
  expect(toFilterQuery({ province: ['Sindh', 'Punjab'], q: 'a b' })).toBe('q=a%20b&province=Punjab&province=Sindh');
});

test.each([
  ['from', ['2024-02-30'], 'is an existing date YYYY-MM-DD'],
  ['minSeverity', ['6'], 'is a whole number 1 to 5'],
  ['minSeverity', ['2', '3'], 'is given once'],
  ['type', ['Bombing'], /is one of: Explosions\/Remote violence, Battles/],
  ['certainty', ['maybe'], 'is one of: inside, possible'],
  ['radiusKm', ['501'], 'is above 0 and at most 500 km'],
  ['area', ['polygon:62,25;63,26;63,25;62,26'], /must not cross itself/],
  ['area', ['circle:62,125,10'], /latitude -90 to 90/],
  ['q', ['--'], 'holds at least one letter or digit'],
] as const)('names %s and what is allowed for %j', (name, values, reason) => {
  const result = parseFilterParams({ [name]: values });
  expect(result.ok).toBe(false);
  const issue = result.ok ? undefined : result.issues.find((candidate) => candidate.name === name);
  expect(issue?.reason).toEqual(reason instanceof RegExp ? expect.stringMatching(reason) : reason);
});

test('refuses a reversed period and a radius without a place', () => {
  expect(parseFilterParams({ from: ['2024-02-01'], to: ['2024-01-01'], radiusKm: ['5'] })).toEqual({
    ok: false,
    issues: [
      { name: 'to', reason: 'is not before from (2024-02-01)' },
      { name: 'radiusKm', reason: 'goes with site or route' },
    ],
  });
});

test('leaves parameters of others alone', () => {
  expect(parseFilterParams({ limit: ['5'], q: ['gwadar'] })).toEqual({ ok: true, filter: { q: 'gwadar' } });
});
