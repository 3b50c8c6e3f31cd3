import type { FeatureCollection } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

/** A line or ring as Leaflet takes it: latitude first. */
export type Path = readonly (readonly [latitude: number, longitude: number])[];

/** The base map's areas (polygons of rings) and lines, each drawn once although neighbours share it. */
export interface BaseLines {
  readonly neighbours: readonly Path[];
  readonly land: readonly Path[];
  readonly districts: readonly Path[];
  readonly provinces: readonly Path[];
  readonly neighbourProvinces: readonly Path[];
  readonly borders: readonly Path[];
  readonly coast: readonly Path[];
}

/** Decodes the base map for drawing. An object that is missing draws nothing. */
export function decodeBaseLines(base: unknown, countryId: string): BaseLines {
  const topology = asTopology(base);
  const countries = topology ? geometriesOf(topology, 'countries') : [];
  const others = countries.filter((geometry) => property(geometry, 'a') !== countryId);
  return {
    neighbours: topology ? paths(feature(topology, collection(others))) : [],
    land: topology ? paths(feature(topology, collection(geometriesOf(topology, 'provinces')))) : [],
    districts: lines(topology, 'districts', (a, b) => a !== b && property(a, 'p') === property(b, 'p')),
    provinces: lines(topology, 'provinces', (a, b) => a !== b),
    neighbourProvinces: lines(topology, 'adm1lines', () => true),
    borders: lines(topology, 'countries', (a, b) => a !== b),
    coast: lines(topology, 'countries', (a, b) => a === b),
  };
}

export interface RiverLines {
  /** 0 is the greatest river; higher levels are drawn when zoomed in. */
  readonly level: number;
  readonly paths: readonly Path[];
}

export function decodeRivers(rivers: unknown): readonly RiverLines[] {
  const topology = asTopology(rivers);
  if (!topology) return [];
  return geometriesOf(topology, 'rivers').map((geometry) => ({
    level: Number(property(geometry, 'l') ?? 0),
    paths: paths(feature(topology, collection([geometry]))),
  }));
}

export function decodeClaims(disputed: unknown): readonly Path[] {
  const topology = asTopology(disputed);
  return topology ? paths(feature(topology, collection(geometriesOf(topology, 'claims')))) : [];
}

export interface Town {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly population: number;
  /** 0 and 1 are capitals and great cities; 3 is the least. */
  readonly rank: number;
}

/** Reads `[name, longitude, latitude, population, rank, country]` rows, the most important first. */
export function decodeTowns(cities: unknown): readonly Town[] {
  if (!Array.isArray(cities)) return [];
  return cities
    .flatMap((row: unknown): Town[] => {
      if (!Array.isArray(row)) return [];
      const [name, longitude, latitude, population, rank] = row.map((cell: unknown) => cell);
      if (typeof name !== 'string' || typeof longitude !== 'number' || typeof latitude !== 'number') return [];
      return [{ name, longitude, latitude, population: Number(population), rank: Number(rank) }];
    })
    .sort((a, b) => a.rank - b.rank || b.population - a.population);
}

function asTopology(value: unknown): Topology | null {
  return isTopology(value) ? value : null;
}

function isTopology(value: unknown): value is Topology {
  return value !== null && typeof value === 'object' && 'type' in value && value.type === 'Topology';
}

function geometriesOf(topology: Topology, name: string): readonly GeometryObject[] {
  const object = topology.objects[name];
  return object?.type === 'GeometryCollection' ? object.geometries.filter(isGeometry) : [];
}

/** Every geometry of a collection is a GeometryObject; the package's type of its properties only differs. */
function isGeometry(geometry: unknown): geometry is GeometryObject {
  return geometry !== null && typeof geometry === 'object' && 'type' in geometry;
}

function collection(geometries: readonly GeometryObject[]): GeometryCollection {
  return { type: 'GeometryCollection', geometries: [...geometries] };
}

function property(geometry: GeometryObject, name: string): unknown {
  const properties: Readonly<Record<string, unknown>> = geometry.properties ?? {};
  return properties[name];
}

function lines(
  topology: Topology | null,
  name: string,
  keep: (a: GeometryObject, b: GeometryObject) => boolean,
): readonly Path[] {
  const object = topology?.objects[name];
  return topology && isGeometry(object)
    ? mesh(topology, object, (a, b) => isGeometry(a) && isGeometry(b) && keep(a, b)).coordinates.map(toPath)
    : [];
}

function paths(collected: FeatureCollection): readonly Path[] {
  return collected.features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') return geometry.coordinates.map(toPath);
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat().map(toPath);
    return geometry.type === 'LineString' ? [toPath(geometry.coordinates)] : [];
  });
}

function toPath(points: readonly (readonly number[])[]): Path {
  return points.map(([longitude = 0, latitude = 0]) => [latitude, longitude] as const);
}
