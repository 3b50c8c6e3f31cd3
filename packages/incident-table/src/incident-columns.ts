import type { CodeColumn, ListColumn } from '@corridor/crossfilter';
import type { TextSource } from './incident-texts.ts';

/** Texts by row. `at` may decode on each call. */
export interface TextColumn {
  readonly length: number;
  at(row: number): string;
}

/** Distinct places: what geometry is computed for once, whatever the number of incidents there. */
export interface PlaceColumns {
  readonly count: number;
  /** Degrees; NaN where the place has no position. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Index into PLACE_PRECISIONS. */
  readonly precision: Uint8Array;
  /** Index into `provinces` and `districts`; their length stands for "not known". */
  readonly province: Uint32Array;
  readonly district: Uint32Array;
}

/**
 * The columns of an incident table. Dictionaries hold what occurs, in the order in which rows first have it. Fixed
 * vocabularies are coded by their position in the taxonomy's lists.
 */
export interface IncidentColumns {
  /** The store's number for each incident, which is what names a row where ids are not at hand. */
  readonly key: Uint32Array;
  readonly id: TextColumn;
  readonly title: TextColumn;
  readonly summary: TextColumn;
  /** What the texts are read from, and by which handles. */
  readonly texts: { readonly source: TextSource; readonly handles: Uint32Array };
  readonly startDay: Int32Array;
  readonly endDay: Int32Array;
  /** Index into DATE_PRECISIONS. */
  readonly datePrecision: Uint8Array;
  /** Index into EVENT_TYPES, ALL_SUB_EVENT_TYPES, TARGET_TYPES, STATUSES, GRADES; severity less one; 0 or 1. */
  readonly type: CodeColumn;
  readonly subType: CodeColumn;
  readonly targetType: CodeColumn;
  readonly status: CodeColumn;
  readonly grade: CodeColumn;
  readonly severity: CodeColumn;
  readonly chinese: CodeColumn;
  /** Index into ACTOR_CLAIMS. */
  readonly actorClaim: Uint8Array;
  readonly summarisesDay: Uint8Array;
  readonly actors: ListColumn;
  readonly actorNames: readonly string[];
  readonly targetedSites: ListColumn;
  readonly targetedIds: readonly string[];
  readonly placeName: CodeColumn;
  readonly placeNames: readonly string[];
  /** Where the records came from, and by which terms. */
  readonly origin: CodeColumn;
  readonly origins: readonly string[];
  readonly licence: CodeColumn;
  readonly licences: readonly string[];
  readonly place: CodeColumn;
  readonly places: PlaceColumns;
  readonly provinces: readonly string[];
  readonly districts: readonly string[];
  /** Distinct tolls: TOLL_WIDTH numbers each, for every casualty kind low, best, high; UNKNOWN_TOLL where not known. */
  readonly toll: CodeColumn;
  readonly tolls: Int32Array;
}

/** Six casualty kinds, each with low, best and high. */
export const TOLL_WIDTH = 18;
export const UNKNOWN_TOLL = -1;
