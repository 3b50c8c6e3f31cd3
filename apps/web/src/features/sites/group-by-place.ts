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
