import { type Codes, createCodes } from '@corridor/crossfilter';
import type { ArrowVector } from './arrow-batch.ts';
import type { RowCodes, RowDictionaries, RowParts } from './assemble-columns.ts';
import { MAX_KEY } from './columns-builder.ts';
import { TOLL_WIDTH } from './incident-columns.ts';
import type { TextSource } from './incident-texts.ts';
import type { RowLists } from './row-arrays.ts';
import { readLists, readPlaces, readTexts, readTolls } from './table-dictionaries.ts';
import { VOCABULARY_FIELDS } from './table-layout.ts';
import type { TableReader } from './table-reader.ts';

/** 0000-01-01 and 9999-12-31: what ISO dates of four-digit years can say. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;
const NO_CODE = 255;
const MAX_SEVERITY = 5;

/**
 * Rows and dictionaries of what a reader has, its batches put in order: the last comes first. Handles of texts are the
 * keys. O(rows), about 20 ns a row. Throws RangeError on anything that no table has.
 */
export function readRows(reader: TableReader, texts: TextSource): RowParts {
  const [placeNames, tolls] = [readTexts(...reader.dictionary('place_name')), readTolls(...reader.dictionary('toll'))];
  const [origins, licences] = [readTexts(...reader.dictionary('origin')), readTexts(...reader.dictionary('licence'))];
  const { districts, places, provinces } = readPlaces(...reader.dictionary('place'));
  const actors = readLists(...reader.dictionary('actors'));
  const targets = readLists(...reader.dictionary('targeted_sites'));
  const dictionaries: RowDictionaries = {
    places,
    tolls,
    placeNames,
    origins,
    licences,
    actorNames: actors.texts,
    targetedIds: targets.texts,
    provinces,
    districts,
  };
  const startDay = readNumbers(reader, 'start', 'day', new Int32Array(reader.rowCount));
  checkDays(startDay);
  const key = readNumbers(reader, 'key', 'int', new Uint32Array(reader.rowCount));
  checkKeys(key);
  const codes = (name: string, cardinality: number) =>
    readCodes(reader, name, createCodes(reader.rowCount, cardinality));
  const rows: RowCodes = {
    key,
    text: key,
    startDay,
    endDay: readEndDays(reader, startDay),
    bytes: readBytes(reader),
    place: codes('place', places.count),
    toll: codes('toll', tolls.length / TOLL_WIDTH),
    placeName: codes('place_name', placeNames.length),
    origin: codes('origin', origins.length),
    licence: codes('licence', licences.length),
    actors: spread(actors.lists, codes('actors', actors.lists.offsets.length - 1), actors.texts.length),
    targetedSites: spread(
      targets.lists,
      codes('targeted_sites', targets.lists.offsets.length - 1),
      targets.texts.length,
    ),
  };
  return { rows, dictionaries, texts };
}

function checkKeys(keys: Uint32Array): void {
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0;
    if (key === 0 || key > MAX_KEY) throw new RangeError(`column "key" row ${row} holds ${key}`);
  }
}

/** Days of the calendar, none before the one above it. */
function checkDays(days: Int32Array): void {
  let last = FIRST_DAY;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? 0;
    if (day < last || day > LAST_DAY)
      throw new RangeError(`column "start" falls, or leaves the calendar, at row ${row}`);
    last = day;
  }
}

/** Copies the batches of a column, the last first. */
function eachBatch(reader: TableReader, name: string, copy: (vector: ArrowVector, firstRow: number) => void): void {
  let end = reader.rowCount;
  for (const vector of reader.vectors(name)) {
    end -= vector.length;
    copy(vector, end);
  }
}

/** The numbers of a column, into an array of one for each row. */
export function readNumbers<T extends Codes | Int32Array>(
  reader: TableReader,
  name: string,
  kind: 'int' | 'day',
  into: T,
): T {
  const { dictionary, type } = reader.field(name);
  if (type.kind !== kind || dictionary) throw new RangeError(`column "${name}" does not hold ${kind}s`);
  eachBatch(reader, name, ({ values }, first) => into.set(values, first));
  return into;
}

/** Codes of a dictionary's values; those beyond it are refused here only where they would be cut off. */
function readCodes<T extends Codes>(reader: TableReader, name: string, into: T): T {
  const [, { length }] = reader.dictionary(name);
  eachBatch(reader, name, ({ values }, first) => {
    if (values.BYTES_PER_ELEMENT > into.BYTES_PER_ELEMENT && values.some((code) => code >= length))
      throw new RangeError(`column "${name}" holds a code beyond its dictionary`);
    into.set(values, first);
  });
  return into;
}

function readEndDays(reader: TableReader, startDay: Int32Array): Int32Array {
  const endDay = new Int32Array(startDay.length);
  readNumbers(reader, 'duration_days', 'int', endDay);
  for (let row = 0; row < endDay.length; row++) {
    const day = (endDay[row] ?? 0) + (startDay[row] ?? 0);
    if (day < (startDay[row] ?? 0) || day > LAST_DAY)
      throw new RangeError(`column "duration_days" row ${row} is wrong`);
    endDay[row] = day;
  }
  return endDay;
}

function readBytes(reader: TableReader): RowCodes['bytes'] {
  const vocabulary = (column: keyof typeof VOCABULARY_FIELDS) => {
    const [name, values] = VOCABULARY_FIELDS[column];
    return readVocabulary(reader, name, values);
  };
  return {
    datePrecision: vocabulary('datePrecision'),
    type: vocabulary('type'),
    subType: vocabulary('subType'),
    targetType: vocabulary('targetType'),
    status: vocabulary('status'),
    grade: vocabulary('grade'),
    actorClaim: vocabulary('actorClaim'),
    severity: readSeverities(reader),
    chinese: readBits(reader, 'affects_chinese_nationals'),
    summarisesDay: readBits(reader, 'summarises_day'),
  };
}

/** Codes by the position of their value in `values`, whatever the order of the stream's dictionary. */
function readVocabulary(reader: TableReader, name: string, values: readonly string[]): Uint8Array {
  const codeOf = new Uint8Array(256).fill(NO_CODE);
  readTexts(...reader.dictionary(name)).forEach((text, index) => {
    const code = values.indexOf(text);
    if (code >= 0) codeOf[index] = code;
  });
  const codes = readCodes(reader, name, new Uint8Array(reader.rowCount));
  for (let row = 0; row < codes.length; row++) {
    const code = codeOf[codes[row] ?? 0] ?? NO_CODE;
    if (code === NO_CODE) throw new RangeError(`column "${name}" row ${row} holds a value that is not known`);
    codes[row] = code;
  }
  return codes;
}

function readSeverities(reader: TableReader): Uint8Array {
  const severities = readNumbers(reader, 'severity', 'int', new Uint8Array(reader.rowCount));
  for (let row = 0; row < severities.length; row++) {
    const severity = severities[row] ?? 0;
    if (severity < 1 || severity > MAX_SEVERITY) throw new RangeError(`column "severity" row ${row} holds ${severity}`);
    severities[row] = severity - 1;
  }
  return severities;
}

function readBits(reader: TableReader, name: string): Uint8Array {
  if (reader.field(name).type.kind !== 'bool') throw new RangeError(`column "${name}" does not hold truth values`);
  const bits = new Uint8Array(reader.rowCount);
  eachBatch(reader, name, ({ length, values }, first) => {
    for (let index = 0; index < length; index++) bits[first + index] = ((values[index >> 3] ?? 0) >> (index & 7)) & 1;
  });
  return bits;
}

/** The list of each row, copied out. */
function spread({ offsets, values }: RowLists, codes: Codes, cardinality: number): RowLists {
  const count = offsets.length - 1;
  const spreadOffsets = new Uint32Array(codes.length + 1);
  let length = 0;
  for (let row = 0; row < codes.length; row++) {
    const list = codes[row] ?? 0;
    if (list >= count) throw new RangeError(`a row holds list ${list} of ${count}`);
    length += (offsets[list + 1] ?? 0) - (offsets[list] ?? 0);
    spreadOffsets[row + 1] = length;
  }
  const spreadValues = createCodes(length, cardinality);
  for (let row = 0, at = 0; row < codes.length; row++) {
    const list = codes[row] ?? 0;
    const end = offsets[list + 1] ?? 0;
    for (let k = offsets[list] ?? 0; k < end; k++) spreadValues[at++] = values[k] ?? 0;
  }
  return { offsets: spreadOffsets, values: spreadValues };
}
