import { type Codes, codeColumn, listColumn } from '@corridor/crossfilter';
import { ALL_SUB_EVENT_TYPES, EVENT_TYPES, GRADES, SEVERITIES, STATUSES, TARGET_TYPES } from '@corridor/domain';
import { canonicalCodes } from './canonical-codes.ts';
import { type IncidentColumns, type PlaceColumns, TOLL_WIDTH } from './incident-columns.ts';
import type { TextField, TextSource } from './incident-texts.ts';
import { type RowArray, type RowLists, takeValues } from './row-arrays.ts';

export const BYTE_COLUMNS = [
  'type',
  'subType',
  'targetType',
  'status',
  'grade',
  'severity',
  'chinese',
  'datePrecision',
  'actorClaim',
  'summarisesDay',
] as const;
export type ByteColumn = (typeof BYTE_COLUMNS)[number];

/** A table's rows as codes. */
export interface RowCodes {
  readonly key: Uint32Array;
  /** Handles of the texts in their source. */
  readonly text: Uint32Array;
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  readonly bytes: Readonly<Record<ByteColumn, Uint8Array>>;
  readonly place: Codes;
  readonly toll: Codes;
  readonly placeName: Codes;
  readonly origin: Codes;
  readonly licence: Codes;
  readonly actors: RowLists;
  readonly targetedSites: RowLists;
}

/** What the codes stand for. */
export interface RowDictionaries {
  readonly places: PlaceColumns;
  readonly tolls: Int32Array;
  readonly placeNames: readonly string[];
  readonly origins: readonly string[];
  readonly licences: readonly string[];
  readonly actorNames: readonly string[];
  readonly targetedIds: readonly string[];
  readonly provinces: readonly string[];
  readonly districts: readonly string[];
}

export interface RowParts {
  readonly rows: RowCodes;
  readonly dictionaries: RowDictionaries;
  readonly texts: TextSource;
}

/** Makes the same change to each array and each pair of lists. */
export function mapRows(
  rows: RowCodes,
  array: <T extends RowArray>(values: T) => T,
  lists: (lists: RowLists) => RowLists,
): RowCodes {
  const { bytes } = rows;
  return {
    key: array(rows.key),
    text: array(rows.text),
    startDay: array(rows.startDay),
    endDay: array(rows.endDay),
    bytes: {
      type: array(bytes.type),
      subType: array(bytes.subType),
      targetType: array(bytes.targetType),
      status: array(bytes.status),
      grade: array(bytes.grade),
      severity: array(bytes.severity),
      chinese: array(bytes.chinese),
      datePrecision: array(bytes.datePrecision),
      actorClaim: array(bytes.actorClaim),
      summarisesDay: array(bytes.summarisesDay),
    },
    place: array(rows.place),
    toll: array(rows.toll),
    placeName: array(rows.placeName),
    origin: array(rows.origin),
    licence: array(rows.licence),
    actors: lists(rows.actors),
    targetedSites: lists(rows.targetedSites),
  };
}

/**
 * The columns of a table from its rows, sorted by (start day, id), their codes checked and brought into the one form
 * that a table of these rows has: dictionaries hold what occurs, in the order in which it does, codes are as narrow as
 * that allows. O(rows), about 15 ns a row.
 */
export function assembleColumns({ rows, dictionaries, texts }: RowParts): IncidentColumns {
  const { bytes, text } = rows;
  const actors = canonicalTexts(rows.actors.values, dictionaries.actorNames);
  const targets = canonicalTexts(rows.targetedSites.values, dictionaries.targetedIds);
  const placeNames = canonicalTexts(rows.placeName, dictionaries.placeNames);
  const origins = canonicalTexts(rows.origin, dictionaries.origins);
  const licences = canonicalTexts(rows.licence, dictionaries.licences);
  const place = canonicalCodes(rows.place, dictionaries.places.count);
  const { places, provinces, districts } = canonicalPlaces(place.kept, dictionaries);
  const toll = canonicalCodes(rows.toll, dictionaries.tolls.length / TOLL_WIDTH);
  const tolls = toll.kept ? takeTolls(dictionaries.tolls, toll.kept) : dictionaries.tolls;
  const textColumn = (field: TextField) => {
    return { length: text.length, at: (row: number) => texts.text(text[row] ?? 0, field) };
  };
  return {
    key: rows.key,
    id: textColumn('id'),
    title: textColumn('title'),
    summary: textColumn('summary'),
    texts: { source: texts, handles: text },
    startDay: rows.startDay,
    endDay: rows.endDay,
    datePrecision: bytes.datePrecision,
    type: codeColumn(bytes.type, EVENT_TYPES.length),
    subType: codeColumn(bytes.subType, ALL_SUB_EVENT_TYPES.length),
    targetType: codeColumn(bytes.targetType, TARGET_TYPES.length),
    status: codeColumn(bytes.status, STATUSES.length),
    grade: codeColumn(bytes.grade, GRADES.length),
    severity: codeColumn(bytes.severity, SEVERITIES.length),
    chinese: codeColumn(bytes.chinese, 2),
    actorClaim: bytes.actorClaim,
    summarisesDay: bytes.summarisesDay,
    actors: listColumn(rows.actors.offsets, actors.codes, actors.values.length),
    actorNames: actors.values,
    targetedSites: listColumn(rows.targetedSites.offsets, targets.codes, targets.values.length),
    targetedIds: targets.values,
    placeName: { kind: 'codes', codes: placeNames.codes, cardinality: placeNames.values.length },
    placeNames: placeNames.values,
    origin: { kind: 'codes', codes: origins.codes, cardinality: origins.values.length },
    origins: origins.values,
    licence: { kind: 'codes', codes: licences.codes, cardinality: licences.values.length },
    licences: licences.values,
    place: { kind: 'codes', codes: place.codes, cardinality: places.count },
    places,
    provinces,
    districts,
    toll: { kind: 'codes', codes: toll.codes, cardinality: tolls.length / TOLL_WIDTH },
    tolls,
  };
}

/** The parts that `assembleColumns` made a table's columns of. No copy. */
export function partsOf(c: IncidentColumns): RowParts {
  return {
    rows: {
      key: c.key,
      text: c.texts.handles,
      startDay: c.startDay,
      endDay: c.endDay,
      bytes: {
        type: bytesOf(c.type.codes),
        subType: bytesOf(c.subType.codes),
        targetType: bytesOf(c.targetType.codes),
        status: bytesOf(c.status.codes),
        grade: bytesOf(c.grade.codes),
        severity: bytesOf(c.severity.codes),
        chinese: bytesOf(c.chinese.codes),
        datePrecision: c.datePrecision,
        actorClaim: c.actorClaim,
        summarisesDay: c.summarisesDay,
      },
      place: c.place.codes,
      toll: c.toll.codes,
      placeName: c.placeName.codes,
      origin: c.origin.codes,
      licence: c.licence.codes,
      actors: c.actors,
      targetedSites: c.targetedSites,
    },
    dictionaries: c,
    texts: c.texts.source,
  };
}

/** Fixed vocabularies are of fewer than 256 values. */
function bytesOf(codes: Codes): Uint8Array {
  return codes instanceof Uint8Array ? codes : Uint8Array.from(codes);
}

function canonicalTexts(codes: Codes, values: readonly string[]): { codes: Codes; values: readonly string[] } {
  const { codes: canonical, kept } = canonicalCodes(codes, values.length);
  return { codes: canonical, values: kept ? Array.from(kept, (code) => values[code] ?? '') : values };
}

function canonicalPlaces(
  kept: Uint32Array | null,
  dictionaries: RowDictionaries,
): Pick<RowDictionaries, 'places' | 'provinces' | 'districts'> {
  const places = kept ? takePlaces(dictionaries.places, kept) : dictionaries.places;
  const province = canonicalRegions(places.province, dictionaries.provinces);
  const district = canonicalRegions(places.district, dictionaries.districts);
  return {
    places: { ...places, province: province.codes, district: district.codes },
    provinces: province.values,
    districts: district.values,
  };
}

function takePlaces(places: PlaceColumns, kept: Uint32Array): PlaceColumns {
  const count = kept.length;
  const taken = {
    count,
    latitude: new Float64Array(count),
    longitude: new Float64Array(count),
    precision: takeValues(places.precision, kept),
    province: takeValues(places.province, kept),
    district: takeValues(places.district, kept),
  };
  for (let index = 0; index < count; index++) {
    const place = kept[index] ?? 0;
    taken.latitude[index] = places.latitude[place] ?? Number.NaN;
    taken.longitude[index] = places.longitude[place] ?? Number.NaN;
  }
  return taken;
}

/** A code beyond the values stands for not known, before and after. */
function canonicalRegions(
  codes: Uint32Array,
  values: readonly string[],
): { codes: Uint32Array; values: readonly string[] } {
  const newOf = new Map<number, number>();
  for (const code of codes) if (code < values.length && !newOf.has(code)) newOf.set(code, newOf.size);
  return {
    codes: codes.map((code) => newOf.get(code) ?? newOf.size),
    values: Array.from(newOf.keys(), (code) => values[code] ?? ''),
  };
}

function takeTolls(tolls: Int32Array, kept: Uint32Array): Int32Array {
  const taken = new Int32Array(kept.length * TOLL_WIDTH);
  kept.forEach((code, index) => {
    taken.set(tolls.subarray(code * TOLL_WIDTH, (code + 1) * TOLL_WIDTH), index * TOLL_WIDTH);
  });
  return taken;
}
