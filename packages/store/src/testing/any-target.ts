import { PLACE_PRECISIONS, type Route, SITE_SECTORS, SITE_STATUSES, type Site } from '@corridor/domain';
import fc from 'fast-check';
import { anySource, anyText, coordinate } from './any-incident.ts';

const year = fc.option(fc.integer({ min: 1800, max: 2200 }));
const amount = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0));
const radiusKm = fc.double({ min: 0.1, max: 500, noNaN: true });

/** Any site that the domain's schema accepts, with the given id. */
export function anySite(id: fc.Arbitrary<string>): fc.Arbitrary<Site> {
  return fc.record({
    id,
    name: anyText(1, 20),
    sector: fc.constantFrom(...SITE_SECTORS),
    kind: anyText(0, 10),
    status: fc.constantFrom(...SITE_STATUSES),
    corridor: anyText(0, 10),
    province: anyText(1, 10),
    district: anyText(1, 10),
    location: anyText(0, 10),
    latitude: coordinate(90),
    longitude: coordinate(180),
    precision: fc.constantFrom(...PLACE_PRECISIONS),
    radiusKm,
    capacity: amount,
    capacityUnit: anyText(0, 5),
    costMusd: amount,
    operator: anyText(0, 10),
    chinesePartner: anyText(0, 10),
    startYear: year,
    completionYear: year,
    sources: fc.uniqueArray(anySource, { maxLength: 3, selector: (source) => JSON.stringify(source) }),
    notes: anyText(0, 20),
  });
}

/** Any route that the domain's schema accepts, with the given id. */
export function anyRoute(id: fc.Arbitrary<string>): fc.Arbitrary<Route> {
  return fc.record({
    id,
    name: anyText(1, 20),
    kind: anyText(0, 10),
    status: fc.constantFrom(...SITE_STATUSES),
    corridor: anyText(0, 10),
    radiusKm,
    line: fc.array(fc.tuple(coordinate(180), coordinate(90)), { minLength: 2, maxLength: 5 }),
  });
}
