import {
  ALL_SUB_EVENT_TYPES,
  type Area,
  type BBox,
  CERTAINTIES,
  DIMENSIONS,
  EVENT_TYPES,
  type Filter,
  GRADES,
  MAX_SURROUNDINGS_KM,
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

/** What queries can be about: values that occur, and some that do not. */
export interface QueryWorld {
  readonly bounds: BBox;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly texts: readonly string[];
  readonly ids: readonly string[];
  readonly provinces: readonly string[];
  readonly districts: readonly string[];
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly sites: readonly string[];
  readonly routes: readonly string[];
}

const DAY_MS = 86_400_000;

/** Any filter over a world: parts alone or few together, since many at once match nothing. */
export function anyFilter(world: QueryWorld): fc.Arbitrary<Filter> {
  const day = anyDay(world);
  const area = anyArea(world);
  const site = some([...world.sites, 'elsewhere']);
  const route = some([...world.routes, 'elsewhere']);
  const certainty = fc.constantFrom(...CERTAINTIES);
  const part: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ q: fc.constantFrom(...world.texts) }),
    fc.record({ from: day }),
    fc.record({ to: day }),
    fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    fc.record({ type: some(EVENT_TYPES) }),
    fc.record({ subType: some(ALL_SUB_EVENT_TYPES) }),
    fc.record({ province: some([...world.provinces, 'Elsewhere']) }),
    fc.record({ district: some([...world.districts, 'Elsewhere']) }),
    fc.record({ actor: some([...world.actors, 'Nobody']) }),
    fc.record({ targetType: some(TARGET_TYPES) }),
    fc.record({ minSeverity: fc.constantFrom(...SEVERITIES) }),
    fc.record({ status: some(STATUSES) }),
    fc.record({ grade: some(GRADES) }),
    fc.record({ chinese: fc.boolean() }),
    fc.record({ targetedSite: some([...world.targets, 'elsewhere']) }),
    fc.record({ site }),
    fc.record({ route, radiusKm: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ site, route, certainty }),
    fc.record({ area }),
    fc.record({ area, certainty }),
  );
  return fc.array(part, { maxLength: 3 }).map((parts): Filter => Object.assign({}, ...parts));
}

/** Any query over a world, with about half of all parts in each. */
export function anyQuery(world: QueryWorld): fc.Arbitrary<Query> {
  const unit = fc.constantFrom(...TIME_UNITS);
  const by = fc.constantFrom(...DIMENSIONS);
  return fc.record(
    {
      filter: anyFilter(world),
      timeline: fc.record(
        { unit, stackBy: by, ignorePeriod: fc.boolean(), measure: fc.constantFrom(...TIMELINE_MEASURES) },
        { requiredKeys: ['unit'] },
      ),
      groups: some(DIMENSIONS),
      counts: some(DIMENSIONS),
      breakdowns: fc.array(fc.record({ by, unit }, { requiredKeys: ['by'] }), { minLength: 1, maxLength: 2 }),
      bins: fc.record(
        {
          bbox: anyBox(world),
          zoom: fc.double({ min: 2, max: 14, noNaN: true }),
          cellPx: fc.integer({ min: 20, max: 200 }),
          exclude: fc.constantFrom(...world.ids, 'elsewhere'),
        },
        { requiredKeys: ['bbox', 'zoom'] },
      ),
      page: fc.record(
        {
          sort: fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
          offset: fc.nat(60),
          limit: fc.nat(40),
          within: anyBox(world),
          distanceTo: anyTarget(world),
          held: fc.record({ ids: some([...world.ids, 'elsewhere']), index: fc.nat(60) }),
        },
        { requiredKeys: ['sort', 'offset', 'limit'] },
      ),
      surroundings: fc
        .tuple(anyTarget(world), fc.constantFrom(0.5, 15, 90, 400, MAX_SURROUNDINGS_KM))
        .map(([target, withinKm]) => ({ ...target, withinKm })),
    },
    { requiredKeys: ['filter'] },
  );
}

function anyTarget(world: QueryWorld): fc.Arbitrary<TargetRef> {
  return fc.oneof(
    fc.record({ kind: fc.constant('site' as const), id: fc.constantFrom(...world.sites, 'elsewhere') }),
    fc.record({ kind: fc.constant('route' as const), id: fc.constantFrom(...world.routes, 'elsewhere') }),
  );
}

function some<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 5 });
}

/** Also some weeks before the first and after the last. */
function anyDay({ firstDay, lastDay }: QueryWorld): fc.Arbitrary<string> {
  const first = Date.parse(firstDay) / DAY_MS;
  const last = Date.parse(lastDay) / DAY_MS;
  return fc
    .integer({ min: first - 20, max: last + 20 })
    .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));
}

function anyBox({ bounds: [west, south, east, north] }: QueryWorld): fc.Arbitrary<BBox> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(share, share, fc.double({ min: 0.03, max: 1, noNaN: true })).map(([x, y, size]): BBox => {
    const left = west + x * (east - west) * 0.9;
    const low = south + y * (north - south) * 0.9;
    return [left, low, left + size * (east - west), low + size * (north - south)];
  });
}

function anyArea(world: QueryWorld): fc.Arbitrary<Area> {
  const box = anyBox(world);
  return fc.oneof(
    box.map((bbox): Area => ({ kind: 'box', bbox })),
    box.map(
      ([west, south, east, north]): Area => ({
        kind: 'circle',
        center: [(west + east) / 2, (south + north) / 2],
        radiusKm: (east - west) * 50,
      }),
    ),
    box.map(
      ([west, south, east, north]): Area => ({
        kind: 'polygon',
        ring: [
          [west, south],
          [east, south],
          [(west + east) / 2, north],
        ],
      }),
    ),
  );
}
