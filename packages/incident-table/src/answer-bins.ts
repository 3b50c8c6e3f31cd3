import type { BBox, BinArea, BinCell, Bins, BinsRequest, IncidentSummary } from '@corridor/domain';
import type { GridCells } from './grid-cells.ts';
import { type IncidentCube, TYPE_COUNT } from './incident-cube.ts';
import { AREA } from './place-geometry.ts';

/** Numbers kept for a cell: sums of longitudes and latitudes, and the extent. */
const POSITION_WIDTH = 6;

/**
 * Incidents in the box by cells of a grid that is fixed to the world at each zoom, so that moving the map never
 * regroups them; cells by row, then column, and districts by name. O(places in the box), O(places) for another box, and
 * for a cell of one incident O(incidents at its place).
 */
export function answerBins(cube: IncidentCube, request: BinsRequest): Bins {
  const counts = countsWithout(cube, request.exclude);
  const grid = cube.gridCells(request);
  return { cells: toCells(cube, grid, counts, request.exclude), areas: toAreas(cube, counts, request.bbox) };
}

/** Counts by place and type, one incident less where it is excluded. */
function countsWithout(cube: IncidentCube, exclude: string | undefined): Uint32Array {
  const counts = cube.countPlaces();
  const row = exclude === undefined ? undefined : cube.table.rowOf(exclude);
  if (row === undefined || !cube.crossfilter.passes(row)) return counts;
  const { place, type } = cube.table.columns;
  const others = counts.slice();
  const code = (place.codes[row] ?? 0) * TYPE_COUNT + (type.codes[row] ?? 0);
  others[code] = (others[code] ?? 0) - 1;
  return others;
}

function toCells(cube: IncidentCube, grid: GridCells, counts: Uint32Array, exclude: string | undefined): BinCell[] {
  const byType = new Uint32Array(grid.cellCount * TYPE_COUNT);
  const positions = new Float64Array(grid.cellCount * POSITION_WIDTH);
  const totals = new Uint32Array(grid.cellCount);
  const lastPlace = new Uint32Array(grid.cellCount);
  const { latitude, longitude } = cube.places;
  for (let i = 0; i < grid.places.length; i++) {
    const place = grid.places[i] ?? 0;
    const cell = grid.cells[i] ?? 0;
    const count = addTypes(byType, cell * TYPE_COUNT, counts, place * TYPE_COUNT);
    if (count === 0) continue;
    addPosition(
      positions,
      cell * POSITION_WIDTH,
      longitude[place] ?? 0,
      latitude[place] ?? 0,
      count,
      totals[cell] === 0,
    );
    totals[cell] = (totals[cell] ?? 0) + count;
    lastPlace[cell] = place;
  }
  const cells: BinCell[] = [];
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const count = totals[cell] ?? 0;
    if (count === 0) continue;
    cells.push({
      longitude: (positions[cell * POSITION_WIDTH] ?? 0) / count,
      latitude: (positions[cell * POSITION_WIDTH + 1] ?? 0) / count,
      count,
      byType: numbersOf(byType, cell * TYPE_COUNT, TYPE_COUNT),
      only: count === 1 ? onlyAt(cube, lastPlace[cell] ?? 0, exclude) : null,
      extent: extentAt(positions, cell * POSITION_WIDTH + 2),
    });
  }
  return cells;
}

/** A plain array, element by element: for so few numbers much faster than a view and `Array.from`. */
function numbersOf(values: Uint32Array, from: number, length: number): number[] {
  const numbers: number[] = [];
  for (let at = from; at < from + length; at++) numbers.push(values[at] ?? 0);
  return numbers;
}

function extentAt(positions: Float64Array, at: number): BBox {
  return [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0, positions[at + 3] ?? 0];
}

/** Adds the counts of one place, and gives their sum. */
function addTypes(into: Uint32Array, to: number, counts: Uint32Array, from: number): number {
  let sum = 0;
  for (let type = 0; type < TYPE_COUNT; type++) {
    const count = counts[from + type] ?? 0;
    sum += count;
    into[to + type] = (into[to + type] ?? 0) + count;
  }
  return sum;
}

function addPosition(into: Float64Array, at: number, lon: number, lat: number, count: number, isFirst: boolean): void {
  into[at] = (into[at] ?? 0) + count * lon;
  into[at + 1] = (into[at + 1] ?? 0) + count * lat;
  into[at + 2] = isFirst ? lon : Math.min(into[at + 2] ?? lon, lon);
  into[at + 3] = isFirst ? lat : Math.min(into[at + 3] ?? lat, lat);
  into[at + 4] = isFirst ? lon : Math.max(into[at + 4] ?? lon, lon);
  into[at + 5] = isFirst ? lat : Math.max(into[at + 5] ?? lat, lat);
}

function onlyAt(cube: IncidentCube, place: number, exclude: string | undefined): IncidentSummary | null {
  for (const row of cube.rowsAt(place)) {
    if (cube.crossfilter.passes(row) && cube.table.id(row) !== exclude) return cube.table.summary(row);
  }
  return null;
}

function toAreas(cube: IncidentCube, counts: Uint32Array, bbox: BBox): BinArea[] {
  const { districts, places } = cube.table.columns;
  const byType = new Uint32Array((districts.length + 1) * TYPE_COUNT);
  for (let place = 0; place < cube.places.count; place++) {
    if (cube.places.drawn[place] !== AREA) continue;
    addTypes(byType, (places.district[place] ?? 0) * TYPE_COUNT, counts, place * TYPE_COUNT);
  }
  const areas: BinArea[] = [];
  districts.forEach((district, code) => {
    const types = Array.from(byType.subarray(code * TYPE_COUNT, (code + 1) * TYPE_COUNT));
    const count = types.reduce((sum, value) => sum + value, 0);
    if (count > 0 && meets(bbox, cube.districtExtent(district))) areas.push({ district, count, byType: types });
  });
  return areas.sort((a, b) => (a.district < b.district ? -1 : 1));
}

/** Whether two boxes have a point in common. */
function meets([west, south, east, north]: BBox, [minLon, minLat, maxLon, maxLat]: BBox): boolean {
  return minLon <= east && maxLon >= west && minLat <= north && maxLat >= south;
}
