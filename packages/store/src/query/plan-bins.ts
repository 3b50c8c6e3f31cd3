import {
  type BBox,
  type BinArea,
  type BinCell,
  type Bins,
  type BinsRequest,
  degreeParts,
  EVENT_TYPES,
  meanDegrees,
} from '@corridor/domain';
import { sql } from 'kysely';
import { isAt } from './filter-clause.ts';
import type { Plan, Planned } from './plan.ts';
import { isWithin } from './plan-page.ts';
import { readSummaries } from './read-summaries.ts';
import { AREA, POINT } from './sql-geography.ts';
import { TYPES_PER_PLACE } from './tallies.ts';

const TILE_PX = 256;
const CELL_PX = 64;
/** Latitude at which Web Mercator (EPSG:3857) is cut off, so that the world is a square. */
const MAX_LATITUDE = 85.0511287798066;

/** Incidents in the box by cells of a grid fixed to the world at each zoom, by row, then column; and districts by name. */
export function planBins(plan: Plan, request: BinsRequest): Planned<Bins> {
  const byPlaceAndType = plan.tallies.want('placeAndType');
  return async () => {
    const { geography, places } = plan.snapshot;
    const { drawn, latitude, longitude } = places.relations;
    const counts = await byTypeOfPlaces(plan, byPlaceAndType(), request.exclude);
    const grid = new Grid(request);
    const areas = new Map<string, number[]>();
    for (const [id, byType] of counts) {
      const index = places.indexOf(id);
      const [east = Number.NaN, north = Number.NaN] = [longitude[index], latitude[index]];
      const district = places.places[index]?.district ?? null;
      if (drawn[index] === POINT && isWithin(request.bbox, east, north)) grid.add(id, east, north, byType);
      else if (drawn[index] === AREA && district !== null) areas.set(district, addTypes(areas.get(district), byType));
    }
    return {
      cells: await toCells(plan, grid.cells(), request.exclude),
      areas: toAreas(areas, request.bbox, geography.boxOf),
    };
  };
}

/** Counts by type of each place that has any left without the excluded incident. */
async function byTypeOfPlaces(
  { clause, snapshot }: Plan,
  tally: ReadonlyMap<number, number>,
  exclude: string | undefined,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const counts = new Map(tally);
  if (exclude !== undefined) {
    const { rows } = await sql<{ code: number }>`
      select f.place_id::bigint * ${sql.lit(TYPES_PER_PLACE)} + f.event_type as code
      from incident_fact f where ${clause.condition(null, sql`f.incident_id = ${exclude}`)}`.execute(snapshot.db);
    for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) - 1);
  }
  const byPlace = new Map<number, number[]>();
  for (const [code, count] of counts) {
    if (count === 0) continue;
    const place = Math.floor(code / TYPES_PER_PLACE);
    const byType = byPlace.get(place) ?? new Array<number>(EVENT_TYPES.length).fill(0);
    byType[code % TYPES_PER_PLACE] = count;
    byPlace.set(place, byType);
  }
  return byPlace;
}

/** Of the incidents' degrees by `degreeParts`: a tally gives the places in no order. */
interface PartSum {
  coarse: number;
  fine: number;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly extent: [number, number, number, number];
  /** Of the first incident. */
  readonly place: number;
  count: number;
  readonly longitude: PartSum;
  readonly latitude: PartSum;
  byType: number[];
}

class Grid {
  readonly #scale: number;
  readonly #cells = new Map<string, Cell>();

  constructor({ zoom, cellPx = CELL_PX }: BinsRequest) {
    this.#scale = (TILE_PX * 2 ** zoom) / cellPx;
  }

  add(place: number, longitude: number, latitude: number, byType: readonly number[]): void {
    const cell = this.#cellAt(place, longitude, latitude);
    const count = sum(byType);
    cell.count += count;
    addParts(cell.longitude, count, longitude);
    addParts(cell.latitude, count, latitude);
    cell.byType = addTypes(cell.byType, byType);
    cell.extent[0] = Math.min(cell.extent[0], longitude);
    cell.extent[1] = Math.min(cell.extent[1], latitude);
    cell.extent[2] = Math.max(cell.extent[2], longitude);
    cell.extent[3] = Math.max(cell.extent[3], latitude);
  }

  cells(): Cell[] {
    return [...this.#cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  }

  #cellAt(place: number, longitude: number, latitude: number): Cell {
    const column = Math.floor((longitude / 360 + 0.5) * this.#scale);
    const row = Math.floor(mercatorY(latitude) * this.#scale);
    const key = `${row} ${column}`;
    const known = this.#cells.get(key);
    if (known) return known;
    const extent: Cell['extent'] = [longitude, latitude, longitude, latitude];
    const cell = { row, column, extent, place, count: 0, longitude: noParts(), latitude: noParts(), byType: [] };
    this.#cells.set(key, cell);
    return cell;
  }
}

function noParts(): PartSum {
  return { coarse: 0, fine: 0 };
}

function addParts(sum: PartSum, count: number, degrees: number): void {
  const [coarse, fine] = degreeParts(degrees);
  sum.coarse += count * coarse;
  sum.fine += count * fine;
}

/** With the world as the unit square, y to the south. */
function mercatorY(latitude: number): number {
  const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

async function toCells(
  { clause, snapshot }: Plan,
  cells: readonly Cell[],
  exclude: string | undefined,
): Promise<BinCell[]> {
  const alone = cells.filter(({ count }) => count === 1).map(({ place }) => place);
  const others = exclude === undefined ? [] : [sql`f.incident_id <> ${exclude}`];
  const { rows } =
    alone.length === 0
      ? { rows: [] }
      : await sql<{ place_id: number; incident_id: string }>`
          select f.place_id, f.incident_id from incident_fact f
          where ${clause.condition(null, isAt(alone), ...others)}`.execute(snapshot.db);
  const idAt = new Map(rows.map(({ place_id, incident_id }) => [place_id, incident_id]));
  const summaries = await readSummaries(snapshot.db, [...idAt.values()]);
  return cells.map(({ byType, count, extent, latitude, longitude, place }) => ({
    longitude: meanDegrees(longitude.coarse, longitude.fine, count),
    latitude: meanDegrees(latitude.coarse, latitude.fine, count),
    count,
    byType,
    only: count === 1 ? (summaries.get(idAt.get(place) ?? '') ?? null) : null,
    extent,
  }));
}

function toAreas(
  areas: ReadonlyMap<string, readonly number[]>,
  bbox: BBox,
  boxOf: (district: string) => BBox | null,
): BinArea[] {
  return [...areas]
    .filter(([district]) => meets(bbox, boxOf(district)))
    .map(([district, byType]) => ({ district, count: sum(byType), byType }))
    .sort((a, b) => (a.district < b.district ? -1 : 1));
}

function meets([west, south, east, north]: BBox, box: BBox | null): boolean {
  return box !== null && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
}

function addTypes(known: readonly number[] | undefined, byType: readonly number[]): number[] {
  return byType.map((count, type) => count + (known?.[type] ?? 0));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
