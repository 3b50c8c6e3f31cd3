import type { BBox, BinsRequest } from '@corridor/domain';
import type { IncidentCube } from './incident-cube.ts';
import { isWithin } from './is-within.ts';
import { AREA, POINT } from './place-geometry.ts';
import { NO_GROUP, PlaceGroups } from './place-groups.ts';

const TILE_PX = 256;
const CELL_PX = 64;
/** Latitude at which Web Mercator is cut off, so that the world is a square. */
const MAX_LATITUDE = 85.0511287798066;

/** How places are grouped on a screen. Depends on no filter, so that it serves every answer for the same screen. */
export interface ScreenGroups {
  /**
   * Those drawn as points in the box, by cell: cells of a grid that is fixed to the world at each zoom, so that moving the
   * map never regroups them; by row, then column.
   */
  readonly cells: PlaceGroups;
  /** Those drawn as the area of their district, by district: the districts that meet the box, by name. */
  readonly areas: PlaceGroups;
  readonly districts: readonly string[];
}

/** O(places). */
export function createScreenGroups(cube: IncidentCube, request: BinsRequest): ScreenGroups {
  const { districts } = cube.table.columns;
  const shown = districts.filter((district) => meets(request.bbox, cube.districtExtent(district)));
  shown.sort((a, b) => (a < b ? -1 : 1));
  return { cells: groupByCell(cube, request), areas: groupByDistrict(cube, shown), districts: shown };
}

function groupByCell({ places }: IncidentCube, { bbox, cellPx, zoom }: BinsRequest): PlaceGroups {
  const { count, drawn, latitude, longitude } = places;
  const scale = (TILE_PX * 2 ** zoom) / (cellPx ?? CELL_PX);
  const columnsOfGrid = Math.ceil(scale) + 1;
  const shown: number[] = [];
  const keys: number[] = [];
  for (let place = 0; place < count; place++) {
    const [lon, lat] = [longitude[place] ?? Number.NaN, latitude[place] ?? Number.NaN];
    if (drawn[place] !== POINT || !isWithin(bbox, lon, lat)) continue;
    shown.push(place);
    keys.push(Math.floor(mercatorY(lat) * scale) * columnsOfGrid + Math.floor(mercatorX(lon) * scale));
  }
  const cellOf = new Map([...new Set(keys)].sort((a, b) => a - b).map((key, cell) => [key, cell]));
  const groupOf = new Int32Array(count).fill(NO_GROUP);
  shown.forEach((place, index) => {
    groupOf[place] = cellOf.get(keys[index] ?? 0) ?? NO_GROUP;
  });
  return new PlaceGroups(groupOf, cellOf.size);
}

function groupByDistrict({ places, table }: IncidentCube, shown: readonly string[]): PlaceGroups {
  const { districts, places: columns } = table.columns;
  const groups = new Map(shown.map((district, group) => [district, group]));
  const groupOfDistrict = Int32Array.from(districts, (district) => groups.get(district) ?? NO_GROUP);
  const groupOf = new Int32Array(places.count).fill(NO_GROUP);
  for (let place = 0; place < places.count; place++) {
    if (places.drawn[place] === AREA) groupOf[place] = groupOfDistrict[columns.district[place] ?? 0] ?? NO_GROUP;
  }
  return new PlaceGroups(groupOf, shown.length);
}

/** Whether two boxes have a point in common. */
function meets([west, south, east, north]: BBox, [minLon, minLat, maxLon, maxLat]: BBox): boolean {
  return minLon <= east && maxLon >= west && minLat <= north && maxLat >= south;
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
