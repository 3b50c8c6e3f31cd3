import { EVENT_TYPES, type NearPlace, PLACE_PRECISIONS, type SurroundingsRequest } from '@corridor/domain';
import type { Plan, Planned } from './plan.ts';
import { POINT } from './sql-geography.ts';
import { TYPES_PER_PLACE } from './tallies.ts';

/** The places in reach of a site or route that hold matched incidents, in the order that `Answer` states. */
export function planSurroundings(
  { snapshot, tallies }: Plan,
  { kind, id, withinKm }: SurroundingsRequest,
): Planned<NearPlace[]> {
  const byPlaceAndType = tallies.want('placeAndType');
  return async () => {
    const { places, relations } = snapshot.places;
    const reached = relations.relationTo(kind, id, withinKm);
    const found = new Map<string, NearPlace>();
    for (const [code, count] of byPlaceAndType()) {
      const index = snapshot.places.indexOf(Math.floor(code / TYPES_PER_PLACE));
      const place = places[index];
      const interval = reached?.[index] ? relations.intervalTo(kind, id, index) : null;
      if (!place || !interval) continue;
      const isPoint = relations.drawn[index] === POINT;
      const facts = {
        longitude: isPoint ? place.longitude : null,
        latitude: isPoint ? place.latitude : null,
        placePrecision: place.precision,
        district: place.district,
      };
      const key = JSON.stringify(facts);
      const byType = EVENT_TYPES.map((_, type) => (type === code % TYPES_PER_PLACE ? count : 0));
      found.set(key, add({ ...facts, minKm: interval.minKm, maxKm: interval.maxKm, count, byType }, found.get(key)));
    }
    return [...found.values()].sort(compare);
  };
}

function add(place: NearPlace, known: NearPlace | undefined): NearPlace {
  if (!known) return place;
  const byType = place.byType.map((count, type) => count + (known.byType[type] ?? 0));
  return { ...place, count: place.count + known.count, byType };
}

function compare(a: NearPlace, b: NearPlace): number {
  return (
    a.minKm - b.minKm ||
    a.maxKm - b.maxKm ||
    order(a.longitude, b.longitude) ||
    order(a.latitude, b.latitude) ||
    PLACE_PRECISIONS.indexOf(a.placePrecision) - PLACE_PRECISIONS.indexOf(b.placePrecision) ||
    order(a.district, b.district)
  );
}

/** Null is last. */
function order<Value extends number | string>(a: Value | null, b: Value | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
