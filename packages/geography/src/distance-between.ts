import { type DistanceInterval, distanceInterval } from './distance-interval.ts';
import type { Uncertainty } from './uncertainty.ts';

/**
 * Between which kilometres the distance of two places lies, each of which may be anywhere within its uncertainty. Of two
 * discs, and of a disc and an area, both ends are reached. Within one area the upper end is a bound, never too low and at
 * most twice its width. Null where both are areas that differ: not measured.
 */
export function distanceBetween(one: Uncertainty, other: Uncertainty): DistanceInterval | null {
  if (other.kind === 'disc') {
    const { maxKm, minKm } = distanceInterval(one, { kind: 'point', at: other.center });
    return { minKm: Math.max(0, minKm - other.radiusKm), maxKm: maxKm + other.radiusKm };
  }
  if (one.kind === 'disc') return distanceBetween(other, one);
  if (one.polygons !== other.polygons) return null;
  const [corner] = one.polygons[0]?.[0] ?? [];
  return corner ? { minKm: 0, maxKm: 2 * distanceInterval(one, { kind: 'point', at: corner }).maxKm } : null;
}
