import type { Area } from '@corridor/domain';
import { distanceInterval } from './distance-interval.ts';
import type { LonLat, Polygons } from './lon-lat.ts';
import { pathOfPolygons, unitOf } from './path.ts';
import { pointToPathKm } from './path-distance.ts';
import { pathsCross } from './paths-cross.ts';
import { pointInPolygons } from './point-in-polygons.ts';
import { type Relation, relationToRadius } from './relation.ts';
import type { Uncertainty } from './uncertainty.ts';

/**
 * How a place that may be anywhere in `uncertainty` lies to an area drawn by hand: wholly within, wholly without, or
 * neither. Edges of boxes and polygons are straight in longitude and latitude and do not cross the 180th meridian;
 * discs are right to 5 m (see `Path`). Polygons that touch the area's edge are `possible`.
 */
export function relationToArea(uncertainty: Uncertainty, area: Area): Relation {
  if (area.kind === 'circle') {
    return relationToRadius(distanceInterval(uncertainty, { kind: 'point', at: area.center }), area.radiusKm);
  }
  const rings = ringsOf(area);
  return uncertainty.kind === 'disc'
    ? discToRings(uncertainty.center, uncertainty.radiusKm, rings)
    : polygonsToRings(uncertainty.polygons, rings);
}

const areaRings = new WeakMap<Area, Polygons>();

/** The area as polygons; the same array for the same area, so that its path is computed once. */
function ringsOf(area: Exclude<Area, { kind: 'circle' }>): Polygons {
  const known = areaRings.get(area);
  if (known) return known;
  const rings: Polygons = [[area.kind === 'polygon' ? area.ring : cornersOf(area.bbox)]];
  areaRings.set(area, rings);
  return rings;
}

function cornersOf([west, south, east, north]: readonly [number, number, number, number]): LonLat[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function discToRings(center: LonLat, radiusKm: number, area: Polygons): Relation {
  const edgeKm = pointToPathKm(unitOf(center), pathOfPolygons(area));
  if (pointInPolygons(center, area)) return edgeKm >= radiusKm ? 'inside' : 'possible';
  return edgeKm > radiusKm ? 'outside' : 'possible';
}

/** Where no edges meet, each ring lies wholly within the area or wholly without, and one point of it tells which. */
function polygonsToRings(polygons: Polygons, area: Polygons): Relation {
  if (pathsCross(pathOfPolygons(polygons), pathOfPolygons(area))) return 'possible';
  const outlines = polygons.flatMap(([outer]) => (outer?.[0] ? [outer[0]] : []));
  const within = outlines.filter((point) => pointInPolygons(point, area)).length;
  if (within === outlines.length) return 'inside';
  const corner = area[0]?.[0]?.[0];
  return within === 0 && corner && !pointInPolygons(corner, polygons) ? 'outside' : 'possible';
}
