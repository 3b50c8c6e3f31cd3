import {
  ACTOR_CLAIMS,
  CASUALTY_KINDS,
  CREDIBILITIES,
  DATE_PRECISIONS,
  dayOf,
  EVENT_TYPES,
  type Incident,
  isoOf,
  type Range,
  RELIABILITIES,
  type Source,
  STATUSES,
  SUB_EVENT_TYPES,
  TARGET_TYPES,
} from '@corridor/domain';
import fc from 'fast-check';

/** A plain, valid incident, with what the test is about put in. */
export function anIncident(id: string, changes: Partial<Incident> = {}): Incident {
  return {
    id,
    title: 'Convoy attacked with a remote explosive',
    summary: 'Two of the escort were wounded.',
    occurred: { start: '2024-03-01', end: '2024-03-01', precision: 'day' },
    eventType: 'Explosions/Remote violence',
    subEventType: 'Remote explosive/landmine/IED',
    actors: [{ name: 'Group A', claim: 'claimed' }],
    target: 'Convoy',
    targetType: 'convoy',
    place: {
      name: 'Old Bridge',
      province: 'North',
      district: 'Upper',
      latitude: 25.1,
      longitude: 62.3,
      precision: 'place',
    },
    casualties: {
      killed: { low: 0, best: 0, high: 0 },
      wounded: { low: 2, best: 2, high: 3 },
      abducted: null,
      attackersKilled: null,
      chineseKilled: null,
      chineseWounded: null,
    },
    claims: [],
    sources: [aSource()],
    grade: { reliability: 'B', credibility: '2' },
    status: 'reported',
    targetedSites: ['site-1'],
    projectSite: 'Port',
    notes: '',
    summarisesDay: false,
    origin: 'test',
    licence: 'CC0',
    ...changes,
  };
}

/** A plain source that nobody graded, with what the test is about put in. */
export function aSource(changes: Partial<Source> = {}): Source {
  const plain = { publisher: 'Daily', title: 'Attack', url: 'https://example.org/1', date: '2024-03-02' };
  return { ...plain, grade: null, basedOn: '', ...changes };
}

/** Text in any script, with control characters and emoji, but without what PostgreSQL cannot hold. */
export function anyText(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'\t\n"\'\\{}%'),
  );
  return fc.string({ unit, minLength, maxLength });
}

const day = fc.integer({ min: dayOf('0100-01-01'), max: dayOf('9999-12-31') - 400 });
const count = fc.integer({ min: 0, max: 1000 });
const toll: fc.Arbitrary<Range> = fc
  .tuple(count, count, count)
  .map(([low, more, most]) => ({ low, best: low + more, high: low + more + most }));
const range = fc.option(toll);
/** -0 becomes 0, as in JSON. */
export const coordinate = (limit: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);

const kind = fc
  .constantFrom(...EVENT_TYPES)
  .chain((eventType) =>
    fc.record({ eventType: fc.constant(eventType), subEventType: fc.constantFrom(...SUB_EVENT_TYPES[eventType]) }),
  );

const occurred = fc
  .tuple(day, fc.integer({ min: 0, max: 366 }), fc.constantFrom(...DATE_PRECISIONS))
  .map(([start, days, precision]) => ({ start: isoOf(start), end: isoOf(start + days), precision }));

const place = fc.oneof(
  fc.record({
    name: anyText(0, 20),
    province: fc.option(anyText(1, 10)),
    district: fc.option(anyText(1, 10)),
    latitude: coordinate(90),
    longitude: coordinate(180),
    precision: fc.constantFrom('exact', 'site', 'place', 'near-place'),
  }),
  fc.record({
    name: anyText(0, 20),
    province: fc.option(anyText(1, 10)),
    district: anyText(1, 10),
    latitude: fc.constant(null),
    longitude: fc.constant(null),
    precision: fc.constantFrom('district', 'province', 'country'),
  }),
);

const grade = fc.record({
  reliability: fc.constantFrom(...RELIABILITIES),
  credibility: fc.constantFrom(...CREDIBILITIES),
});
const address = fc.integer({ min: 0, max: 50 }).map((number) => `https://example.org/${number}`);

const claim = fc.record({
  kind: fc.constantFrom(...CASUALTY_KINDS),
  toll,
  by: anyText(1, 10),
  source: fc.option(address),
  note: anyText(0, 20),
});

export const anySource = fc.record({
  publisher: anyText(0, 10),
  title: anyText(0, 30),
  url: address,
  date: fc.option(day.map(isoOf)),
  grade: fc.option(grade),
  basedOn: anyText(0, 10),
});

/** Any incident that the domain's schema accepts, with the given id. */
export function anyIncident(id: fc.Arbitrary<string>): fc.Arbitrary<Incident> {
  const fields = fc.record({
    id,
    title: anyText(1, 30),
    summary: anyText(0, 60),
    occurred,
    actors: fc.array(fc.record({ name: anyText(1, 10), claim: fc.constantFrom(...ACTOR_CLAIMS) }), { maxLength: 4 }),
    target: anyText(0, 20),
    targetType: fc.constantFrom(...TARGET_TYPES),
    place,
    casualties: fc.record({
      killed: range,
      wounded: range,
      abducted: range,
      attackersKilled: range,
      chineseKilled: range,
      chineseWounded: range,
    }),
    claims: fc.array(claim, { maxLength: 3 }),
    sources: fc.array(anySource, { maxLength: 4 }),
    grade,
    status: fc.constantFrom(...STATUSES),
    targetedSites: fc.array(fc.constantFrom('site-1', 'site-2', 'route-1'), { maxLength: 3 }),
    projectSite: anyText(0, 20),
    notes: anyText(0, 20),
    summarisesDay: fc.boolean(),
    origin: anyText(1, 10),
    licence: anyText(1, 10),
  });
  return fc.tuple(fields, kind).map(([record, type]) => ({ ...record, ...type }));
}
