import { ALL_SUB_EVENT_TYPES, EVENT_TYPES, foldText, MAPPED_FIELDS, type MappedField } from '@corridor/domain';
import { foldColumn } from '../fold-column.ts';
import type { Mapping } from './mapping.ts';
import { readDate } from './read-date.ts';
import { readDegrees, readPosition } from './read-degrees.ts';
import { readToll } from './read-toll.ts';

type Cells = Readonly<Record<string, string>>;

/** A mapping to be shown and completed, and the fields of which nothing was found, or nothing sure. */
export interface GuessedMapping {
  /** Its licence is blank, which no mapping may be: nothing in a table says it. */
  readonly mapping: Mapping;
  readonly unsure: readonly MappedField[];
  /** Columns that nothing is read from. */
  readonly unused: readonly string[];
}

/** What columns are called, folded and with words apart by a space. */
const HEADERS: Readonly<Record<MappedField, RegExp>> = {
  id: /^(event |incident |record |feature )?(id|no|number|ref|reference|code)$/,
  title: /^(title|headline|incident|event|name|subject)$/,
  summary: /^(summary|description|details?|narrative|what happened|incident description)$/,
  date: /^(date|event date|incident date|date of (incident|event|attack)|occurred( on)?|start( date)?|date start|day|datum|when)$/,
  endDate: /^(end( date)?|date end|to|until)$/,
  datePrecision: /^(date|time) precision$/,
  eventType: /^(event type|type|category|incident type)$/,
  subEventType: /^(sub ?event type|sub ?type|attack type|method|tactic|sub ?category)$/,
  actors: /^(actors?( 1)?|actor1|group|perpetrators?|attackers?|responsible|claimed by|armed group)$/,
  target: /^(target( 1)?|victims?|actor ?2)$/,
  targetType: /^target (type|category)$/,
  projectSite: /^(project|project site|site)$/,
  place: /^(place|location|town|city|village|where|locality|place name)$/,
  province: /^(province|admin ?1|state|adm ?1( name)?|region)$/,
  district: /^(district|admin ?2|adm ?2( name)?|county)$/,
  latitude: /^(lat|latitude|y|lat dd)$/,
  longitude: /^(lon|long|lng|longitude|x|lon dd)$/,
  position:
    /^(coordinates?|coords|position|gps|(gps|geo) (coordinates?|location|position)|lat ?lon|lat ?lng|lat long)$/,
  placePrecision: /^(geo|place|location|spatial) ?precision$/,
  killed: /^(killed|dead|deaths?|fatalities|total killed|kia|nkill|number killed)$/,
  wounded: /^(wounded|injured|injuries|hurt|wia|total injured|nwound|number (wounded|injured))$/,
  abducted: /^(abducted|kidnapped|hostages|missing)$/,
  attackersKilled: /^(attackers|militants|terrorists|perpetrators) killed$/,
  chineseKilled: /^chinese (killed|dead|deaths)$/,
  chineseWounded: /^chinese (wounded|injured)$/,
  sourceUrl: /^((source )?(url|link|web ?address)|sources?)$/,
  sourcePublisher: /^(source|publisher|source (name|publisher)|outlet|media)$/,
  sourceTitle: /^source (title|headline)$/,
  sourceDate: /^source date$/,
  notes: /^(notes?|remarks?|comments?)$/,
};

/** A column is taken for what it is called where half of its values fit, and for what its values are where most do. */
const HALF = 0.5;
const MOST = 0.8;

/**
 * Guesses a mapping by the names of columns, and where those say nothing, by the values of some rows: dates, and words of
 * ACLED's types. What no column says is left out, never supposed: the target and the precision of places of every row, the licence,
 * and the order of dates whose figures allow both.
 */
export function guessMapping(name: string, columns: readonly string[], rows: readonly Cells[]): GuessedMapping {
  const found = new Map<MappedField, string>();
  const free = new Set(columns);
  const take = (field: MappedField, column: string | undefined): void => {
    if (column === undefined || found.has(field)) return;
    found.set(field, column);
    free.delete(column);
  };
  for (const field of MAPPED_FIELDS)
    take(
      field,
      [...free].find((column) => HEADERS[field].test(foldColumn(column)) && fits(field, column, rows)),
    );
  for (const field of ['date', 'subEventType', 'eventType', 'position', 'sourceUrl'] as const) {
    take(
      field,
      [...free].find((column) => BY_VALUE[field] && valuesOf(column, rows).length > 0 && fits(field, column, rows)),
    );
  }
  const kind = found.get('eventType');
  if (
    kind !== undefined &&
    !found.has('subEventType') &&
    !valuesOf(kind, rows).every((text) => TYPES.has(foldText(text)))
  ) {
    // A finer vocabulary than the six types: what each of its words means must be said.
    found.delete('eventType');
    found.set('subEventType', kind);
  }
  const order = dateOrderOf(valuesOf(found.get('date') ?? '', rows));
  const isUnsure = (field: MappedField): boolean => {
    if (!found.has(field)) return true;
    if (field === 'date') return order === null;
    return (
      field === 'subEventType' && !valuesOf(found.get(field) ?? '', rows).every((text) => SUB_TYPES.has(foldText(text)))
    );
  };
  return {
    mapping: {
      name,
      origin: originOf(name),
      licence: '',
      columns: Object.fromEntries(found),
      dateOrder: order,
      values: {},
      everyRow: {},
    },
    unsure: (['date', 'subEventType', 'targetType', 'placePrecision'] as const).filter(isUnsure),
    unused: columns.filter((column) => free.has(column)),
  };
}

const TYPES = new Set(EVENT_TYPES.map(foldText));
const SUB_TYPES = new Set(ALL_SUB_EVENT_TYPES.map(foldText));

const isToll = (text: string): boolean => readToll(text) !== null;
const isDate = (text: string): boolean =>
  readDate(text, 'day-month-year') !== null || readDate(text, 'month-day-year') !== null;

/** What the values of a field look like. */
const BY_VALUE: Readonly<Partial<Record<MappedField, (text: string) => boolean>>> = {
  date: (text) => isDate(text) && !/^\d{4}$/.test(text),
  endDate: isDate,
  eventType: (text) => TYPES.has(foldText(text)),
  subEventType: (text) => SUB_TYPES.has(foldText(text)),
  latitude: (text) => readDegrees(text, 'latitude') !== null,
  longitude: (text) => readDegrees(text, 'longitude') !== null,
  position: (text) => readPosition(text) !== null,
  killed: isToll,
  wounded: isToll,
  abducted: isToll,
  sourceUrl: (text) => /^https?:\/\/\S+$/.test(text),
};

/** Whether a column's values are of the field's kind. Words of another vocabulary than ours still are types, to be translated. */
function fits(field: MappedField, column: string, rows: readonly Cells[]): boolean {
  const test = BY_VALUE[field];
  const isNamed = HEADERS[field].test(foldColumn(column));
  if (!test || (isNamed && (field === 'eventType' || field === 'subEventType'))) return isNamed;
  const values = valuesOf(column, rows);
  return values.filter(test).length >= values.length * (isNamed ? HALF : MOST);
}

function valuesOf(column: string, rows: readonly Cells[]): string[] {
  return rows.flatMap((cells) => {
    const value = cells[column]?.trim() ?? '';
    return value === '' ? [] : [value];
  });
}

/** Null where the figures allow both. A year first, or a month in words, leaves no doubt. */
function dateOrderOf(values: readonly string[]): Mapping['dateOrder'] | null {
  const inFigures = values.filter((text) => /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}\b)/.test(text));
  if (inFigures.length === 0) return values.length === 0 ? null : 'day-month-year';
  const isRead = (order: Mapping['dateOrder']) => inFigures.map((text) => readDate(text, order) !== null);
  const [dayFirst, monthFirst] = [isRead('day-month-year'), isRead('month-day-year')];
  // Of 31/02/2024, no date at all, neither speaks.
  const isDayFirst = dayFirst.some((isDate, index) => isDate && !monthFirst[index]);
  const isMonthFirst = monthFirst.some((isDate, index) => isDate && !dayFirst[index]);
  return isDayFirst === isMonthFirst ? null : isDayFirst ? 'day-month-year' : 'month-day-year';
}

function originOf(name: string): string {
  const slug = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug === '' ? 'table' : slug;
}
