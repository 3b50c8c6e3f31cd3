import type { Area } from '@corridor/domain';
import type { LonLat } from '@corridor/geography';

const EARTH_RADIUS_KM = 6371.0088;
const RIM_POINTS = 96;

/** The outline of an area as a ring of places. */
export function areaRing(area: Area): readonly LonLat[] {
  if (area.kind === 'polygon') return area.ring;
  if (area.kind === 'circle') return circleRing(area.center, area.radiusKm);
  const [west, south, east, north] = area.bbox;
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** Places at a distance from a centre on the sphere, in every direction. */
export function circleRing(center: LonLat, radiusKm: number): readonly LonLat[] {
  return Array.from({ length: RIM_POINTS }, (_, index) =>
    placeAt(center, radiusKm, (index * 2 * Math.PI) / RIM_POINTS),
  );
}

/** The place at a distance and bearing (radians from north, clockwise), by the direct formula on the sphere. */
export function placeAt([longitude, latitude]: LonLat, distanceKm: number, bearing: number): LonLat {
  const [lon, lat, angle] = [radians(longitude), radians(latitude), distanceKm / EARTH_RADIUS_KM];
  const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing);
  const east = Math.sin(bearing) * Math.sin(angle) * Math.cos(lat);
  const turned = lon + Math.atan2(east, Math.cos(angle) - Math.sin(lat) * sine);
  return [degrees(turned), degrees(Math.asin(sine))];
}

const radians = (value: number): number => (value * Math.PI) / 180;
const degrees = (value: number): number => (value * 180) / Math.PI;
