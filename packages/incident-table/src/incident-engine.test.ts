import {
  ALL_SUB_EVENT_TYPES,
  type Answer,
  CERTAINTIES,
  DIMENSIONS,
  EVENT_TYPES,
  type Filter,
  GRADES,
  type NearPlace,
  type Query,
  SEVERITIES,
  SORT_KEYS,
  STATUSES,
  TARGET_TYPES,
  type TargetRef,
  TIME_UNITS,
  TIMELINE_MEASURES,
} from '@corridor/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IncidentEngine, IncidentTable } from './index.ts';
import { createMadeUpGeography, createSeededIncidents, Oracle } from './testing/index.ts';

const geography = createMadeUpGeography();
const incidents = createSeededIncidents({ count: 120, seed: 5, geography, from: '2023-11-20', to: '2024-03-10' });
const oracle = new Oracle(incidents, 7, geography);
const newEngine = () => new IncidentEngine(IncidentTable.fromIncidents(incidents, 7), geography);

const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 5 });
const anyDate = fc.integer({ min: -20, max: 130 }).map((offset) => {
  return new Date(Date.UTC(2023, 10, 20 + offset)).toISOString().slice(0, 10);
});
const anyBox = fc
  .tuple(
    fc.double({ min: 9, max: 16, noNaN: true }),
    fc.double({ min: 39, max: 45, noNaN: true }),
    fc.double({ min: 0.2, max: 7, noNaN: true }),
  )
  .map(([west, south, size]): readonly [number, number, number, number] => [
    west,
    south,
    west + size,
    south + size * 0.8,
  ]);
const anyArea: fc.Arbitrary<NonNullable<Filter['area']>> = fc.oneof(
  anyBox.map((bbox) => ({ kind: 'box' as const, bbox })),
  anyBox.map(([west, south, east, north]) => ({
    kind: 'circle' as const,
    center: [(west + east) / 2, (south + north) / 2] as const,
    radiusKm: (east - west) * 50,
  })),
  anyBox.map(([west, south, east, north]) => ({
    kind: 'polygon' as const,
    ring: [[west, south] as const, [east, south] as const, [(west + east) / 2, north] as const],
  })),
);

/** Parts come alone or few together: many at once match nothing. */
const anyPart: fc.Arbitrary<Filter> = fc.oneof(
  fc.constantFrom('attack', 'att conv', 'CAFE', 'zürich', 'Group B', 'nothing like it', 'po').map((q) => ({ q })),
  fc.record({ from: anyDate }),
  fc.record({ to: anyDate }),
  fc.tuple(anyDate, anyDate).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  fc.record({ type: some(EVENT_TYPES) }),
  fc.record({ subType: some(ALL_SUB_EVENT_TYPES) }),
  fc.record({ province: some(['Northland', 'Middleland', 'Southland', 'Elsewhere']) }),
  fc.record({ district: some([...geography.districts.map(({ name }) => name), 'Elsewhere']) }),
  fc.record({ actor: some(oracle.values('actor')) }),
  fc.record({ targetType: some(TARGET_TYPES) }),
  fc.record({ minSeverity: fc.constantFrom(...SEVERITIES) }),
  fc.record({ status: some(STATUSES) }),
  fc.record({ grade: some(GRADES) }),
  fc.record({ chinese: fc.boolean() }),
  fc.record({ targetedSite: some(oracle.values('targetedSite')) }),
  fc.record({ origin: some(['seeded', 'seeded-other', 'nowhere']) }),
  fc.record({ site: some([...oracle.values('site'), 'elsewhere']) }),
  fc.record({ route: some(oracle.values('route')) }),
  fc.record({ site: some(oracle.values('site')), radiusKm: fc.integer({ min: 1, max: 200 }) }),
  fc.record({
    site: some(oracle.values('site')),
    route: some(oracle.values('route')),
    certainty: fc.constantFrom(...CERTAINTIES),
  }),
  fc.record({ area: anyArea }),
  fc.record({ area: anyArea, certainty: fc.constantFrom(...CERTAINTIES) }),
);
const anyFilter = fc.array(anyPart, { maxLength: 3 }).map((parts): Filter => Object.assign({}, ...parts));
const anyUnit = fc.constantFrom(...TIME_UNITS);
const anyTarget = fc.constantFrom<TargetRef>(
  ...oracle.values('site').map((id) => ({ kind: 'site' as const, id })),
  ...oracle.values('route').map((id) => ({ kind: 'route' as const, id })),
  { kind: 'site', id: 'elsewhere' },
);
const anySurroundings = fc
  .tuple(anyTarget, fc.oneof(fc.double({ min: 0, max: 200, noNaN: true }), fc.constantFrom(0, 15, 500, 2500)))
  .map(([target, withinKm]) => ({ ...target, withinKm }));

/** One engine answers all queries of a run, since it carries state from one filter to the next. */
function expectSameAnswers(anyQuery: fc.Arbitrary<Query>, numRuns: number): void {
  fc.assert(
    fc.property(fc.array(anyQuery, { minLength: 1, maxLength: 6 }), (queries) => {
      const engine = newEngine();
      for (const query of queries) {
        expect({ query, answer: engine.answer(query) }).toEqual({ query, answer: oracle.answer(query) });
      }
    }),
    { seed: 11, numRuns },
  );
}

test('totals equal the oracle’s under any sequence of filters', () => {
  expectSameAnswers(
    anyFilter.map((filter) => ({ filter })),
    200,
  );
});

test('groups of every dimension leave their own part out, as the oracle says', () => {
  expectSameAnswers(fc.record({ filter: anyFilter, groups: some(DIMENSIONS) }), 60);
});

test('counts of every dimension keep the whole filter, as the oracle says', () => {
  expectSameAnswers(fc.record({ filter: anyFilter, counts: some(DIMENSIONS) }), 60);
});

test('timelines equal the oracle’s in every unit, stack and measure', () => {
  expectSameAnswers(
    fc.record({
      filter: anyFilter,
      timeline: fc.record(
        {
          unit: anyUnit,
          stackBy: fc.constantFrom(...DIMENSIONS),
          ignorePeriod: fc.boolean(),
          measure: fc.constantFrom(...TIMELINE_MEASURES),
        },
        { requiredKeys: ['unit'] },
      ),
    }),
    80,
  );
});

test('breakdowns equal the oracle’s for every dimension', () => {
  expectSameAnswers(
    fc.record({
      filter: anyFilter,
      breakdowns: fc.array(fc.record({ by: fc.constantFrom(...DIMENSIONS), unit: anyUnit }, { requiredKeys: ['by'] }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    40,
  );
});

test('bins equal the oracle’s at every zoom', () => {
  expectSameAnswers(
    fc.record({
      filter: anyFilter,
      bins: fc.record(
        {
          bbox: anyBox,
          zoom: fc.double({ min: 2, max: 14, noNaN: true }),
          cellPx: fc.integer({ min: 20, max: 200 }),
          exclude: fc.constantFrom(...incidents.map(({ id }) => id), 'elsewhere'),
        },
        { requiredKeys: ['bbox', 'zoom'] },
      ),
    }),
    150,
  );
});

test('pages equal the oracle’s in every order', () => {
  expectSameAnswers(
    fc.record({
      filter: anyFilter,
      page: fc.record(
        {
          sort: fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
          offset: fc.nat(60),
          limit: fc.nat(40),
          within: anyBox,
          distanceTo: anyTarget,
          held: fc.record({
            ids: fc.uniqueArray(fc.constantFrom('gone', ...incidents.map(({ id }) => id)), { maxLength: 5 }),
            index: fc.nat(60),
          }),
        },
        { requiredKeys: ['sort', 'offset', 'limit'] },
      ),
    }),
    150,
  );
});

test('surroundings equal the oracle’s for every site and route at every reach', () => {
  expectSameAnswers(fc.record({ filter: anyFilter, surroundings: anySurroundings }), 120);
});

test('surroundings count places as one that differ in what is not shown alone', () => {
  const [site] = geography.sites;
  const [first, second] = incidents;
  const [district] = geography.districts;
  if (!site || !first || !second || !district) throw new Error('The made-up data are too small');
  const at = { ...first.place, latitude: site.latitude, longitude: site.longitude, precision: 'exact' as const };
  const vague = { ...first.place, precision: 'district' as const, district: district.name };
  const places = [
    { ...at, province: 'Northland' },
    { ...at, province: null },
    { ...vague, latitude: 1, longitude: 1 },
    { ...vague, latitude: null, longitude: null },
  ];
  const rows = places.map((place, index) => ({ ...(index % 2 ? first : second), id: `row-${index}`, place }));
  const query: Query = { filter: {}, surroundings: { kind: 'site', id: site.id, withinKm: 2500 } };
  const { surroundings } = new IncidentEngine(IncidentTable.fromIncidents(rows, 7), geography).answer(query);
  expect(surroundings).toEqual(new Oracle(rows, 7, geography).answer(query).surroundings);
  expect(surroundings?.map(({ count, placePrecision }) => [placePrecision, count])).toEqual(
    expect.arrayContaining([
      ['exact', 2],
      ['district', 2],
    ]),
  );
});

test('surroundings add up to what a ring holds, at any radius up to their reach', () => {
  const engine = newEngine();
  fc.assert(
    fc.property(anyFilter, anySurroundings, fc.double({ min: 0, max: 1, noNaN: true }), (filter, around, share) => {
      const { area: _area, certainty: _certainty, route: _route, site: _site, ...rest } = filter;
      const radiusKm = around.withinKm * share;
      const places = engine.answer({ filter: rest, surroundings: around }).surroundings ?? [];
      const sum = (within: (place: NearPlace) => boolean) =>
        places.filter(within).reduce((total, { count }) => total + count, 0);
      const inside = sum(({ maxKm }) => maxKm <= radiusKm);
      const reached = sum(({ minKm }) => minKm <= radiusKm);
      const { near } = engine.answer({ filter: { ...rest, [around.kind]: [around.id], radiusKm } }).totals;
      expect({ inside, possible: reached - inside }).toEqual(near);
    }),
    { seed: 13, numRuns: 200 },
  );
});

test('matched rows are all that match, in order', () => {
  fc.assert(
    fc.property(anyFilter, fc.constantFrom(...SORT_KEYS), fc.boolean(), (filter, by, descending) => {
      const table = IncidentTable.fromIncidents(incidents, 7);
      const rows = new IncidentEngine(table, geography).matchedRows(filter, { by, descending });
      const ids = oracle.sorted(oracle.matching(filter), { by, descending }).map(({ id }) => id);
      expect(Array.from(rows, (row) => table.id(row))).toEqual(ids);
    }),
    { seed: 12, numRuns: 100 },
  );
});

test.each(DIMENSIONS)('lists every known value of %s', (name) => {
  expect(newEngine().values(name)).toEqual(oracle.values(name));
});

test('answers over no incidents at all', () => {
  const engine = new IncidentEngine(IncidentTable.fromIncidents([], 0), geography);
  const query: Query = {
    filter: { type: ['Battles'], from: '2024-01-01', q: 'a', site: ['site-1'] },
    timeline: { unit: 'month', stackBy: 'type' },
    groups: ['district', 'site'],
    breakdowns: [{ by: 'province', unit: 'year' }],
    bins: { bbox: [0, 0, 1, 1], zoom: 3 },
    page: { sort: { by: 'title', descending: false }, offset: 0, limit: 5, distanceTo: { kind: 'site', id: 'site-1' } },
    surroundings: { kind: 'site', id: 'site-1', withinKm: 500 },
  };
  expect(engine.answer(query)).toEqual(new Oracle([], 0, geography).answer(query));
});

test('a retracted record counts only where its status is named, and its facet says how many there are', () => {
  const retracted = incidents.filter(({ status }) => status === 'retracted');
  const engine = newEngine();
  const page = { sort: { by: 'date', descending: true }, offset: 0, limit: incidents.length } as const;
  const counted = engine.answer({ filter: {}, groups: ['status'], counts: ['status'], page });
  const countOf = (groups: Answer['groups']) => groups?.status?.find(({ key }) => key === 'retracted')?.count;
  expect(retracted.length).toBeGreaterThan(0);
  expect(counted.totals.matched).toBe(incidents.length - retracted.length);
  expect(counted.page?.items.filter(({ status }) => status === 'retracted')).toEqual([]);
  expect([countOf(counted.groups), countOf(counted.counts)]).toEqual([retracted.length, 0]);
  expect(engine.answer({ filter: { status: ['retracted'] } }).totals.matched).toBe(retracted.length);
  expect(engine.answer({ filter: { status: STATUSES } }).totals.matched).toBe(incidents.length);
  expect(engine.answer({ filter: { status: [] } }).totals).toEqual(counted.totals);
});
