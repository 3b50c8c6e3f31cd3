import { haversineKm } from './haversine-km.ts';
import type { LonLat, Polygons } from './lon-lat.ts';

/**
 * Edges laid out flat for distance arithmetic. Edges longer than MAX_EDGE_KM are split on their straight course in
 * longitude and latitude; each piece is then taken as a great-circle arc. The two courses differ by at most
 * MAX_EDGE_KM² · tan(latitude) / (8 · Earth radius): 1.5 m at 37°, 3.4 m at 60°.
 */
export interface Path {
  /** Longitude and latitude of each vertex in turn, degrees. */
  readonly degrees: Float64Array;
  /** The same vertices as unit vectors: x, y, z in turn. */
  readonly units: Float64Array;
  /** Edge e runs from vertex edges[e] to the vertex after it. */
  readonly edges: Uint32Array;
  /** BLOCK_SLOTS numbers for each EDGES_PER_BLOCK edges in turn; the last block may be shorter. */
  readonly blocks: Float64Array;
}

const MAX_EDGE_KM = 10;
export const EDGES_PER_BLOCK = 8;

/** A block: its box in degrees, and a ball that holds its arcs: centre and radius in units of the Earth's radius. */
export const BLOCK_SLOTS = 8;
export const WEST = 0;
export const SOUTH = 1;
export const EAST = 2;
export const NORTH = 3;
export const CENTER = 4;
export const RADIUS = 7;

/** An arc of MAX_EDGE_KM rises 3.1e-7 above its chord. */
const ARC_SLACK = 1e-6;
const RADIANS = Math.PI / 180;

const linePaths = new WeakMap<readonly LonLat[], Path>();
const polygonPaths = new WeakMap<Polygons, Path>();

/** The path of a line, computed once for each array. Throws RangeError for a line without points. */
export function pathOfLine(line: readonly LonLat[]): Path {
  const known = linePaths.get(line);
  if (known) return known;
  const only = line[0];
  if (!only) throw new RangeError('Expected a line of at least one point, got none');
  const path = createPath([line.length === 1 ? [only, only] : line]);
  linePaths.set(line, path);
  return path;
}

/** The path of all rings of the polygons, closed, computed once for each array. */
export function pathOfPolygons(polygons: Polygons): Path {
  const known = polygonPaths.get(polygons);
  if (known) return known;
  const path = createPath(polygons.flat().map(closeRing));
  polygonPaths.set(polygons, path);
  return path;
}

/** The number at an index that the caller knows to be within the array. */
export function at(array: Float64Array | Uint32Array, index: number): number {
  return array[index] as number;
}

/** The unit vector of a position. */
export function unitOf([longitude, latitude]: LonLat): readonly [x: number, y: number, z: number] {
  const cos = Math.cos(latitude * RADIANS);
  return [cos * Math.cos(longitude * RADIANS), cos * Math.sin(longitude * RADIANS), Math.sin(latitude * RADIANS)];
}

function closeRing(ring: readonly LonLat[]): readonly LonLat[] {
  const first = ring[0];
  const last = ring.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

function createPath(lines: readonly (readonly LonLat[])[]): Path {
  const points: LonLat[] = [];
  const edges: number[] = [];
  for (const line of lines) {
    for (const point of splitLongEdges(line)) {
      edges.push(points.length);
      points.push(point);
    }
    edges.pop();
  }
  const degrees = new Float64Array(2 * points.length);
  const units = new Float64Array(3 * points.length);
  points.forEach((point, vertex) => {
    degrees.set(point, 2 * vertex);
    units.set(unitOf(point), 3 * vertex);
  });
  return { degrees, units, edges: Uint32Array.from(edges), blocks: createBlocks(degrees, units, edges) };
}

function splitLongEdges(line: readonly LonLat[]): readonly LonLat[] {
  const points: LonLat[] = [];
  let start: LonLat | undefined;
  for (const end of line) {
    const pieces = start ? Math.ceil(courseKm(start, end) / MAX_EDGE_KM) : 1;
    for (let piece = 1; start && piece < pieces; piece++) {
      const share = piece / pieces;
      points.push([start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])]);
    }
    points.push(end);
    start = end;
  }
  return points;
}

/** At least the length of the straight course, also where the great circle takes a short cut over a pole. */
function courseKm(a: LonLat, b: LonLat): number {
  const nearEquator = a[1] * b[1] < 0 ? 0 : Math.min(Math.abs(a[1]), Math.abs(b[1]));
  return Math.hypot(
    haversineKm([0, a[1]], [0, b[1]]),
    haversineKm([0, 0], [1, 0]) * Math.abs(b[0] - a[0]) * Math.cos(nearEquator * RADIANS),
  );
}

function createBlocks(degrees: Float64Array, units: Float64Array, edges: readonly number[]): Float64Array {
  const count = Math.ceil(edges.length / EDGES_PER_BLOCK);
  const blocks = new Float64Array(count * BLOCK_SLOTS);
  for (let block = 0; block < count; block++) {
    const first = edges[block * EDGES_PER_BLOCK] ?? 0;
    const last = (edges[Math.min((block + 1) * EDGES_PER_BLOCK, edges.length) - 1] ?? 0) + 1;
    blocks.set(createBlock(degrees, units, first, last), block * BLOCK_SLOTS);
  }
  return blocks;
}

/** The slots of a block that spans the vertices `first` to `last`. Its centre is their mean. */
function createBlock(degrees: Float64Array, units: Float64Array, first: number, last: number): number[] {
  let [west, south, east, north] = [180, 90, -180, -90];
  let [x, y, z] = [0, 0, 0];
  for (let vertex = first; vertex <= last; vertex++) {
    const lon = at(degrees, 2 * vertex);
    const lat = at(degrees, 2 * vertex + 1);
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
    x += at(units, 3 * vertex) / (last - first + 1);
    y += at(units, 3 * vertex + 1) / (last - first + 1);
    z += at(units, 3 * vertex + 2) / (last - first + 1);
  }
  let radius = 0;
  for (let vertex = first; vertex <= last; vertex++) {
    const [dx, dy, dz] = [at(units, 3 * vertex) - x, at(units, 3 * vertex + 1) - y, at(units, 3 * vertex + 2) - z];
    radius = Math.max(radius, Math.sqrt(dx * dx + dy * dy + dz * dz));
  }
  return [west, south, east, north, x, y, z, radius + ARC_SLACK];
}
