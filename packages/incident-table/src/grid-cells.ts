import { RunGroups } from '@corridor/crossfilter';
import type { BinsRequest } from '@corridor/domain';
import { isWithin } from './is-within.ts';
import { type PlaceGeometry, POINT } from './place-geometry.ts';

const TILE_PX = 256;
const CELL_PX = 64;
/** Latitude at which Web Mercator is cut off, so that the world is a square. */
const MAX_LATITUDE = 85.0511287798066;

/**
 * Which cell of a screen each place drawn as a point lies in: cells of a grid that is fixed to the world at each zoom, so
 * that moving the map never regroups them. Depends on no filter, so that it serves every answer for the same screen.
 */
export class GridCells {
  /** Places in the box, ascending, by cell: cells are numbered by row, then column, from 0. */
  readonly groups: RunGroups;

  /** O(places). */
  constructor({ drawn, latitude, longitude, count }: PlaceGeometry, { bbox, cellPx, zoom }: BinsRequest) {
    const scale = (TILE_PX * 2 ** zoom) / (cellPx ?? CELL_PX);
    const columnsOfGrid = Math.ceil(scale) + 1;
    const places: number[] = [];
    const keys: number[] = [];
    for (let place = 0; place < count; place++) {
      const [lon, lat] = [longitude[place] ?? Number.NaN, latitude[place] ?? Number.NaN];
      if (drawn[place] !== POINT || !isWithin(bbox, lon, lat)) continue;
      places.push(place);
      keys.push(Math.floor(mercatorY(lat) * scale) * columnsOfGrid + Math.floor(mercatorX(lon) * scale));
    }
    const cellOf = new Map([...new Set(keys)].sort((a, b) => a - b).map((key, cell) => [key, cell]));
    const cells = Uint32Array.from(keys, (key) => cellOf.get(key) ?? 0);
    this.groups = new RunGroups(Uint32Array.from(places), cells, cellOf.size);
  }
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
