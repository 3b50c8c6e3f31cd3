import {
  type CodeColumn,
  type Column,
  Crossfilter,
  type FilterId,
  type ListColumn,
  pairColumns,
  type RunGroups,
} from '@corridor/crossfilter';
import {
  type BBox,
  type DimensionName,
  EVENT_TYPES,
  type IncidentSummary,
  type Timeline,
  type TimeUnit,
} from '@corridor/domain';
import { createDimensions, createNearDimension, type Dimension, FILTER_PARTS, type FilterPart } from './dimensions.ts';
import { districtExtent } from './district-extent.ts';
import type { GeographyContext } from './geography-context.ts';
import { gravityOf } from './gravity-of.ts';
import type { IncidentTable } from './incident-table.ts';
import { IncidentTexts } from './incident-texts.ts';
import { PlaceGeometry } from './place-geometry.ts';
import { PlaceValueCounts } from './place-value-counts.ts';
import { TimeScale } from './time-scale.ts';
import { TollAddends } from './toll-addends.ts';
import { TollBits } from './toll-bits.ts';

export const TYPE_COUNT = EVENT_TYPES.length;
/** More than the kinds of timelines that a screen asks for at once. */
const MAX_TIMELINES = 8;
/** More than a screen shows at once. */
const MAX_SUMMARIES = 512;

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
  readonly #placeValueCounts = new WeakMap<CodeColumn | ListColumn, Map<FilterPart | undefined, PlaceValueCounts>>();
  readonly #summaries = new Map<number, IncidentSummary>();
  readonly #timelines = new Map<string, { readonly state: number; readonly timeline: Timeline }>();
  /** Scratch of `pairs`. */
  #pairs = { rows: new Uint32Array(0), codes: new Uint32Array(0) };
  #tollAddends: TollAddends | null = null;
  #gravity: Float64Array | null = null;
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

  /** Counts by group of places and event type, written to `into`: `group * TYPE_COUNT + type`. O(places in groups). */
  countPlaceGroups(groups: RunGroups, into: Uint32Array): void {
    this.crossfilter.groupRuns(this.#placeType, TYPE_COUNT, groups, into);
  }

  /** Counts by a column of the places; lists have one slot more, for places without a value. Read only, valid until the filter changes. */
  countPlaceValues(column: CodeColumn | ListColumn, leaveOut?: FilterPart): Float64Array {
    const ofColumn = this.#placeValueCounts.get(column) ?? new Map<FilterPart | undefined, PlaceValueCounts>();
    this.#placeValueCounts.set(column, ofColumn);
    const kept = ofColumn.get(leaveOut) ?? new PlaceValueCounts(column);
    ofColumn.set(leaveOut, kept);
    const countPlaces = () => this.countPlaceTotals(leaveOut);
    kept.update(this.crossfilter, this.table.columns.place, countPlaces, leaveOut && this.filterOf(leaveOut));
    return kept.counts;
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

  /** Whether texts are at hand, all of them: else they arrive bit by bit, and what was read is soon out of date. */
  get holdsTexts(): boolean {
    return this.table.columns.texts.source instanceof IncidentTexts;
  }

  /** A row as lists show it: where the table holds its texts, the same object as the times before. */
  summary(row: number): IncidentSummary {
    if (!this.holdsTexts) return this.table.summary(row);
    const known = this.#summaries.get(row);
    if (known) return known;
    if (this.#summaries.size >= MAX_SUMMARIES) this.#summaries.clear();
    const summary = this.table.summary(row);
    this.#summaries.set(row, summary);
    return summary;
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
