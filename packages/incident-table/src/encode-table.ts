import { type Codes, createCodes } from '@corridor/crossfilter';
import { PLACE_PRECISIONS } from '@corridor/domain';
import {
  type Column,
  dateDay,
  float64,
  Table,
  tableFromColumns,
  tableToIPC,
  uint8,
  uint16,
  uint32,
} from '@uwdata/flechette';
import {
  batchedBoolVector,
  batchedCodes,
  batchedVector,
  listVector,
  numberVector,
  structVector,
  textVector,
} from './arrow-vectors.ts';
import { type IncidentColumns, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';
import type { IncidentTable } from './incident-table.ts';
import { distinctLists } from './list-dictionary.ts';
import { TABLE_LAYOUT, TOLL_FIELDS, VOCABULARY_FIELDS } from './table-layout.ts';

type NamedColumn = [string, Column<unknown>];
/** Rows `from` up to, not including, `to`. */
type Batch = readonly [from: number, to: number];

export interface TableOptions {
  /** Rows of a record batch at most: what a reader waits for until it can show something. 65,536 when absent. */
  readonly batchRows?: number;
}

/**
 * A table without its texts as an Arrow IPC stream: dictionaries first, of what occurs and no more, then the rows in
 * batches, the newest batch first, rows ascending by (start day, id) within each. Any Arrow reader
 * understands it; `TableStream` reads it as it arrives. About 30 bytes a row and 40 ns, for a million rows.
 *
 * Columns: `key`, `start`, `duration_days` (from `start` to the last day), the vocabularies, `severity` (1 to 5), two
 * truth values, and as dictionaries of texts, lists or records `actors`, `targeted_sites`, `place_name`, `origin`, `licence`,
 * `place`, `toll`. The schema has `layout`, `revision` and `rows`.
 */
export function encodeTable(table: IncidentTable, { batchRows = 2 ** 16 }: TableOptions = {}): Uint8Array {
  const { columns, revision, rowCount } = table;
  return encodeColumns(columns, [], { revision: String(revision), rows: String(rowCount) }, batchRows);
}

/** Columns as `encodeTable` writes them, with others beside them. */
export function encodeColumns(
  columns: IncidentColumns,
  more: readonly (readonly [string, Uint32Array])[],
  metadata: Readonly<Record<string, string>>,
  batchRows: number,
): Uint8Array {
  const batches = batchesOf(columns.key.length, batchRows);
  const named = createColumns(columns, batches);
  for (const [name, values] of more) named.push([name, batchedVector(uint32(), split(values, batches))]);
  const { schema, children } = tableFromColumns(named);
  const allMetadata = new Map(Object.entries({ layout: TABLE_LAYOUT, ...metadata }));
  const bytes = tableToIPC(new Table({ ...schema, metadata: allMetadata }, children), { format: 'stream' });
  if (!bytes) throw new TypeError('Expected the Arrow encoder to return bytes');
  return bytes;
}

/** The newest first; one without rows where there are none, since dictionaries hang on batches. */
function batchesOf(rowCount: number, batchRows: number): Batch[] {
  const count = Math.max(1, Math.ceil(rowCount / batchRows));
  return Array.from({ length: count }, (_, index): Batch => {
    const to = rowCount - index * batchRows;
    return [Math.max(0, to - batchRows), to];
  });
}

function split<T extends { subarray(from: number, to: number): T }>(values: T, batches: readonly Batch[]): T[] {
  return batches.map(([from, to]) => values.subarray(from, to));
}

function createColumns(c: IncidentColumns, batches: readonly Batch[]): NamedColumn[] {
  const codes = (name: string, values: Column<unknown>, of: Codes): NamedColumn => [
    name,
    batchedCodes(
      indexTypeOf(of),
      values,
      batches.map(([from, to]) => of.subarray(from, to)),
    ),
  ];
  const vocabulary = (column: keyof typeof VOCABULARY_FIELDS, of: Codes): NamedColumn => {
    const [name, values] = VOCABULARY_FIELDS[column];
    return codes(name, textsVector(values), of);
  };
  const bits = (name: string, of: Codes): NamedColumn => [name, batchedBoolVector(split(new Uint8Array(of), batches))];
  const lists = (name: string, column: IncidentColumns['actors'], names: readonly string[]): NamedColumn => {
    const distinct = distinctLists(column);
    const listed = textVector(distinct.values.length, (index) => names[distinct.values[index] ?? 0] ?? '');
    return codes(name, listVector(Int32Array.from(distinct.offsets), listed), distinct.codes);
  };
  return [
    ['key', batchedVector(uint32(), split(c.key, batches))],
    ['start', batchedVector(dateDay(), split(c.startDay, batches))],
    durations(c, batches),
    vocabulary('datePrecision', c.datePrecision),
    vocabulary('type', c.type.codes),
    vocabulary('subType', c.subType.codes),
    vocabulary('targetType', c.targetType.codes),
    vocabulary('status', c.status.codes),
    vocabulary('grade', c.grade.codes),
    vocabulary('actorClaim', c.actorClaim),
    ['severity', batchedVector(uint8(), split(severitiesOf(c.severity.codes), batches))],
    bits('affects_chinese_nationals', c.chinese.codes),
    bits('summarises_day', c.summarisesDay),
    lists('actors', c.actors, c.actorNames),
    lists('targeted_sites', c.targetedSites, c.targetedIds),
    codes('place_name', textsVector(c.placeNames), c.placeName.codes),
    codes('origin', textsVector(c.origins), c.origin.codes),
    codes('licence', textsVector(c.licences), c.licence.codes),
    codes('place', placesVector(c), c.place.codes),
    codes('toll', tollsVector(c.tolls), c.toll.codes),
  ];
}

function textsVector(texts: readonly string[]): Column<unknown> {
  return textVector(texts.length, (index) => texts[index] ?? '');
}

/** 1 to 5, as they are published. */
function severitiesOf(codes: Codes): Uint8Array {
  const severities = new Uint8Array(codes);
  for (let row = 0; row < severities.length; row++) severities[row] = (severities[row] ?? 0) + 1;
  return severities;
}

function indexTypeOf(codes: Codes) {
  return codes instanceof Uint8Array ? uint8() : codes instanceof Uint16Array ? uint16() : uint32();
}

/** Most incidents begin and end on one day, and the longest lasts for a few years. */
function durations({ endDay, startDay }: IncidentColumns, batches: readonly Batch[]): NamedColumn {
  let longest = 0;
  for (let row = 0; row < startDay.length; row++) {
    longest = Math.max(longest, (endDay[row] ?? 0) - (startDay[row] ?? 0));
  }
  const days = createCodes(startDay.length, longest + 1);
  for (let row = 0; row < days.length; row++) days[row] = (endDay[row] ?? 0) - (startDay[row] ?? 0);
  return [
    'duration_days',
    batchedVector(
      indexTypeOf(days),
      batches.map(([from, to]) => days.subarray(from, to)),
    ),
  ];
}

function placesVector({ districts, places, provinces }: IncidentColumns): Column<unknown> {
  const { count } = places;
  const regions = (codes: Uint32Array, values: readonly string[]) =>
    textVector(
      count,
      (place) => values[codes[place] ?? 0] ?? '',
      Uint8Array.from(codes, (code) => (code < values.length ? 0 : 1)),
    );
  const degrees = (values: Float64Array) =>
    numberVector(
      float64(),
      values.map((value) => (Number.isNaN(value) ? 0 : value)),
      Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)),
    );
  return structVector(count, [
    ['latitude', degrees(places.latitude)],
    ['longitude', degrees(places.longitude)],
    ['precision', textVector(count, (place) => PLACE_PRECISIONS[places.precision[place] ?? 0] ?? '')],
    ['province', regions(places.province, provinces)],
    ['district', regions(places.district, districts)],
  ]);
}

function tollsVector(tolls: Int32Array): Column<unknown> {
  const count = tolls.length / TOLL_WIDTH;
  return structVector(
    count,
    TOLL_FIELDS.map((name, at): NamedColumn => [name, figuresVector(tolls, at, count)]),
  );
}

/** One of the figures of each toll, as narrow as the largest allows. */
function figuresVector(tolls: Int32Array, at: number, count: number): Column<unknown> {
  let largest = 0;
  for (let toll = 0; toll < count; toll++) largest = Math.max(largest, tolls[toll * TOLL_WIDTH + at] ?? 0);
  const values = createCodes(count, largest + 1);
  const isNull = new Uint8Array(count);
  for (let toll = 0; toll < count; toll++) {
    const value = tolls[toll * TOLL_WIDTH + at] ?? UNKNOWN_TOLL;
    if (value === UNKNOWN_TOLL) isNull[toll] = 1;
    else values[toll] = value;
  }
  return numberVector(indexTypeOf(values), values, isNull);
}
