import {
  type CodeColumn,
  type Column,
  Crossfilter,
  type FilterId,
  pairColumns,
  RunGroups,
} from '@corridor/crossfilter';
import {
  type BBox,
  type BinsRequest,
  type DimensionName,
  EVENT_TYPES,
  type Timeline,
  type TimeUnit,
} from '@corridor/domain';
import { createDimensions, createNearDimension, type Dimension, FILTER_PARTS, type FilterPart } from './dimensions.ts';
import { districtExtent } from './district-extent.ts';
import type { GeographyContext } from './geography-context.ts';
import { gravityOf } from './gravity-of.ts';
import { GridCells } from './grid-cells.ts';
import type { IncidentTable } from './incident-table.ts';
import { AREA, PlaceGeometry } from './place-geometry.ts';
import { TimeScale } from './time-scale.ts';
import { TollAddends } from './toll-addends.ts';
import { TollBits } from './toll-bits.ts';

export const TYPE_COUNT = EVENT_TYPES.length;
/** More than the kinds of timelines that a screen asks for at once. */
const MAX_TIMELINES = 8;

/** A table under its filters, with all that its answers share. Beside the table and the cross-filter 4 bytes a row. */
export class IncidentCube {
  readonly table: IncidentTable;
  readonly geography: GeographyContext;
  readonly crossfilter: Crossfilter;
  readonly places: PlaceGeometry;
  readonly tollBits: TollBits;
  readonly #filters: ReadonlyMap<FilterPart, FilterId>;
  readonly #dimensions: ReturnType<typeof createDimensions>;
  readonly #near = new Map<
    'site' | 'route',
    { readonly radiusKm: number | undefined; readonly dimension: Dimension }
  >();
  readonly #placeType: CodeColumn;
  readonly #scales = new Map<TimeUnit, TimeScale>();
  readonly #extents = new Map<string, BBox>();
  readonly #timelines = new Map<string, { readonly state: number; readonly timeline: Timeline }>();
  /** Scratch of `pairs`. */
  #pairs = { rows: new Uint32Array(0), codes: new Uint32Array(0) };
  #areaGroups: RunGroups | null = null;
  #tollAddends: TollAddends | null = null;
  #gravity: Float64Array | null = null;
  #grid: { readonly key: string; readonly cells: GridCells } | null = null;
  /** Rows by place: those of place p are `rows[offsets[p]]` up to, not including, `rows[offsets[p + 1]]`. */
  #rowsByPlace: { readonly offsets: Uint32Array; readonly rows: Uint32Array } | null = null;

  constructor(table: IncidentTable, geography: GeographyContext) {
    const { columns } = table;
    this.table = table;
    this.geography = geography;
    this.crossfilter = new Crossfilter(columns.startDay);
    this.places = new PlaceGeometry(columns, geography);
    this.tollBits = new TollBits(columns);
    this.#filters = new Map(FILTER_PARTS.map((part) => [part, this.crossfilter.addFilter()]));
    this.#dimensions = createDimensions(columns, geography);
    this.#placeType = pairColumns(columns.place, columns.type);
  }

  /** The cross-filter that stands for a part of the filter. */
  filterOf(part: FilterPart): FilterId {
    const filter = this.#filters.get(part);
    if (filter === undefined) throw new RangeError(`Expected a known part of a filter, got "${part}"`);
    return filter;
  }

  /** A dimension; sites and routes with their own radius or another. */
  dimension(name: DimensionName, radiusKm: number | undefined): Dimension {
    if (name !== 'site' && name !== 'route') return this.#dimensions[name];
    const known = this.#near.get(name);
    if (known && known.radiusKm === radiusKm) return known.dimension;
    const dimension = createNearDimension(name, this.geography, this.places, radiusKm);
    this.#near.set(name, { radiusKm, dimension });
    return dimension;
  }

  /** Counts by place and event type: `place * TYPE_COUNT + type`. Read only, valid until the filter changes. */
  countPlaces(leaveOut?: FilterPart): Uint32Array {
    return this.crossfilter.countCodes(this.#placeType, leaveOut && this.filterOf(leaveOut));
  }

  /** Counts by place, all event types together. O(places × types) once for each change. Read only, valid until the filter changes. */
  countPlaceTotals(leaveOut?: FilterPart): Uint32Array {
    return this.crossfilter.sumRuns(this.#placeType, TYPE_COUNT, leaveOut && this.filterOf(leaveOut));
  }

  /** Counts by group of places and event type: `group * TYPE_COUNT + type`. Read only, valid until the next call. */
  countPlaceGroups(groups: RunGroups): Uint32Array {
    return this.crossfilter.groupRuns(this.#placeType, TYPE_COUNT, groups);
  }

  /** Counts by a column of the table; lists have one slot more, for rows without a value. Read only, valid until the filter changes. */
  countColumn(column: Column, leaveOut?: FilterPart): Uint32Array {
    return this.crossfilter.counts(column, leaveOut && this.filterOf(leaveOut));
  }

  /** The rows that pass, ascending; valid until the next call. O(rows). */
  rows(leaveOut?: FilterPart): Uint32Array {
    return this.crossfilter.collect(leaveOut && this.filterOf(leaveOut));
  }

  /** The buckets of a unit over the whole table. Kept: O(rows) the first time. */
  timeScale(unit: TimeUnit): TimeScale {
    let scale = this.#scales.get(unit);
    if (!scale) {
      scale = new TimeScale(this.table.columns, this.crossfilter, unit);
      this.#scales.set(unit, scale);
    }
    return scale;
  }

  /** What was computed for the same key when the same rows passed, else computed now. */
  keptTimeline(key: string, state: number, compute: () => Timeline): Timeline {
    const known = this.#timelines.get(key);
    if (known?.state === state) return known.timeline;
    const timeline = compute();
    if (this.#timelines.size >= MAX_TIMELINES) this.#timelines.clear();
    this.#timelines.set(key, { state, timeline });
    return timeline;
  }

  /** Kept: O(distinct tolls) the first time. */
  get tollAddends(): TollAddends {
    this.#tollAddends ??= new TollAddends(this.table.columns);
    return this.#tollAddends;
  }

  /** See `gravityOf`. Kept: O(rows) the first time. */
  get gravity(): Float64Array {
    this.#gravity ??= gravityOf(this.table.columns);
    return this.#gravity;
  }

  /** Places that are drawn as the area of their district, by district. Kept: O(places) the first time. */
  get areaGroups(): RunGroups {
    if (this.#areaGroups) return this.#areaGroups;
    const { districts, places } = this.table.columns;
    const drawn = Uint32Array.from(places.district.keys()).filter((place) => this.places.drawn[place] === AREA);
    const byDistrict = drawn.map((place) => places.district[place] ?? 0);
    this.#areaGroups = new RunGroups(drawn, byDistrict, districts.length + 1);
    return this.#areaGroups;
  }

  /** The cells of a screen. Those asked for last are kept: filters change more often than the screen. */
  gridCells(request: BinsRequest): GridCells {
    const key = JSON.stringify([request.bbox, request.zoom, request.cellPx]);
    if (this.#grid?.key !== key) this.#grid = { key, cells: new GridCells(this.places, request) };
    return this.#grid.cells;
  }

  /** The box round a district. Kept: O(points of its outline) the first time. */
  districtExtent(district: string): BBox {
    let extent = this.#extents.get(district);
    if (!extent) {
      extent = districtExtent(this.geography, district);
      this.#extents.set(district, extent);
    }
    return extent;
  }

  /** Each value of each row, rows ascending; rows without one have the code for none, where that counts. Valid until the next call. */
  pairs({ by, column, countsNone, values }: Dimension, rows: Uint32Array): RowValues {
    const { codes: places } = this.table.columns.place;
    const byPlace = by === 'place';
    if (column.kind === 'codes') {
      const codes = this.#room(rows.length).codes;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] ?? 0;
        codes[i] = column.codes[byPlace ? (places[row] ?? 0) : row] ?? 0;
      }
      return { rows, codes, length: rows.length };
    }
    const { offsets, values: codesOfLists } = column;
    let room = this.#room(rows.length);
    let length = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      const entry = byPlace ? (places[row] ?? 0) : row;
      const end = offsets[entry + 1] ?? 0;
      let k = offsets[entry] ?? 0;
      if (length + end - k + 1 > room.codes.length) room = this.#room(length + end - k + 1);
      if (k === end && countsNone) {
        room.rows[length] = row;
        room.codes[length++] = values.length;
      }
      for (; k < end; k++) {
        room.rows[length] = row;
        room.codes[length++] = codesOfLists[k] ?? 0;
      }
    }
    return { ...room, length };
  }

  /** All rows at a place, ascending. The first call sorts the rows by place: O(rows), 4 bytes a row. */
  rowsAt(place: number): Uint32Array {
    this.#rowsByPlace ??= sortByPlace(this.table.columns.place);
    const { offsets, rows } = this.#rowsByPlace;
    return rows.subarray(offsets[place], offsets[place + 1]);
  }

  /** Room for at least so many pairs, with those written already. Grows by half. */
  #room(length: number): { rows: Uint32Array; codes: Uint32Array } {
    const { codes, rows } = this.#pairs;
    if (codes.length < length) {
      const grown = Math.ceil(1.5 * length);
      this.#pairs = { rows: new Uint32Array(grown), codes: new Uint32Array(grown) };
      this.#pairs.rows.set(rows);
      this.#pairs.codes.set(codes);
    }
    return this.#pairs;
  }
}

/** Rows and values in pairs: `codes[i]` is a value of `rows[i]`, for i below `length`. */
export interface RowValues {
  readonly rows: Uint32Array;
  readonly codes: Uint32Array;
  readonly length: number;
}

/** Counts by the values of a column, from counts by its entries (places); one slot more for entries with an empty list. */
export function spreadCounts(column: Dimension['column'], byEntry: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(column.cardinality + 1);
  for (let entry = 0; entry < byEntry.length; entry++) {
    const count = byEntry[entry] ?? 0;
    if (count === 0) continue;
    if (column.kind === 'codes') {
      const code = column.codes[entry] ?? 0;
      counts[code] = (counts[code] ?? 0) + count;
      continue;
    }
    const end = column.offsets[entry + 1] ?? 0;
    let k = column.offsets[entry] ?? 0;
    if (k === end) counts[column.cardinality] = (counts[column.cardinality] ?? 0) + count;
    for (; k < end; k++) {
      const code = column.values[k] ?? 0;
      counts[code] = (counts[code] ?? 0) + count;
    }
  }
  return counts;
}

function sortByPlace({ codes, cardinality }: CodeColumn): { offsets: Uint32Array; rows: Uint32Array } {
  const offsets = new Uint32Array(cardinality + 1);
  for (let row = 0; row < codes.length; row++) {
    const place = codes[row] ?? 0;
    offsets[place + 1] = (offsets[place + 1] ?? 0) + 1;
  }
  for (let place = 0; place < cardinality; place++)
    offsets[place + 1] = (offsets[place + 1] ?? 0) + (offsets[place] ?? 0);
  const next = offsets.slice();
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const place = codes[row] ?? 0;
    const at = next[place] ?? 0;
    rows[at] = row;
    next[place] = at + 1;
  }
  return { offsets, rows };
}
