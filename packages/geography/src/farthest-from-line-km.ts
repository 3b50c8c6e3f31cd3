import { EARTH_RADIUS_KM } from './haversine-km.ts';
import type { LonLat, Polygons } from './lon-lat.ts';
import { type Path, pathOfPolygons, unitOf } from './path.ts';
import { pointToPathKm } from './path-distance.ts';
import { pointInPolygons } from './point-in-polygons.ts';

/** How far the answer may lie above the truth: this, or this share of it. */
const FARTHEST_SLACK_KM = 1;
const FARTHEST_SLACK_SHARE = 0.02;

/** A box in degrees that holds some of the polygons, cut into four on demand; kept for the next line. */
interface Cell {
  readonly center: LonLat;
  readonly halfSize: LonLat;
  readonly unit: readonly [number, number, number];
  /** No point of the box is farther from its centre. */
  readonly reachKm: number;
  quarters: readonly Cell[] | null;
}

interface Candidate {
  readonly cell: Cell;
  readonly boundKm: number;
}

const roots = new WeakMap<Polygons, Cell>();

/**
 * How far the farthest point of the polygons is from a line, in kilometres: never too little, and at most
 * FARTHEST_SLACK_KM or FARTHEST_SLACK_SHARE too much. The distance to a line changes by no more than one walks, so a
 * cell holds nothing farther than its centre's distance plus its reach; the cell with the highest bound is cut until
 * it is small enough (best-first search, as mapbox/polylabel). Some 50 distances in practice.
 */
export function farthestFromLineKm(polygons: Polygons, line: Path): number {
  const root = rootOf(polygons);
  const open: Candidate[] = [{ cell: root, boundKm: pointToPathKm(root.unit, line) + root.reachKm }];
  for (;;) {
    const top = takeHighest(open);
    if (!top) return 0;
    const slackKm = Math.max(FARTHEST_SLACK_KM, FARTHEST_SLACK_SHARE * top.boundKm);
    if (2 * top.cell.reachKm <= slackKm) return top.boundKm;
    for (const cell of quartersOf(top.cell, polygons)) {
      const boundKm = Math.min(top.boundKm, pointToPathKm(cell.unit, line) + cell.reachKm);
      open.push({ cell, boundKm });
    }
  }
}

function takeHighest(open: Candidate[]): Candidate | undefined {
  let highest = 0;
  open.forEach((candidate, index) => {
    if (candidate.boundKm > (open[highest]?.boundKm ?? 0)) highest = index;
  });
  const last = open.pop();
  const top = open[highest];
  if (!top || !last) return last;
  open[highest] = last;
  return top;
}

function rootOf(polygons: Polygons): Cell {
  const known = roots.get(polygons);
  if (known) return known;
  const points = polygons.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const root = createCell([(west + east) / 2, (south + north) / 2], [(east - west) / 2, (north - south) / 2]);
  roots.set(polygons, root);
  return root;
}

function quartersOf(cell: Cell, polygons: Polygons): readonly Cell[] {
  if (cell.quarters) return cell.quarters;
  const [lon, lat] = cell.center;
  const half: LonLat = [cell.halfSize[0] / 2, cell.halfSize[1] / 2];
  const boundary = pathOfPolygons(polygons);
  cell.quarters = [
    createCell([lon - half[0], lat - half[1]], half),
    createCell([lon + half[0], lat - half[1]], half),
    createCell([lon - half[0], lat + half[1]], half),
    createCell([lon + half[0], lat + half[1]], half),
  ].filter(
    ({ center, unit, reachKm }) => pointInPolygons(center, polygons) || pointToPathKm(unit, boundary) <= reachKm,
  );
  return cell.quarters;
}

/** The reach is the length of a straight course to a corner, taken at the box's widest latitude. */
function createCell(center: LonLat, halfSize: LonLat): Cell {
  const widest = Math.max(0, Math.abs(center[1]) - halfSize[1]);
  const width = halfSize[0] * Math.cos((widest * Math.PI) / 180);
  const reachKm = Math.hypot(width, halfSize[1]) * (Math.PI / 180) * EARTH_RADIUS_KM;
  return { center, halfSize, unit: unitOf(center), reachKm, quarters: null };
}
