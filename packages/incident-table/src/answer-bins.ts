import type { BBox, BinArea, BinCell, Bins, BinsRequest, IncidentSummary } from '@corridor/domain';
import type { GeographyContext } from './geography-context.ts';
import { type IncidentCube, TYPE_COUNT } from './incident-cube.ts';
import { AREA, POINT } from './place-geometry.ts';

const TILE_PX = 256;
const CELL_PX = 64;
/** Latitude at which Web Mercator is cut off, so that the world is a square. */
const MAX_LATITUDE = 85.0511287798066;

/**
 * Incidents in the box by cells of a grid that is fixed to the world at each zoom, so that moving the map never
 * regroups them; cells by row, then column, and districts by name. O(places), and for a cell of one incident
 * O(incidents at its place).
 */
export function answerBins(cube: IncidentCube, request: BinsRequest): Bins {
  const countsOf = countsByPlace(cube, request.exclude);
  const cells = new Map<number, CellSum>();
  const areas = new Map<string, number[]>();
  const { places, table } = cube;
  const scale = (TILE_PX * 2 ** request.zoom) / (request.cellPx ?? CELL_PX);
  const columnsOfGrid = Math.ceil(scale) + 1;
  for (let place = 0; place < places.count; place++) {
    const longitude = places.longitude[place] ?? Number.NaN;
    const latitude = places.latitude[place] ?? Number.NaN;
    const drawn = places.drawn[place];
    if (drawn === POINT && isWithin(request.bbox, longitude, latitude)) {
      const byType = countsOf(place);
      if (byType === null) continue;
      const column = Math.floor(mercatorX(longitude) * scale);
      const row = Math.floor(mercatorY(latitude) * scale);
      const key = row * columnsOfGrid + column;
      addToCell(cells, key, place, longitude, latitude, byType);
    } else if (drawn === AREA) {
      const byType = countsOf(place);
      const district = table.columns.districts[table.columns.places.district[place] ?? 0];
      if (byType !== null && district !== undefined) addTypes(areas, district, byType);
    }
  }
  return {
    cells: [...cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => toCell(cube, cell, request.exclude)),
    areas: toAreas(areas, cube.geography, request.bbox),
  };
}

interface CellSum {
  /** Where the cell holds one incident, its place. */
  readonly place: number;
  count: number;
  longitudes: number;
  latitudes: number;
  byType: number[];
  extent: [number, number, number, number];
}

/** Counts by type of a place without the excluded incident; null when there are none. The array is used again by the next call. */
function countsByPlace(cube: IncidentCube, exclude: string | undefined): (place: number) => readonly number[] | null {
  const counts = cube.countPlaces();
  const row = exclude === undefined ? undefined : cube.table.rowOf(exclude);
  const { place, type } = cube.table.columns;
  const excludedCode =
    row !== undefined && cube.crossfilter.passes(row)
      ? (place.codes[row] ?? 0) * TYPE_COUNT + (type.codes[row] ?? 0)
      : -1;
  const byType = new Array<number>(TYPE_COUNT).fill(0);
  const totals = cube.countPlaceTotals();
  return (at) => {
    if (totals[at] === 0) return null;
    let count = 0;
    for (let index = 0; index < TYPE_COUNT; index++) {
      const code = at * TYPE_COUNT + index;
      const value = (counts[code] ?? 0) - (code === excludedCode ? 1 : 0);
      byType[index] = value;
      count += value;
    }
    return count === 0 ? null : byType;
  };
}

function addToCell(
  cells: Map<number, CellSum>,
  key: number,
  place: number,
  longitude: number,
  latitude: number,
  byType: readonly number[],
): void {
  let cell = cells.get(key);
  if (!cell) {
    const extent: CellSum['extent'] = [longitude, latitude, longitude, latitude];
    cell = { place, count: 0, longitudes: 0, latitudes: 0, byType: new Array<number>(TYPE_COUNT).fill(0), extent };
    cells.set(key, cell);
  }
  const count = byType.reduce((sum, value) => sum + value, 0);
  cell.count += count;
  cell.longitudes += count * longitude;
  cell.latitudes += count * latitude;
  cell.byType = cell.byType.map((value, type) => value + (byType[type] ?? 0));
  const [west, south, east, north] = cell.extent;
  cell.extent = [
    Math.min(west, longitude),
    Math.min(south, latitude),
    Math.max(east, longitude),
    Math.max(north, latitude),
  ];
}

function toCell(cube: IncidentCube, cell: CellSum, exclude: string | undefined): BinCell {
  const { byType, count, extent, latitudes, longitudes, place } = cell;
  return {
    longitude: longitudes / count,
    latitude: latitudes / count,
    count,
    byType,
    only: count === 1 ? onlyAt(cube, place, exclude) : null,
    extent,
  };
}

function onlyAt(cube: IncidentCube, place: number, exclude: string | undefined): IncidentSummary | null {
  for (const row of cube.rowsAt(place)) {
    if (cube.crossfilter.passes(row) && cube.table.id(row) !== exclude) return cube.table.summary(row);
  }
  return null;
}

function addTypes(areas: Map<string, number[]>, district: string, byType: readonly number[]): void {
  const known = areas.get(district);
  areas.set(district, known ? known.map((value, type) => value + (byType[type] ?? 0)) : [...byType]);
}

function toAreas(
  areas: ReadonlyMap<string, readonly number[]>,
  { boundaries }: GeographyContext,
  bbox: BBox,
): BinArea[] {
  return [...areas]
    .filter(([district]) => meets(bbox, boundaries.districtPolygons(district)?.flat(2) ?? []))
    .map(([district, byType]) => ({ district, count: byType.reduce((sum, value) => sum + value, 0), byType }))
    .sort((a, b) => (a.district < b.district ? -1 : 1));
}

/** Whether the box round the points meets another. */
function meets([west, south, east, north]: BBox, points: readonly (readonly [number, number])[]): boolean {
  let [minLon, minLat, maxLon, maxLat] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    minLon = Math.min(minLon, lon);
    maxLon = Math.max(maxLon, lon);
    minLat = Math.min(minLat, lat);
    maxLat = Math.max(maxLat, lat);
  }
  return minLon <= east && maxLon >= west && minLat <= north && maxLat >= south;
}

/** Whether a position lies in a box, its edges included. */
export function isWithin([west, south, east, north]: BBox, longitude: number, latitude: number): boolean {
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}

/** Web Mercator (EPSG:3857) with the world as the unit square, x to the east. */
function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}

/** y to the south; latitudes beyond the cut are on its edge. */
function mercatorY(latitude: number): number {
  const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
