import {
  ALL_SUB_EVENT_TYPES,
  CASUALTY_KINDS,
  type CodedField,
  DATE_PRECISIONS,
  EVENT_TYPES,
  type EventType,
  foldText,
  type Incident,
  MAX_TOLL,
  type MappedField,
  PLACE_PRECISIONS,
  type PlacePrecision,
  type RowIssue,
  type Source,
  SUB_EVENT_TYPES,
  type SubEventType,
  sourceSchema,
  TARGET_TYPES,
} from '@corridor/domain';
import { partsOf } from '../cells.ts';
import type { ImportContext, MappedRow } from '../import-context.ts';
import { placeOf } from '../place-of.ts';
import { issueAt, type SourceRow } from '../source-row.ts';
import { onOneLine, toRecord, unstated } from '../to-record.ts';
import { contentId } from './content-id.ts';
import type { Mapping } from './mapping.ts';
import { readDate, spanOf } from './read-date.ts';
import { type Axis, readDegrees, readPosition } from './read-degrees.ts';
import { readToll } from './read-toll.ts';

/**
 * A row of any table as a record, by a mapping. What the mapping has no column for is unknown. A date and a type every record
 * must have, from a column or said of every row; without a class of target or a precision the row is taken as a target of
 * no class and a place as vague as its area, with an issue.
 */
export function mapTable(row: SourceRow, mapping: Mapping, context: ImportContext): MappedRow {
  const issues: RowIssue[] = [];
  const table = tableRow(row, mapping, issues);
  const occurred = occurredOf(table, mapping);
  const type = typeOf(table);
  const place = mapPlace(table, context);
  if (!occurred || !type || !place) return { record: null, issues };
  const { source, note } = sourceOf(table, mapping);
  const record: Incident = {
    ...unstated(),
    id: idOf(table, mapping),
    title: onOneLine(table.text('title') || `${type.subEventType}, ${place.name}`).slice(0, 500),
    summary: table.text('summary'),
    occurred,
    ...type,
    actors: actorsOf(table, context),
    target: onOneLine(table.text('target')),
    targetType: table.coded('targetType', TARGET_TYPES, 'media-other') ?? 'media-other',
    place,
    casualties: {
      killed: tollOf(table, 'killed'),
      wounded: tollOf(table, 'wounded'),
      abducted: tollOf(table, 'abducted'),
      attackersKilled: tollOf(table, 'attackersKilled'),
      chineseKilled: tollOf(table, 'chineseKilled'),
      chineseWounded: tollOf(table, 'chineseWounded'),
    },
    sources: source ? [source] : [],
    projectSite: onOneLine(table.text('projectSite')),
    notes: [table.text('notes'), note].filter((text) => text !== '').join('\n'),
    origin: mapping.origin,
    licence: mapping.licence,
  };
  return toRecord(row, record, issues, (part, detail) => table.column(fieldOf(part, detail)));
}

/** A row as its mapping reads it. */
interface TableRow {
  readonly row: SourceRow;
  readonly issues: RowIssue[];
  text(field: MappedField): string;
  /** The column that a field is read from, else the field itself. */
  column(field: MappedField): string;
  /** Null, with an issue that says what it is taken as, where neither the row nor the mapping says it in our vocabulary. */
  coded<const T extends string>(field: CodedField, codes: readonly T[], takenAs?: string): T | null;
  has(field: MappedField): boolean;
  refuse(field: MappedField, reason: string): null;
}

function tableRow(row: SourceRow, mapping: Mapping, issues: RowIssue[]): TableRow {
  const text = (field: MappedField): string => ownValue(row.cells, mapping.columns[field] ?? '')?.trim() ?? '';
  const column = (field: MappedField): string =>
    mapping.columns[isAxis(field) ? axisField(field, mapping) : field] ?? field;
  const refuse = (field: MappedField, reason: string): null => {
    issues.push(issueAt(row, column(field), text(field), reason));
    return null;
  };
  return {
    row,
    issues,
    text,
    column,
    refuse,
    has: (field) => text(field) !== '',
    coded: (field, codes, takenAs) => {
      const stated = text(field);
      const meant = ownValue(mapping.values[field] ?? {}, stated) ?? stated;
      const value = stated === '' ? (mapping.everyRow[field] ?? '') : meant;
      const folded = foldText(value);
      const code = codes.find((known) => foldText(known) === folded);
      if (code !== undefined) return code;
      const reason =
        value === '' ? 'is blank, and the mapping says nothing of every row' : `must be one of: ${codes.join(', ')}`;
      return refuse(field, takenAs === undefined ? reason : `${reason}: taken as ${takenAs}`);
    },
  };
}

function isAxis(field: MappedField): field is Axis {
  return field === 'latitude' || field === 'longitude';
}

/** Where both stand in one column, that is what faults of either are told of. */
function axisField(axis: Axis, { columns }: Mapping): MappedField {
  return columns[axis] === undefined && columns.position !== undefined ? 'position' : axis;
}

/** Names come from outside: `constructor` is one that every object has. */
function ownValue(values: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function occurredOf(table: TableRow, { dateOrder, columns, everyRow }: Mapping): Incident['occurred'] | null {
  const start = readDate(table.text('date'), dateOrder);
  if (!start) return table.refuse('date', dateFault(table.text('date'), dateOrder));
  const end = table.has('endDate') ? readDate(table.text('endDate'), dateOrder) : start;
  if (!end) return table.refuse('endDate', dateFault(table.text('endDate'), dateOrder));
  const isStated = columns.datePrecision !== undefined || everyRow.datePrecision !== undefined;
  const precision = isStated ? table.coded('datePrecision', DATE_PRECISIONS) : start.precision;
  return precision && spanOf(start.start, end.start, precision);
}

function dateFault(text: string, order: Mapping['dateOrder']): string {
  const isAmbiguous = order === null && readDate(text, 'day-month-year') !== null;
  return isAmbiguous
    ? 'may be read with the day or the month first: the mapping must say which'
    : 'must be an existing date, like 2024-10-07, 7 October 2024 or 2024-10';
}

/** A sub-event type alone says of which type it is. */
function typeOf(table: TableRow): Pick<Incident, 'eventType' | 'subEventType'> | null {
  const subEventType = table.coded('subEventType', ALL_SUB_EVENT_TYPES);
  if (!subEventType) return null;
  const eventType = table.has('eventType') ? table.coded('eventType', EVENT_TYPES) : typeWith(subEventType);
  return eventType && { eventType, subEventType };
}

function typeWith(subEventType: SubEventType): EventType | null {
  return EVENT_TYPES.find((type) => (SUB_EVENT_TYPES[type] as readonly string[]).includes(subEventType)) ?? null;
}

function mapPlace(table: TableRow, context: ImportContext): Incident['place'] | null {
  const precision = table.coded('placePrecision', PLACE_PRECISIONS, 'vague as its district, province or country');
  const position = positionOf(table);
  if (!position) return null;
  const stated = {
    name: onOneLine(table.text('place')),
    province: table.text('province'),
    district: table.text('district'),
    ...position,
    precision: precision ?? vaguestOf(table),
    columns: {
      province: table.column('province'),
      district: table.column('district'),
      latitude: table.column('latitude'),
      longitude: table.column('longitude'),
    },
  };
  return placeOf(stated, table.row, context, table.issues);
}

/** Of a place whose precision nobody states. */
function vaguestOf(table: TableRow): PlacePrecision {
  if (table.has('district')) return 'district';
  return table.has('province') ? 'province' : 'country';
}

interface Position {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** From the columns of its degrees, or where these are blank, from one that has both. Null, with an issue, for what is none. */
function positionOf(table: TableRow): Position | null {
  const [latitude, longitude] = [degreesOf(table, 'latitude'), degreesOf(table, 'longitude')];
  if (latitude === undefined || longitude === undefined) return null;
  const isBlank = latitude === null && longitude === null;
  if (!isBlank || !table.has('position')) return { latitude, longitude };
  return (
    readPosition(table.text('position')) ??
    table.refuse('position', 'must be a latitude and a longitude, like 25.12, 62.33, or blank')
  );
}

/** Undefined, with an issue, for what is no number of degrees. */
function degreesOf(table: TableRow, axis: Axis): number | null | undefined {
  const text = table.text(axis);
  if (text === '') return null;
  const degrees = readDegrees(text, axis);
  if (degrees !== null) return degrees;
  table.refuse(axis, 'must be a number of degrees, like 25.12 or 25°7\'12"N, or blank');
  return undefined;
}

/** What is no figure is an issue, and the toll unknown; so is what is more than the figure that it is taken as. */
function tollOf(table: TableRow, kind: (typeof CASUALTY_KINDS)[number]): Incident['casualties']['killed'] {
  const text = table.text(kind);
  if (text === '') return null;
  const read = readToll(text);
  if (!read)
    return table.refuse(kind, `must be a whole number from 0 to ${MAX_TOLL}, or two with "to" between: left out`);
  if (read.isRough) table.refuse(kind, `is rough: taken as ${read.toll?.best ?? ''}`);
  return read.toll;
}

function actorsOf(table: TableRow, { names }: ImportContext): Incident['actors'] {
  const known = new Set(partsOf(table.text('actors')).map((name) => names.actor(onOneLine(name))));
  return [...known].map((name) => ({
    name,
    claim: /^(unidentified|unknown)\b/i.test(name) ? 'unknown' : 'attributed',
  }));
}

/** A source without an address cannot be one of the record's: it is named in the notes. */
function sourceOf(table: TableRow, { dateOrder }: Mapping): { readonly source: Source | null; readonly note: string } {
  const [url, publisher, title, date] = (['sourceUrl', 'sourcePublisher', 'sourceTitle', 'sourceDate'] as const).map(
    table.text,
  );
  const named = [publisher, title, date].filter((text) => text !== undefined && text !== '').join(', ');
  const note = named === '' ? '' : `Source: ${named}`;
  if (!url) return { source: null, note };
  const day = date ? readDate(date, dateOrder) : null;
  if (date && !day) table.refuse('sourceDate', 'must be an existing date, or blank: left out');
  const result = sourceSchema.safeParse({
    publisher,
    title,
    url,
    date: day?.precision === 'day' ? day.start : null,
    grade: null,
    basedOn: '',
  });
  if (result.success) return { source: result.data, note: '' };
  table.refuse('sourceUrl', 'is no web address: left out');
  return { source: null, note };
}

/** The row's own id where it can be part of ours as it is; else one that no other text of the table gives. */
function idOf(table: TableRow, { origin, columns }: Mapping): string {
  const stated = table.text('id');
  if (stated === '') {
    return `${origin}-${contentId(Object.values(columns).map((column) => ownValue(table.row.cells, column) ?? ''))}`;
  }
  const plain = stated.toLowerCase();
  return `${origin}-${/^[a-z0-9._:-]{1,80}$/.test(plain) ? plain : contentId([stated])}`;
}

function fieldOf(part: string, detail: string): MappedField {
  if (part === 'place') return detail === 'latitude' || detail === 'longitude' ? detail : 'place';
  if (part === 'occurred') return detail === 'start' ? 'date' : 'endDate';
  if (part === 'casualties') return CASUALTY_KINDS.find((kind) => kind === detail) ?? 'killed';
  return PART_FIELDS[part] ?? 'title';
}

const PART_FIELDS: Readonly<Record<string, MappedField>> = {
  id: 'id',
  title: 'title',
  summary: 'summary',
  subEventType: 'subEventType',
  actors: 'actors',
  target: 'target',
  projectSite: 'projectSite',
  sources: 'sourceTitle',
  notes: 'notes',
};
