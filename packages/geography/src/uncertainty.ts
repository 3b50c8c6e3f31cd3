import { type Place, PRECISION_RADIUS_KM } from '@corridor/domain';
import type { Boundaries } from './boundaries.ts';
import type { LonLat, Polygons } from './lon-lat.ts';

/** Where a place may be: anywhere within a disc, or anywhere within polygons. */
export type Uncertainty =
  | { readonly kind: 'disc'; readonly center: LonLat; readonly radiusKm: number }
  | { readonly kind: 'polygons'; readonly polygons: Polygons };

/**
 * Where a place may be, by its precision: a disc of PRECISION_RADIUS_KM round its point, or the polygons of its
 * district. Null where nothing honest can be drawn: known only to a province or country, a district without a polygon,
 * or a point that is missing.
 */
export function uncertaintyOf(
  place: Pick<Place, 'latitude' | 'longitude' | 'precision' | 'district'>,
  boundaries: Boundaries,
): Uncertainty | null {
  const { latitude, longitude, precision, district } = place;
  const radiusKm = PRECISION_RADIUS_KM[precision];
  if (radiusKm !== null) {
    return latitude === null || longitude === null ? null : { kind: 'disc', center: [longitude, latitude], radiusKm };
  }
  if (precision !== 'district' || district === null) return null;
  const polygons = boundaries.districtPolygons(district);
  return polygons && { kind: 'polygons', polygons };
}
