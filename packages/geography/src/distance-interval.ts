import { farthestFromLineKm } from './farthest-from-line-km.ts';
import { chordKm, EARTH_RADIUS_KM, HALF_CIRCUMFERENCE_KM, haversineKm } from './haversine-km.ts';
import type { LonLat, Polygons } from './lon-lat.ts';
import { at, pathOfLine, pathOfPolygons, unitOf } from './path.ts';
import { pathGapKm, pointToPathKm } from './path-distance.ts';
import { pathsCross } from './paths-cross.ts';
import { pointInPolygons } from './point-in-polygons.ts';
import type { Uncertainty } from './uncertainty.ts';

/** What distances are measured to: a point, or a line of at least one point (treated as immutable). */
export type Target =
  | { readonly kind: 'point'; readonly at: LonLat }
  | { readonly kind: 'line'; readonly line: readonly LonLat[] };

/** The true distance in kilometres lies between the two, both included. */
export interface DistanceInterval {
  readonly minKm: number;
  readonly maxKm: number;
}

/**
 * The least and greatest distance from anywhere a place may be to the nearest point of a target, on the sphere.
 * Exact to 5 m below 60° of latitude (see `Path`), but for two upper ends that are bounds, never too low: a disc to a line (its
 * radius more than its centre), and polygons to a line (`farthestFromLineKm`: at most 1 km or 2 % too high).
 * Throws RangeError for a line without points.
 */
export function distanceInterval(uncertainty: Uncertainty, target: Target): DistanceInterval {
  if (uncertainty.kind === 'disc') {
    const km =
      target.kind === 'point'
        ? haversineKm(uncertainty.center, target.at)
        : pointToPathKm(unitOf(uncertainty.center), pathOfLine(target.line));
    return { minKm: Math.max(0, km - uncertainty.radiusKm), maxKm: km + uncertainty.radiusKm };
  }
  return polygonsToTarget(uncertainty.polygons, target);
}

const intervals = new WeakMap<Polygons, WeakMap<LonLat | readonly LonLat[], DistanceInterval>>();

/** Many places are known to the same district: each pair of polygons and target (by array) is measured once. */
function polygonsToTarget(polygons: Polygons, target: Target): DistanceInterval {
  const measured = intervals.get(polygons) ?? new WeakMap<LonLat | readonly LonLat[], DistanceInterval>();
  intervals.set(polygons, measured);
  const key = target.kind === 'point' ? target.at : target.line;
  const interval =
    measured.get(key) ??
    (target.kind === 'point' ? polygonsToPoint(polygons, target.at) : polygonsToLine(polygons, target.line));
  measured.set(key, interval);
  return interval;
}

function polygonsToPoint(polygons: Polygons, point: LonLat): DistanceInterval {
  const unit = unitOf(point);
  const minKm = pointInPolygons(point, polygons) ? 0 : pointToPathKm(unit, pathOfPolygons(polygons));
  return { minKm, maxKm: farthestVertexKm(unit, polygons) };
}

/**
 * Within a quarter of the globe the farthest point of an area is a vertex: the distance has no inner maximum short of
 * the antipode, nor one on an arc. Beyond that the answer is half the circumference, which is never too low.
 */
function farthestVertexKm([x, y, z]: readonly [number, number, number], polygons: Polygons): number {
  const { units } = pathOfPolygons(polygons);
  let square = 0;
  for (let i = 0; i < units.length; i += 3) {
    const dx = x - at(units, i);
    const dy = y - at(units, i + 1);
    const dz = z - at(units, i + 2);
    square = Math.max(square, dx * dx + dy * dy + dz * dz);
  }
  const km = chordKm(Math.sqrt(square));
  return km < (Math.PI / 2) * EARTH_RADIUS_KM ? km : HALF_CIRCUMFERENCE_KM;
}

function polygonsToLine(polygons: Polygons, line: readonly LonLat[]): DistanceInterval {
  const boundary = pathOfPolygons(polygons);
  const path = pathOfLine(line);
  const start = line[0];
  const meets = (start !== undefined && pointInPolygons(start, polygons)) || pathsCross(boundary, path);
  const minKm = meets ? 0 : pathGapKm(boundary, path);
  return { minKm, maxKm: farthestFromLineKm(polygons, path) };
}
