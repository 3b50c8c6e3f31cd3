import type { RunGroups } from '@corridor/crossfilter';
import type { BBox, BinArea, BinCell, Bins, BinsRequest, IncidentSummary } from '@corridor/domain';
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
  const excluded = excludedOf(cube, request.exclude);
  const grid = cube.gridCells(request);
  return { cells: toCells(cube, grid.groups, excluded), areas: toAreas(cube, excluded, request.bbox) };
}

/** The incident to leave out, where it passes. */
interface Excluded {
  readonly row: number;
  readonly place: number;
  readonly type: number;
}

function excludedOf({ crossfilter, table }: IncidentCube, id: string | undefined): Excluded | null {
  const row = id === undefined ? undefined : table.rowOf(id);
  if (row === undefined || !crossfilter.passes(row)) return null;
  const { place, type } = table.columns;
  return { row, place: place.codes[row] ?? 0, type: type.codes[row] ?? 0 };
}

function toCells(cube: IncidentCube, groups: RunGroups, excluded: Excluded | null): BinCell[] {
  const byType = cube.countPlaceGroups(groups);
  const sums = sumPositions(cube, groups, excluded);
  if (excluded && sums.excludedCell >= 0) decrement(byType, sums.excludedCell * TYPE_COUNT + excluded.type);
  const cells: BinCell[] = [];
  for (let cell = 0; cell < groups.groupCount; cell++) {
    const count = sums.totals[cell] ?? 0;
    if (count === 0) continue;
    const at = cell * POSITION_WIDTH;
    cells.push({
      longitude: (sums.positions[at] ?? 0) / count,
      latitude: (sums.positions[at + 1] ?? 0) / count,
      count,
      byType: numbersOf(byType, cell * TYPE_COUNT, TYPE_COUNT),
      only: count === 1 ? onlyAt(cube, sums.lastPlace[cell] ?? 0, excluded) : null,
      extent: extentAt(sums.positions, at + 2),
    });
  }
  return cells;
}

/** By cell: how many, POSITION_WIDTH numbers on where they are, and a place that has one. */
interface PositionSums {
  readonly totals: Uint32Array;
  readonly positions: Float64Array;
  readonly lastPlace: Uint32Array;
  /** The cell of the excluded incident; -1 where it lies in none. */
  readonly excludedCell: number;
}

function sumPositions(
  cube: IncidentCube,
  { from: places, groupCount, to: cells }: RunGroups,
  excluded: Excluded | null,
): PositionSums {
  const totals = new Uint32Array(groupCount);
  const positions = new Float64Array(groupCount * POSITION_WIDTH);
  const lastPlace = new Uint32Array(groupCount);
  const { latitude, longitude } = cube.places;
  const byPlace = cube.countPlaceTotals();
  let excludedCell = -1;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const cell = cells[i] ?? 0;
    let count = byPlace[place] ?? 0;
    if (excluded?.place === place) {
      excludedCell = cell;
      count--;
    }
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
  return { totals, positions, lastPlace, excludedCell };
}

function decrement(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) - 1;
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

function addPosition(into: Float64Array, at: number, lon: number, lat: number, count: number, isFirst: boolean): void {
  into[at] = (into[at] ?? 0) + count * lon;
  into[at + 1] = (into[at + 1] ?? 0) + count * lat;
  into[at + 2] = isFirst ? lon : Math.min(into[at + 2] ?? lon, lon);
  into[at + 3] = isFirst ? lat : Math.min(into[at + 3] ?? lat, lat);
  into[at + 4] = isFirst ? lon : Math.max(into[at + 4] ?? lon, lon);
  into[at + 5] = isFirst ? lat : Math.max(into[at + 5] ?? lat, lat);
}

function onlyAt(cube: IncidentCube, place: number, excluded: Excluded | null): IncidentSummary | null {
  for (const row of cube.rowsAt(place)) {
    if (cube.crossfilter.passes(row) && row !== excluded?.row) return cube.table.summary(row);
  }
  return null;
}

function toAreas(cube: IncidentCube, excluded: Excluded | null, bbox: BBox): BinArea[] {
  const { districts, places } = cube.table.columns;
  const counts = cube.countPlaceGroups(cube.areaGroups);
  if (excluded && cube.places.drawn[excluded.place] === AREA) {
    decrement(counts, (places.district[excluded.place] ?? 0) * TYPE_COUNT + excluded.type);
  }
  const areas: BinArea[] = [];
  districts.forEach((district, code) => {
    const byType = numbersOf(counts, code * TYPE_COUNT, TYPE_COUNT);
    const count = byType.reduce((sum, value) => sum + value, 0);
    if (count > 0 && meets(bbox, cube.districtExtent(district))) areas.push({ district, count, byType });
  });
  return areas.sort((a, b) => (a.district < b.district ? -1 : 1));
}

/** Whether two boxes have a point in common. */
function meets([west, south, east, north]: BBox, [minLon, minLat, maxLon, maxLat]: BBox): boolean {
  return minLon <= east && maxLon >= west && minLat <= north && maxLat >= south;
}
