import type { Area, BBox, District, Place, Route, Site } from '@corridor/domain';

/** How a place lies to a ring or an area. */
export const POSSIBLE = 1;
export const INSIDE = 2;
/** How a place is drawn: as a point, or as the area of its district; 0 is not at all. */
export const POINT = 1;
export const AREA = 2;

/** Places as the database has them, in the order of their ids. */
export type StoredPlace = Omit<Place, 'name'>;

/**
 * Honest distance, which the database does not know: about a list of places, by position in the list. Codes are 0 outside
 * or undrawn, and the constants above.
 */
export interface PlaceRelations {
  readonly drawn: Uint8Array;
  /** Where a place is drawn, degrees: its point or its district's centre; NaN where it is not. */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** By place, for the target's own radius or another; null when there is no such target. */
  relationTo(kind: 'site' | 'route', id: string, radiusKm?: number): Uint8Array | null;
  relationToArea(area: Area): Uint8Array;
  /** Null without a usable place or such a target. */
  intervalTo(
    kind: 'site' | 'route',
    id: string,
    place: number,
  ): { readonly minKm: number; readonly maxKm: number } | null;
}

/** Sites and routes as the database has them. */
export interface SqlTargets {
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
}

/** What the SQL engine is told of a portfolio's geography; sites and routes it reads. */
export interface SqlGeography {
  readonly districts: readonly Pick<District, 'name' | 'province'>[];
  /** Called once for each state of the places, which are only ever added to, and of the targets. */
  readonly relationsOf: (places: readonly StoredPlace[], targets: SqlTargets) => PlaceRelations;
  /** The box round a district's polygons; null for a district without. */
  readonly boxOf: (district: string) => BBox | null;
}
