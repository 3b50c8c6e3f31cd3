import type { LonLat, Polygons } from './lon-lat.ts';

/**
 * Whether a point lies in any of the polygons and in none of its holes (even-odd rule). Of two polygons that share an
 * edge, at most one claims a point on it. O(points).
 */
export function pointInPolygons(point: LonLat, polygons: Polygons): boolean {
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== pointInRing(point, ring), false));
}

/** Whether a point lies in one ring, closed or not, by counting the edges to its east. O(points). */
function pointInRing([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let inside = false;
  let previous = ring.at(-1);
  for (const current of ring) {
    if (previous && current[1] > y !== previous[1] > y) {
      const share = (y - current[1]) / (previous[1] - current[1]);
      if (x < current[0] + share * (previous[0] - current[0])) inside = !inside;
    }
    previous = current;
  }
  return inside;
}
