import type { District, Province } from '@corridor/domain';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { LonLat, Polygons } from './lon-lat.ts';
import { pointInPolygons } from './point-in-polygons.ts';

/** The polygons that stand for named districts and provinces. The same name always gives the same array. */
export interface Boundaries {
  /** A district's polygons: its own or its parent's, with any pieces named after it. Null when there are none. */
  districtPolygons(district: string): Polygons | null;
  provincePolygons(province: string): Polygons | null;
  /**
   * The district whose polygon holds a point: of several that share a polygon the one whose own it is, first that named
   * like it. Null outside all, and where the polygon is only a parent's: which of its districts it is cannot be told.
   */
  districtAt(longitude: number, latitude: number): string | null;
  provinceAt(longitude: number, latitude: number): string | null;
}

/**
 * Reads a base map (TopoJSON with the objects `districts`, keyed by `id`, named `n`, and `provinces`, keyed by `p`).
 * A polygon with the id `x-subdivision` is a piece of the district whose key, name or alias is x, or x with its words cut short.
 * Throws a TypeError that says what is wrong with a broken base map; a district or province without a polygon is
 * answered with null. O(points) once, then O(districts) for each position.
 */
export function createBoundaries(
  baseTopology: unknown,
  districts: readonly District[],
  provinces: readonly Province[],
): Boundaries {
  const shapes = mergeSubdivisions(decodeShapes(baseTopology, 'districts', 'id'), districts);
  const districtShapes = new Map(shapes.map((shape) => [shape.key, shape]));
  const provinceShapes = new Map(decodeShapes(baseTopology, 'provinces', 'p').map((shape) => [shape.key, shape]));
  const shapeOfDistrict = new Map(districts.map(({ name, boundaryId }) => [name, districtShapes.get(boundaryId)]));
  const shapeOfProvince = new Map(provinces.map(({ name, boundaryId }) => [name, provinceShapes.get(boundaryId)]));
  const namedDistricts = shapes.map((shape) => ({ shape, name: ownerOf(shape, districts) }));
  const namedProvinces = [...shapeOfProvince].flatMap(([name, shape]) => (shape ? [{ shape, name }] : []));
  return {
    districtPolygons: (district) => shapeOfDistrict.get(district)?.polygons ?? null,
    provincePolygons: (province) => shapeOfProvince.get(province)?.polygons ?? null,
    districtAt: (longitude, latitude) => nameAt([longitude, latitude], namedDistricts),
    provinceAt: (longitude, latitude) => nameAt([longitude, latitude], namedProvinces),
  };
}

interface Shape {
  readonly key: string;
  readonly name: string;
  readonly polygons: Polygons;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function createShape(key: string, name: string, polygons: Polygons): Shape {
  const points = polygons.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return {
    key,
    name,
    polygons,
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  };
}

function nameAt(point: LonLat, named: readonly { shape: Shape; name: string | null }[]): string | null {
  const [lon, lat] = point;
  const found = named.find(
    ({ shape: { west, south, east, north, polygons } }) =>
      west <= lon && lon <= east && south <= lat && lat <= north && pointInPolygons(point, polygons),
  );
  return found?.name ?? null;
}

function ownerOf(shape: Shape, districts: readonly District[]): string | null {
  const owners = districts.filter((district) => district.boundaryId === shape.key && district.boundaryMatch === 'own');
  return (owners.find(({ name }) => name === shape.name) ?? owners[0])?.name ?? null;
}

const SUBDIVISION = /^(.+)-subdivision$/;

function mergeSubdivisions(shapes: readonly Shape[], districts: readonly District[]): Shape[] {
  const pieces = shapes.flatMap((shape) => {
    const stem = SUBDIVISION.exec(shape.key)?.[1];
    const owner = stem === undefined ? undefined : findByStem(stem, districts);
    return owner && owner.boundaryId !== shape.key ? [{ shape, boundaryId: owner.boundaryId }] : [];
  });
  const merged = new Set(pieces.map(({ shape }) => shape));
  return shapes
    .filter((shape) => !merged.has(shape))
    .map((shape) => {
      const own = pieces.filter(({ boundaryId }) => boundaryId === shape.key).map((piece) => piece.shape.polygons);
      return own.length === 0 ? shape : createShape(shape.key, shape.name, [...shape.polygons, ...own.flat()]);
    });
}

/** By name first; then by shortened words, so that d-i-khan finds Dera Ismail Khan. */
function findByStem(stem: string, districts: readonly District[]): District | undefined {
  const keysOf = ({ name, aliases, boundaryId }: District) => [boundaryId, ...[name, ...aliases].map(slug)];
  return (
    districts.find((district) => keysOf(district).includes(stem)) ??
    districts.find((district) => keysOf(district).some((key) => isShortFor(stem, key)))
  );
}

function isShortFor(stem: string, key: string): boolean {
  const words = key.split('-');
  return stem.split('-').every((word, index) => words[index]?.startsWith(word) ?? false);
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function decodeShapes(value: unknown, object: string, keyProperty: string): Shape[] {
  const topology = checkTopology(value);
  const geometries = topology.objects[object];
  if (geometries?.type !== 'GeometryCollection') throw broken(`it has no collection "${object}"`);
  return geometries.geometries.map((geometry, index) => {
    const where = `${object}[${index}]`;
    const properties: Readonly<Record<string, unknown>> = geometry.properties ?? {};
    const key = properties[keyProperty];
    if (typeof key !== 'string' || key === '') throw broken(`${where} has no text "${keyProperty}"`);
    const { n: name } = properties;
    return createShape(key, typeof name === 'string' ? name : '', decodePolygons(topology, geometry, where));
  });
}

function decodePolygons(topology: Topology, geometry: Parameters<typeof feature>[1], where: string): Polygons {
  const decoded = decodeGeometry(topology, geometry, where);
  const polygons =
    decoded?.type === 'Polygon' ? [decoded.coordinates] : decoded?.type === 'MultiPolygon' ? decoded.coordinates : [];
  const rings = polygons.flat();
  if (rings.length === 0) throw broken(`${where} is not a polygon`);
  if (!rings.every((ring) => ring.every(isPosition) && new Set(ring.map(String)).size >= 3)) {
    throw broken(`${where} has a ring of less than three different positions, or a position outside the globe`);
  }
  return polygons.map((polygon) => polygon.map((ring) => ring.map(([lon = 0, lat = 0]): LonLat => [lon, lat])));
}

function decodeGeometry(topology: Topology, geometry: Parameters<typeof feature>[1], where: string) {
  try {
    const decoded = feature(topology, geometry);
    return decoded.type === 'Feature' ? decoded.geometry : null;
  } catch (cause) {
    throw broken(`${where} cannot be decoded`, cause);
  }
}

function isPosition([lon, lat]: readonly number[]): boolean {
  return lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Guarantees a topology's outer form; what lies deeper is checked after decoding. */
function checkTopology(value: unknown): Topology {
  const candidate = (typeof value === 'object' && value !== null ? value : {}) as Partial<Topology>;
  if (candidate.type !== 'Topology') throw broken('it is not TopoJSON of type "Topology"');
  if (!Array.isArray(candidate.arcs)) throw broken('it has no list "arcs"');
  if (typeof candidate.objects !== 'object' || candidate.objects === null) throw broken('it has no "objects"');
  return candidate as Topology;
}

function broken(what: string, cause?: unknown): TypeError {
  return new TypeError(`The base map is broken: ${what}`, { cause });
}
