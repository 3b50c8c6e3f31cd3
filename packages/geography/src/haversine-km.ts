import type { LonLat } from './lon-lat.ts';

/** Mean radius of the Earth (IUGG R1) in kilometres. */
export const EARTH_RADIUS_KM = 6371.0088;

/** Half of the Earth's circumference: no two points are farther apart. */
export const HALF_CIRCUMFERENCE_KM = Math.PI * EARTH_RADIUS_KM;

const RADIANS = Math.PI / 180;

/** Great-circle distance on the sphere in kilometres (haversine formula); within 0.5 % of the WGS 84 ellipsoid. */
export function haversineKm(a: LonLat, b: LonLat): number {
  const halfLat = Math.sin(((b[1] - a[1]) * RADIANS) / 2);
  const halfLon = Math.sin(((b[0] - a[0]) * RADIANS) / 2);
  const square = halfLat ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * halfLon ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(square)));
}

/** Kilometres on the surface for the straight (chord) distance of two unit vectors. */
export function chordKm(chord: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
}
