import type { NearPlace } from '@corridor/domain';

export const MAX_RADIUS_SHOWN_KM = 50;

export interface RadiusCount {
  readonly radiusKm: number;
  readonly inside: number;
  readonly possible: number;
}

/** Counts for each whole kilometre from 1 to MAX_RADIUS_SHOWN_KM, of the places within it. O(places + radii). */
export function countByRadius(places: readonly NearPlace[]): RadiusCount[] {
  const certain = new Array<number>(MAX_RADIUS_SHOWN_KM + 2).fill(0);
  const touched = new Array<number>(MAX_RADIUS_SHOWN_KM + 2).fill(0);
  const slot = (km: number) => Math.min(MAX_RADIUS_SHOWN_KM + 1, Math.max(1, Math.ceil(km)));
  for (const { count, maxKm, minKm } of places) {
    certain[slot(maxKm)] = (certain[slot(maxKm)] ?? 0) + count;
    touched[slot(minKm)] = (touched[slot(minKm)] ?? 0) + count;
  }
  let inside = 0;
  let reached = 0;
  return Array.from({ length: MAX_RADIUS_SHOWN_KM }, (_, index) => {
    inside += certain[index + 1] ?? 0;
    reached += touched[index + 1] ?? 0;
    return { radiusKm: index + 1, inside, possible: reached - inside };
  });
}
