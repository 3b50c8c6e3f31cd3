import { type BBox, MAX_SURROUNDINGS_KM } from '@corridor/domain';
import { haversineKm, type LonLat } from '@corridor/geography';
import { MAX_RADIUS_SHOWN_KM } from './count-by-radius.ts';
import type { OpenSite } from './open-site.ts';

/** Points of a grid over the map, along each side, from which the distance is taken. */
const SAMPLES = 5;

/**
 * How far from a site or route a map goes, in kilometres: one of a few steps, so that a map that is moved a little asks
 * for nothing new. A step is double the one before, which is more than what lies between the samples.
 */
export function mapReach(open: OpenSite, [west, south, east, north]: BBox): number {
  const from: readonly LonLat[] = open.kind === 'site' ? [[open.site.longitude, open.site.latitude]] : open.site.line;
  let farthest = 0;
  for (let column = 0; column < SAMPLES; column++) {
    for (let row = 0; row < SAMPLES; row++) {
      const at = (start: number, end: number, index: number) => start + ((end - start) * index) / (SAMPLES - 1);
      const point: LonLat = [at(west, east, column), at(south, north, row)];
      farthest = Math.max(farthest, Math.min(...from.map((one) => haversineKm(one, point))));
    }
  }
  let reach = MAX_RADIUS_SHOWN_KM;
  while (reach < farthest) reach *= 2;
  return Math.min(reach, MAX_SURROUNDINGS_KM);
}
