import type { SiteIncident } from './site-counts.ts';

/** Incidents that share one point of the map. */
export interface PlaceGroup {
  readonly longitude: number;
  readonly latitude: number;
  readonly rows: readonly SiteIncident[];
}

const POINT_PRECISIONS: ReadonlySet<string> = new Set(['exact', 'site', 'place', 'near-place']);

/** Groups what can be drawn as a point by its place, most incidents last so that they are drawn on top. */
export function groupByPlace(rows: readonly SiteIncident[]): PlaceGroup[] {
  const groups = new Map<string, { longitude: number; latitude: number; rows: SiteIncident[] }>();
  for (const row of rows) {
    const { latitude, longitude, placePrecision } = row.incident;
    if (latitude === null || longitude === null || !POINT_PRECISIONS.has(placePrecision)) continue;
    const key = `${longitude},${latitude}`;
    const group = groups.get(key) ?? { longitude, latitude, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.rows.length - b.rows.length);
}

/** Groups that would lie on each other on the screen, drawn as one at the place of the largest. O(groups²). */
export function mergeNear<T extends { readonly x: number; readonly y: number; readonly group: PlaceGroup }>(
  placed: readonly T[],
  nearPx: number,
): T[] {
  const merged: T[] = [];
  for (const place of placed.toReversed()) {
    const index = merged.findIndex(({ x, y }) => Math.hypot(x - place.x, y - place.y) < nearPx);
    const host = merged[index];
    if (!host) merged.push(place);
    else merged[index] = { ...host, group: { ...host.group, rows: [...host.group.rows, ...place.group.rows] } };
  }
  return merged.reverse();
}
