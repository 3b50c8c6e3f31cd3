import { type NearPlace, PLACE_PRECISIONS, type SurroundingsRequest } from '@corridor/domain';
import { type IncidentCube, TYPE_COUNT } from './incident-cube.ts';
import { POINT } from './place-geometry.ts';

/**
 * The places in reach of a site or route that hold matched incidents, nearest first. O(places in reach), beside the
 * counts by place, which answers under one filter share; O(places) distances the first time.
 */
export function answerSurroundings(cube: IncidentCube, { kind, id, withinKm }: SurroundingsRequest): NearPlace[] {
  const counts = cube.countPlaces();
  const found: NearPlace[] = [];
  cube.places.eachNear(kind, id, withinKm, (place, minKm, maxKm) => {
    const byType: number[] = [];
    let count = 0;
    for (let at = place * TYPE_COUNT; byType.length < TYPE_COUNT; at++) {
      const ofType = counts[at] ?? 0;
      byType.push(ofType);
      count += ofType;
    }
    if (count > 0) found.push({ ...factsOf(cube, place), minKm, maxKm, count, byType });
  });
  return mergeSame(found.sort(byNearness));
}

/** Places of the dictionary may differ in what is not shown alone, such as their province: sorted, they are neighbours. */
function mergeSame(sorted: readonly NearPlace[]): NearPlace[] {
  const merged: NearPlace[] = [];
  for (const place of sorted) {
    const last = merged.at(-1);
    if (!last || byNearness(last, place) !== 0) merged.push(place);
    else {
      const byType = last.byType.map((ofType, type) => ofType + (place.byType[type] ?? 0));
      merged[merged.length - 1] = { ...last, count: last.count + place.count, byType };
    }
  }
  return merged;
}

function factsOf(
  { places, table }: IncidentCube,
  place: number,
): Pick<NearPlace, 'longitude' | 'latitude' | 'placePrecision' | 'district'> {
  const { columns } = table;
  const isPoint = places.drawn[place] === POINT;
  return {
    longitude: isPoint ? (places.longitude[place] ?? null) : null,
    latitude: isPoint ? (places.latitude[place] ?? null) : null,
    placePrecision: PLACE_PRECISIONS[columns.places.precision[place] ?? 0] ?? 'country',
    district: columns.districts[columns.places.district[place] ?? 0] ?? null,
  };
}

function byNearness(a: NearPlace, b: NearPlace): number {
  return (
    a.minKm - b.minKm ||
    a.maxKm - b.maxKm ||
    compareNullLast(a.longitude, b.longitude) ||
    compareNullLast(a.latitude, b.latitude) ||
    PLACE_PRECISIONS.indexOf(a.placePrecision) - PLACE_PRECISIONS.indexOf(b.placePrecision) ||
    compareNullLast(a.district, b.district)
  );
}

function compareNullLast<T extends number | string>(a: T | null, b: T | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b !== null && a < b ? -1 : b === null ? -1 : 1;
}
