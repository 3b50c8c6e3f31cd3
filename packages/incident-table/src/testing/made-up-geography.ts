import type { District, Route, Site } from '@corridor/domain';
import { type Boundaries, type LonLat, type Polygons, pointInPolygons } from '@corridor/geography';
import type { GeographyContext } from '../geography-context.ts';

const COLUMNS = 6;
const ROWS = 5;
const WEST = 10;
const SOUTH = 40;

/**
 * A made-up country for tests: thirty square districts of one degree in three provinces. One district is newer than
 * its polygon and shares its neighbour's, one has none. Sites lie in corners and middles, routes cross them all.
 */
export function createMadeUpGeography(): GeographyContext {
  const districts = Array.from({ length: COLUMNS * ROWS }, (_, index) => createDistrict(index));
  return { boundaries: createSquares(districts), districts, sites: createSites(districts), routes: createRoutes() };
}

function createDistrict(index: number): District {
  const column = index % COLUMNS;
  const row = Math.floor(index / COLUMNS);
  return {
    name: `District ${String.fromCharCode(65 + row)}${column + 1}`,
    aliases: [],
    province: ['Northland', 'Middleland', 'Southland'][column % 3] ?? 'Northland',
    latitude: SOUTH + row + 0.5,
    longitude: WEST + column + 0.5,
    boundaryId: `square-${index}`,
    boundaryMatch: index === 1 ? 'parent' : 'own',
  };
}

function createSquares(districts: readonly District[]): Boundaries {
  const squares = new Map<string, Polygons>(
    districts.map(({ name, longitude, latitude }) => [name, squareRound(longitude, latitude)]),
  );
  const [first, second] = districts;
  const shared = first && squares.get(first.name);
  if (second && shared) squares.set(second.name, shared);
  const last = districts.at(-1);
  if (last) squares.delete(last.name);
  const find = (longitude: number, latitude: number) =>
    districts.find(({ name }) => pointInPolygons([longitude, latitude], squares.get(name) ?? [])) ?? null;
  return {
    districtPolygons: (district) => squares.get(district) ?? null,
    provincePolygons: (province) => {
      const parts = districts.filter((district) => district.province === province);
      return parts.length === 0 ? null : parts.flatMap(({ name }) => squares.get(name) ?? []);
    },
    districtAt: (longitude, latitude) => find(longitude, latitude)?.name ?? null,
    provinceAt: (longitude, latitude) => find(longitude, latitude)?.province ?? null,
  };
}

function squareRound(longitude: number, latitude: number): Polygons {
  const corners: LonLat[] = [
    [longitude - 0.5, latitude - 0.5],
    [longitude + 0.5, latitude - 0.5],
    [longitude + 0.5, latitude + 0.5],
    [longitude - 0.5, latitude + 0.5],
    [longitude - 0.5, latitude - 0.5],
  ];
  return [[corners]];
}

function createSites(districts: readonly District[]): Site[] {
  return districts
    .filter((_, index) => index % 3 === 0)
    .map((district, index) => ({
      id: `site-${index + 1}`,
      name: `Works ${index + 1}`,
      sector: 'energy',
      kind: 'works',
      status: 'operational',
      corridor: '',
      province: district.province,
      district: district.name,
      location: '',
      latitude: district.latitude - 0.4 * (index % 2),
      longitude: district.longitude + 0.4 * (index % 2),
      precision: 'exact',
      radiusKm: [5, 15, 40, 90][index % 4] ?? 5,
      capacity: null,
      capacityUnit: '',
      costMusd: null,
      operator: '',
      chinesePartner: '',
      startYear: null,
      completionYear: null,
      sources: [],
      notes: '',
    }));
}

function createRoutes(): Route[] {
  const lines: [number, number][][] = [
    [
      [10.2, 40.2],
      [12.5, 42.1],
      [15.8, 44.9],
    ],
    [
      [10.1, 43.5],
      [15.9, 43.4],
    ],
    [
      [13, 40],
      [13, 45],
    ],
  ];
  return lines.map((line, index) => ({
    id: `route-${index + 1}`,
    name: `Route ${index + 1}`,
    kind: 'road',
    status: 'operational',
    corridor: '',
    radiusKm: [10, 30, 55][index] ?? 10,
    line,
  }));
}
