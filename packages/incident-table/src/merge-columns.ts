import { createCodes } from '@corridor/crossfilter';
import {
  assembleColumns,
  type ByteColumn,
  partsOf,
  type RowCodes,
  type RowDictionaries,
  type RowParts,
} from './assemble-columns.ts';
import { Dictionary } from './dictionary.ts';
import { type IncidentColumns, TOLL_WIDTH } from './incident-columns.ts';
import { NO_CODE, PlaceDictionary } from './place-dictionary.ts';
import type { RowArray, RowLists } from './row-arrays.ts';
import { TupleDictionary } from './tuple-dictionary.ts';

/** Rows `from` up to, not including, `to` of the table as it was, or of the changed rows. */
export interface Segment {
  readonly isChanged: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of two tables as one, segment after segment. Both have their texts in the same source. Whole segments are
 * copied, about 40 bytes a row; the codes of `changed` are translated, and the dictionaries joined: some 50 ns for
 * each distinct value of either.
 */
export function mergeColumns(
  base: IncidentColumns,
  changed: IncidentColumns,
  segments: readonly Segment[],
): IncidentColumns {
  const first = partsOf(base);
  const { dictionaries, rows: second } = translate(first.dictionaries, partsOf(changed));
  const { rows } = first;
  const count = segments.reduce((sum, { from, to }) => sum + to - from, 0);
  const join = <T extends RowArray>(into: T, ofBase: RowArray, ofChanged: RowArray): T =>
    copySegments(into, ofBase, ofChanged, segments);
  const codes = (of: 'place' | 'toll' | 'placeName' | 'origin' | 'licence', cardinality: number) =>
    join(createCodes(count, cardinality), rows[of], second[of]);
  const bytes = (column: ByteColumn) => join(new Uint8Array(count), rows.bytes[column], second.bytes[column]);
  return assembleColumns({
    rows: {
      key: join(new Uint32Array(count), rows.key, second.key),
      text: join(new Uint32Array(count), rows.text, second.text),
      startDay: join(new Int32Array(count), rows.startDay, second.startDay),
      endDay: join(new Int32Array(count), rows.endDay, second.endDay),
      bytes: {
        type: bytes('type'),
        subType: bytes('subType'),
        targetType: bytes('targetType'),
        status: bytes('status'),
        grade: bytes('grade'),
        severity: bytes('severity'),
        chinese: bytes('chinese'),
        datePrecision: bytes('datePrecision'),
        actorClaim: bytes('actorClaim'),
        summarisesDay: bytes('summarisesDay'),
      },
      place: codes('place', dictionaries.places.count),
      toll: codes('toll', dictionaries.tolls.length / TOLL_WIDTH),
      placeName: codes('placeName', dictionaries.placeNames.length),
      origin: codes('origin', dictionaries.origins.length),
      licence: codes('licence', dictionaries.licences.length),
      actors: joinLists(rows.actors, second.actors, segments, dictionaries.actorNames.length),
      targetedSites: joinLists(rows.targetedSites, second.targetedSites, segments, dictionaries.targetedIds.length),
    },
    dictionaries,
    texts: first.texts,
  });
}

function copySegments<T extends RowArray>(into: T, base: RowArray, changed: RowArray, segments: readonly Segment[]): T {
  let at = 0;
  for (const { from, isChanged, to } of segments) {
    into.set((isChanged ? changed : base).subarray(from, to), at);
    at += to - from;
  }
  return into;
}

function joinLists(base: RowLists, changed: RowLists, segments: readonly Segment[], cardinality: number): RowLists {
  const offsets = new Uint32Array(segments.reduce((sum, { from, to }) => sum + to - from, 1));
  const valueSegments: Segment[] = [];
  let row = 0;
  let length = 0;
  for (const { from, isChanged, to } of segments) {
    const lists = isChanged ? changed : base;
    const start = lists.offsets[from] ?? 0;
    for (let k = from + 1; k <= to; k++) offsets[++row] = length + (lists.offsets[k] ?? 0) - start;
    const end = lists.offsets[to] ?? 0;
    valueSegments.push({ isChanged, from: start, to: end });
    length += end - start;
  }
  return {
    offsets,
    values: copySegments(createCodes(length, cardinality), base.values, changed.values, valueSegments),
  };
}

/** The dictionaries of both, those of the first as they are, and the rows of the second in their codes. */
function translate(
  base: RowDictionaries,
  { dictionaries, rows }: RowParts,
): { readonly dictionaries: RowDictionaries; readonly rows: RowCodes } {
  const placeNames = joinTexts(base.placeNames, dictionaries.placeNames);
  const origins = joinTexts(base.origins, dictionaries.origins);
  const licences = joinTexts(base.licences, dictionaries.licences);
  const actors = joinTexts(base.actorNames, dictionaries.actorNames);
  const targets = joinTexts(base.targetedIds, dictionaries.targetedIds);
  const provinces = joinTexts(base.provinces, dictionaries.provinces);
  const districts = joinTexts(base.districts, dictionaries.districts);
  const joined = new PlaceDictionary();
  addPlaces(joined, base, null);
  const places = addPlaces(joined, dictionaries, { provinces: provinces.codes, districts: districts.codes });
  const { tolls, codes: tollCodes } = joinTolls(base.tolls, dictionaries.tolls);
  const lists = ({ offsets, values }: RowLists, codes: Uint32Array): RowLists => ({
    offsets,
    values: Uint32Array.from(values, (code) => codes[code] ?? 0),
  });
  return {
    dictionaries: {
      places: joined.columns(provinces.values.length, districts.values.length),
      tolls,
      placeNames: placeNames.values,
      origins: origins.values,
      licences: licences.values,
      actorNames: actors.values,
      targetedIds: targets.values,
      provinces: provinces.values,
      districts: districts.values,
    },
    rows: {
      ...rows,
      place: Uint32Array.from(rows.place, (code) => places[code] ?? 0),
      toll: Uint32Array.from(rows.toll, (code) => tollCodes[code] ?? 0),
      placeName: Uint32Array.from(rows.placeName, (code) => placeNames.codes[code] ?? 0),
      origin: Uint32Array.from(rows.origin, (code) => origins.codes[code] ?? 0),
      licence: Uint32Array.from(rows.licence, (code) => licences.codes[code] ?? 0),
      actors: lists(rows.actors, actors.codes),
      targetedSites: lists(rows.targetedSites, targets.codes),
    },
  };
}

interface JoinedTexts {
  readonly values: readonly string[];
  /** Of the second list's texts. */
  readonly codes: Uint32Array;
}

function joinTexts(base: readonly string[], more: readonly string[]): JoinedTexts {
  const dictionary = new Dictionary();
  for (const text of base) dictionary.code(text);
  return { codes: Uint32Array.from(more, (text) => dictionary.code(text)), values: dictionary.values };
}

/** Adds places, their regions translated where there is a translation, and gives their codes. */
function addPlaces(
  joined: PlaceDictionary,
  { districts, places, provinces }: RowDictionaries,
  translation: { readonly provinces: Uint32Array; readonly districts: Uint32Array } | null,
): Uint32Array {
  const codes = new Uint32Array(places.count);
  for (let place = 0; place < codes.length; place++) {
    codes[place] = joined.code(
      places.latitude[place] ?? Number.NaN,
      places.longitude[place] ?? Number.NaN,
      places.precision[place] ?? 0,
      regionOf(places.province[place] ?? 0, provinces.length, translation?.provinces),
      regionOf(places.district[place] ?? 0, districts.length, translation?.districts),
    );
  }
  return codes;
}

function regionOf(code: number, count: number, translation: Uint32Array | undefined): number {
  if (code >= count) return NO_CODE;
  return translation ? (translation[code] ?? NO_CODE) : code;
}

function joinTolls(base: Int32Array, more: Int32Array): { tolls: Int32Array; codes: Uint32Array } {
  const joined = new TupleDictionary(TOLL_WIDTH);
  const add = (tolls: Int32Array) =>
    Uint32Array.from({ length: tolls.length / TOLL_WIDTH }, (_, toll) => {
      joined.tuple.set(tolls.subarray(toll * TOLL_WIDTH, (toll + 1) * TOLL_WIDTH));
      return joined.code();
    });
  add(base);
  const codes = add(more);
  return { tolls: joined.values(), codes };
}
