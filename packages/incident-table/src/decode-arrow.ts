import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  type CasualtyKind,
  DATE_PRECISIONS,
  EVENT_TYPES,
  GRADES,
  isoOf,
  PLACE_PRECISIONS,
  type Range,
  rangeSchema,
  SEVERITIES,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import { type Column, type Table, Type, tableFromIPC } from '@uwdata/flechette';
import { casualtyColumnName, FIGURES } from './arrow-columns.ts';
import { checkArrowStream } from './check-arrow-stream.ts';
import type { TextColumn } from './incident-columns.ts';
import { IncidentTable } from './incident-table.ts';
import { TableBuilder, type TableRow } from './table-builder.ts';

const MS_PER_DAY = 86_400_000;
/** Two dates of 4 bytes: a stream that claims more rows than its bytes can hold is refused before memory is taken. */
const MIN_BYTES_A_ROW = 8;

/**
 * Reads what `encodeArrow` writes, in any order of rows. Texts stay in `bytes` and are decoded on use, so the bytes
 * belong to the table from now on. About 6 µs a row. Throws TypeError saying what is wrong with anything else.
 */
export function decodeArrow(bytes: Uint8Array): IncidentTable {
  try {
    checkArrowStream(bytes);
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    return toIncidentTable(tableFromIPC(aligned), bytes.byteLength);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(`Not an incident table as an Arrow stream: ${reason}`, { cause: error });
  }
}

function toIncidentTable(arrow: Table, byteLength: number): IncidentTable {
  const revision = Number(arrow.schema.metadata?.get('revision') ?? Number.NaN);
  if (!Number.isSafeInteger(revision) || revision < 0) throw new RangeError('its metadata has no revision');
  const rowCount = arrow.numRows;
  if (rowCount > byteLength / MIN_BYTES_A_ROW) throw new RangeError(`${byteLength} bytes cannot hold ${rowCount} rows`);
  const readRow = createRowReader(arrow);
  const order = sortedRows(rowCount, dayReader(arrow, 'start'), textReader(arrow, 'id'));
  const builder = new TableBuilder(rowCount);
  for (const row of order) builder.add(readRow(row));
  const text = (name: string): TextColumn => {
    const { nullCount, type } = columnOf(arrow, name);
    if (type.typeId !== Type.Utf8 || nullCount > 0)
      throw new RangeError(`column "${name}" does not hold a text in each row`);
    const read = textReader(arrow, name);
    return { length: rowCount, at: (row) => read(order[row] ?? 0) };
  };
  return new IncidentTable(builder.build({ id: text('id'), title: text('title'), summary: text('summary') }), revision);
}

type Reader<T> = (row: number) => T;

function createRowReader(arrow: Table): Reader<TableRow> {
  const start = dayReader(arrow, 'start');
  const end = dayReader(arrow, 'end');
  const read = {
    id: textReader(arrow, 'id'),
    datePrecision: oneOfReader(arrow, 'date_precision', DATE_PRECISIONS),
    eventType: oneOfReader(arrow, 'event_type', EVENT_TYPES),
    subEventType: oneOfReader(arrow, 'sub_event_type', ALL_SUB_EVENT_TYPES),
    actors: listReader(arrow, 'actors'),
    actorClaim: oneOfReader(arrow, 'actor_claim', ACTOR_CLAIMS),
    targetType: oneOfReader(arrow, 'target_type', TARGET_TYPES),
    targetedSites: listReader(arrow, 'targeted_sites'),
    placeName: textReader(arrow, 'place'),
    province: optionalTextReader(arrow, 'province'),
    district: optionalTextReader(arrow, 'district'),
    latitude: degreesReader(arrow, 'latitude', 90),
    longitude: degreesReader(arrow, 'longitude', 180),
    placePrecision: oneOfReader(arrow, 'place_precision', PLACE_PRECISIONS),
    killed: rangeReader(arrow, 'killed'),
    wounded: rangeReader(arrow, 'wounded'),
    abducted: rangeReader(arrow, 'abducted'),
    attackersKilled: rangeReader(arrow, 'attackersKilled'),
    chineseKilled: rangeReader(arrow, 'chineseKilled'),
    chineseWounded: rangeReader(arrow, 'chineseWounded'),
    severity: oneOfReader(arrow, 'severity', SEVERITIES),
    status: oneOfReader(arrow, 'status', STATUSES),
    grade: oneOfReader(arrow, 'grade', GRADES),
    chinese: oneOfReader(arrow, 'affects_chinese_nationals', [false, true]),
    summarisesDay: oneOfReader(arrow, 'summarises_day', [false, true]),
  } satisfies { [K in keyof TableRow]?: Reader<TableRow[K]> };
  return (row) => ({
    id: read.id(row),
    title: '',
    summary: '',
    start: isoOf(start(row)),
    end: isoOf(end(row)),
    datePrecision: read.datePrecision(row),
    eventType: read.eventType(row),
    subEventType: read.subEventType(row),
    actors: read.actors(row),
    actorClaim: read.actorClaim(row),
    targetType: read.targetType(row),
    targetedSites: read.targetedSites(row),
    placeName: read.placeName(row),
    province: read.province(row),
    district: read.district(row),
    latitude: read.latitude(row),
    longitude: read.longitude(row),
    placePrecision: read.placePrecision(row),
    killed: read.killed(row),
    wounded: read.wounded(row),
    abducted: read.abducted(row),
    attackersKilled: read.attackersKilled(row),
    chineseKilled: read.chineseKilled(row),
    chineseWounded: read.chineseWounded(row),
    severity: read.severity(row),
    status: read.status(row),
    grade: read.grade(row),
    chinese: read.chinese(row),
    summarisesDay: read.summarisesDay(row),
  });
}

function columnOf(arrow: Table, name: string): Column<unknown> {
  const column: Column<unknown> | undefined = arrow.getChild(name);
  if (!column) throw new RangeError(`column "${name}" is missing`);
  if (column.length !== arrow.numRows) throw new RangeError(`column "${name}" has ${column.length} rows`);
  return column;
}

function wrongValue(name: string, row: number, value: unknown): RangeError {
  return new RangeError(`column "${name}" row ${row} holds ${String(value).slice(0, 60)}`);
}

function textReader(arrow: Table, name: string): Reader<string> {
  const column = columnOf(arrow, name);
  return (row) => {
    const value = column.at(row);
    if (typeof value !== 'string') throw wrongValue(name, row, value);
    return value;
  };
}

function optionalTextReader(arrow: Table, name: string): Reader<string | null> {
  const column = columnOf(arrow, name);
  return (row) => {
    const value = column.at(row);
    if (value !== null && typeof value !== 'string') throw wrongValue(name, row, value);
    return value;
  };
}

function oneOfReader<T>(arrow: Table, name: string, allowed: readonly T[]): Reader<T> {
  const column = columnOf(arrow, name);
  const known = new Map<unknown, T>(allowed.map((value) => [value, value]));
  return (row) => {
    const found = known.get(column.at(row));
    if (found === undefined) throw wrongValue(name, row, column.at(row));
    return found;
  };
}

/** Offsets are checked first, since a list of hostile length would take all memory. */
function listReader(arrow: Table, name: string): Reader<string[]> {
  const column = columnOf(arrow, name);
  for (const { children, length, offsets } of column.data) {
    const held = children?.[0]?.length ?? 0;
    for (let row = 0; row < length; row++) {
      const [from, to] = [Number(offsets?.[row]), Number(offsets?.[row + 1])];
      if (!(0 <= from && from <= to && to <= held))
        throw new RangeError(`column "${name}" row ${row} has broken offsets`);
    }
  }
  return (row) => {
    const value = column.at(row);
    if (!Array.isArray(value)) throw wrongValue(name, row, value);
    return value.map((item: unknown) => {
      if (typeof item !== 'string') throw wrongValue(name, row, item);
      return item;
    });
  };
}

function numberReader(arrow: Table, name: string): Reader<number | null> {
  const column = columnOf(arrow, name);
  return (row) => {
    const value = column.at(row);
    if (value !== null && typeof value !== 'number') throw wrongValue(name, row, value);
    return value;
  };
}

function dayReader(arrow: Table, name: string): Reader<number> {
  const read = numberReader(arrow, name);
  return (row) => {
    const day = (read(row) ?? Number.NaN) / MS_PER_DAY;
    if (!Number.isInteger(day)) throw wrongValue(name, row, day);
    return day;
  };
}

function degreesReader(arrow: Table, name: string, limit: number): Reader<number | null> {
  const read = numberReader(arrow, name);
  return (row) => {
    const value = read(row);
    if (value !== null && !(Math.abs(value) <= limit)) throw wrongValue(name, row, value);
    return value;
  };
}

function rangeReader(arrow: Table, kind: CasualtyKind): Reader<Range | null> {
  const [low, best, high] = FIGURES.map((figure) => numberReader(arrow, casualtyColumnName(kind, figure)));
  return (row) => {
    const range = { low: low?.(row) ?? null, best: best?.(row) ?? null, high: high?.(row) ?? null };
    if (range.low === null && range.best === null && range.high === null) return null;
    const result = rangeSchema.safeParse(range);
    if (!result.success) throw wrongValue(kind, row, JSON.stringify(range));
    return result.data;
  };
}

/** Rows by (start, id), as a table wants them; streams of a whole table come sorted already. */
function sortedRows(rowCount: number, dayAt: Reader<number>, idAt: Reader<string>): Uint32Array {
  const compare = (a: number, b: number) => {
    const days = dayAt(a) - dayAt(b);
    if (days !== 0) return days;
    const [first, second] = [idAt(a), idAt(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
  const order = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const isSorted = order.every((row) => row === 0 || compare(row - 1, row) < 0);
  return isSorted ? order : order.sort(compare);
}
