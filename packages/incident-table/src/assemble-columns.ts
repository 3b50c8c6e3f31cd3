import { codeColumn, listColumn } from '@corridor/crossfilter';
import { ALL_SUB_EVENT_TYPES, EVENT_TYPES, GRADES, SEVERITIES, STATUSES, TARGET_TYPES } from '@corridor/domain';
import type { IncidentColumns, TextColumn } from './incident-columns.ts';
import type { PlaceDictionary } from './place-dictionary.ts';
import type { TupleDictionary } from './tuple-dictionary.ts';

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

/** Lists of codes by row, as `ListColumn` keeps them. */
export interface RowLists {
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** A table's rows as codes, sorted by (start day, id), and the dictionaries of the codes. */
export interface RowCodes {
  readonly id: TextColumn;
  readonly title: TextColumn;
  readonly summary: TextColumn;
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  readonly bytes: Readonly<Record<ByteColumn, Uint8Array>>;
  readonly place: Uint32Array;
  readonly toll: Uint32Array;
  readonly placeName: Uint32Array;
  readonly actors: RowLists;
  readonly targetedSites: RowLists;
}

export interface RowDictionaries {
  readonly places: PlaceDictionary;
  readonly tolls: TupleDictionary;
  readonly placeNames: readonly string[];
  readonly actorNames: readonly string[];
  readonly targetedIds: readonly string[];
  readonly provinces: readonly string[];
  readonly districts: readonly string[];
}

/** The columns of a table, their codes checked. Arrays are taken over, not copied. O(rows), about 10 ns a row. */
export function assembleColumns(rows: RowCodes, dictionaries: RowDictionaries): IncidentColumns {
  const { bytes } = rows;
  const { actorNames, districts, placeNames, places, provinces, targetedIds, tolls } = dictionaries;
  return {
    id: rows.id,
    title: rows.title,
    summary: rows.summary,
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
    actors: listColumn(rows.actors.offsets, rows.actors.values, actorNames.length),
    actorNames,
    targetedSites: listColumn(rows.targetedSites.offsets, rows.targetedSites.values, targetedIds.length),
    targetedIds,
    placeName: codeColumn(rows.placeName, placeNames.length),
    placeNames,
    place: codeColumn(rows.place, places.size),
    places: places.columns(provinces.length, districts.length),
    provinces,
    districts,
    toll: codeColumn(rows.toll, tolls.size),
    tolls: tolls.values(),
  };
}
