import { EVENT_TYPES, type EventType, type NearPlace, PRECISION_RADIUS_KM } from '@corridor/domain';

/** Incidents that share one point of the map. */
export interface PlaceGroup {
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  /** Type of the first incident: of the only one, where there is only one. */
  readonly type: EventType;
  /** How roughly the roughest of them is known. */
  readonly uncertainKm: number;
  /** The least that any of them may be away from the site. */
  readonly minKm: number;
}

/** Groups what is drawn as a point by its place, most incidents last so that they are drawn on top. */
export function groupByPlace(places: readonly NearPlace[]): PlaceGroup[] {
  const groups = new Map<string, PlaceGroup>();
  for (const { byType, count, latitude, longitude, minKm, placePrecision } of places) {
    if (latitude === null || longitude === null) continue;
    const type = EVENT_TYPES[byType.findIndex((ofType) => ofType > 0)] ?? EVENT_TYPES[0];
    const group = { longitude, latitude, count, type, uncertainKm: PRECISION_RADIUS_KM[placePrecision] ?? 0, minKm };
    const key = `${longitude},${latitude}`;
    const known = groups.get(key);
    groups.set(key, known ? join(known, group) : group);
  }
  return [...groups.values()].sort((a, b) => a.count - b.count);
}

/** Groups that would lie on each other on the screen, drawn as one at the place of the largest. O(groups × what is drawn). */
export function mergeNear<T extends { readonly x: number; readonly y: number; readonly group: PlaceGroup }>(
  placed: readonly T[],
  nearPx: number,
): T[] {
  const merged: T[] = [];
  for (const place of placed.toReversed()) {
    const index = merged.findIndex(({ x, y }) => Math.hypot(x - place.x, y - place.y) < nearPx);
    const host = merged[index];
    if (!host) merged.push(place);
    else merged[index] = { ...host, group: join(host.group, place.group) };
  }
  return merged.reverse();
}

/** At the place of the first. */
function join(first: PlaceGroup, second: PlaceGroup): PlaceGroup {
  return {
    ...first,
    count: first.count + second.count,
    uncertainKm: Math.max(first.uncertainKm, second.uncertainKm),
    minKm: Math.min(first.minKm, second.minKm),
  };
}
