import type { DistanceInterval } from './distance-interval.ts';

/** The three honest answers: certainly inside, possibly inside, certainly outside. */
export type Relation = 'inside' | 'possible' | 'outside';

/** How a place whose distance is only known as an interval lies to a ring of `radiusKm`, its rim included. */
export function relationToRadius({ minKm, maxKm }: DistanceInterval, radiusKm: number): Relation {
  if (maxKm <= radiusKm) return 'inside';
  return minKm > radiusKm ? 'outside' : 'possible';
}
