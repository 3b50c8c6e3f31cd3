import { codeColumn, listColumn } from '@corridor/crossfilter';
import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  CASUALTY_KINDS,
  DATE_PRECISIONS,
  dayOf,
  EVENT_TYPES,
  GRADES,
  type IncidentSummary,
  PLACE_PRECISIONS,
  STATUSES,
  TARGET_TYPES,
} from '@corridor/domain';
import { Dictionary } from './dictionary.ts';
import { type IncidentColumns, type TextColumn, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';

/** An incident as the table keeps it. */
export interface TableRow extends IncidentSummary {
  readonly summary: string;
}

const TYPE_CODES = new Map<string, number>(EVENT_TYPES.map((value, code) => [value, code]));
const SUB_TYPE_CODES = new Map<string, number>(ALL_SUB_EVENT_TYPES.map((value, code) => [value, code]));
const TARGET_TYPE_CODES = new Map<string, number>(TARGET_TYPES.map((value, code) => [value, code]));
const STATUS_CODES = new Map<string, number>(STATUSES.map((value, code) => [value, code]));
const GRADE_CODES = new Map<string, number>(GRADES.map((value, code) => [value, code]));
const DATE_PRECISION_CODES = new Map<string, number>(DATE_PRECISIONS.map((value, code) => [value, code]));
const CLAIM_CODES = new Map<string, number>(ACTOR_CLAIMS.map((value, code) => [value, code]));
const PLACE_PRECISION_CODES = new Map<string, number>(PLACE_PRECISIONS.map((value, code) => [value, code]));

/**
 * Turns rows into columns. Rows come sorted by (start, id). About 2 µs and, without texts, 60 bytes a row.
 * Throws RangeError on rows out of order and on values outside the taxonomy.
 */
export class TableBuilder {
  readonly #rowCount: number;
  #row = 0;
  #lastId = '';
  readonly #startDay: Int32Array;
  readonly #endDay: Int32Array;
  readonly #bytes: Record<ByteColumn, Uint8Array>;
  readonly #place: Uint32Array;
  readonly #toll: Uint32Array;
  readonly #placeName: Uint32Array;
  readonly #actorOffsets: Uint32Array;
  readonly #targetedOffsets: Uint32Array;
  readonly #actors: number[] = [];
  readonly #targeted: number[] = [];
  readonly #actorNames = new Dictionary();
  readonly #targetedIds = new Dictionary();
  readonly #placeNames = new Dictionary();
  readonly #provinces = new Dictionary();
  readonly #districts = new Dictionary();
  readonly #places = new Dictionary();
  readonly #placeValues: PlaceValue[] = [];
  readonly #tollCodes = new Dictionary();
  readonly #tolls: number[] = [];
  readonly #scratch: number[] = new Array<number>(TOLL_WIDTH).fill(UNKNOWN_TOLL);
  readonly #days = new Map<string, number>();

  constructor(rowCount: number) {
    this.#rowCount = rowCount;
    this.#startDay = new Int32Array(rowCount);
    this.#endDay = new Int32Array(rowCount);
    this.#place = new Uint32Array(rowCount);
    this.#toll = new Uint32Array(rowCount);
    this.#placeName = new Uint32Array(rowCount);
    this.#actorOffsets = new Uint32Array(rowCount + 1);
    this.#targetedOffsets = new Uint32Array(rowCount + 1);
    const bytes = () => new Uint8Array(rowCount);
    this.#bytes = {
      type: bytes(),
      subType: bytes(),
      targetType: bytes(),
      status: bytes(),
      grade: bytes(),
      severity: bytes(),
      chinese: bytes(),
      datePrecision: bytes(),
      actorClaim: bytes(),
      summarisesDay: bytes(),
    };
  }

  /** Appends a row. */
  add(row: TableRow): void {
    const index = this.#row;
    if (index === this.#rowCount) throw new RangeError(`Expected ${this.#rowCount} rows, got more`);
    const startDay = this.#dayOf(row.start);
    const lastDay = index === 0 ? startDay : (this.#startDay[index - 1] ?? startDay);
    if (startDay < lastDay || (startDay === lastDay && index > 0 && row.id <= this.#lastId)) {
      throw new RangeError(`Expected rows sorted by start day, then id, without repetition; "${row.id}" is not`);
    }
    this.#startDay[index] = startDay;
    this.#endDay[index] = this.#dayOf(row.end);
    this.#addCodes(row, index);
    this.#place[index] = this.#placeOf(row);
    this.#placeName[index] = this.#placeNames.code(row.placeName);
    this.#toll[index] = this.#tollOf(row);
    for (const actor of new Set(row.actors)) this.#actors.push(this.#actorNames.code(actor));
    this.#actorOffsets[index + 1] = this.#actors.length;
    for (const site of new Set(row.targetedSites)) this.#targeted.push(this.#targetedIds.code(site));
    this.#targetedOffsets[index + 1] = this.#targeted.length;
    this.#lastId = row.id;
    this.#row++;
  }

  /** The columns; texts by row are given, since they may stay where they are. Throws RangeError when rows are missing. */
  build(texts: Readonly<Record<'id' | 'title' | 'summary', TextColumn>>): IncidentColumns {
    if (this.#row !== this.#rowCount) throw new RangeError(`Expected ${this.#rowCount} rows, got ${this.#row}`);
    const bytes = this.#bytes;
    const places = this.#placeValues;
    return {
      ...texts,
      startDay: this.#startDay,
      endDay: this.#endDay,
      datePrecision: bytes.datePrecision,
      type: codeColumn(bytes.type, EVENT_TYPES.length),
      subType: codeColumn(bytes.subType, ALL_SUB_EVENT_TYPES.length),
      targetType: codeColumn(bytes.targetType, TARGET_TYPES.length),
      status: codeColumn(bytes.status, STATUSES.length),
      grade: codeColumn(bytes.grade, GRADES.length),
      severity: codeColumn(bytes.severity, 5),
      chinese: codeColumn(bytes.chinese, 2),
      actorClaim: bytes.actorClaim,
      summarisesDay: bytes.summarisesDay,
      actors: listColumn(this.#actorOffsets, Uint32Array.from(this.#actors), this.#actorNames.values.length),
      actorNames: this.#actorNames.values,
      targetedSites: listColumn(
        this.#targetedOffsets,
        Uint32Array.from(this.#targeted),
        this.#targetedIds.values.length,
      ),
      targetedIds: this.#targetedIds.values,
      placeName: codeColumn(this.#placeName, this.#placeNames.values.length),
      placeNames: this.#placeNames.values,
      place: codeColumn(this.#place, places.length),
      places: {
        count: places.length,
        latitude: Float64Array.from(places, (place) => place.latitude ?? Number.NaN),
        longitude: Float64Array.from(places, (place) => place.longitude ?? Number.NaN),
        precision: Uint8Array.from(places, (place) => place.precision),
        province: Uint32Array.from(places, (place) => place.province ?? this.#provinces.values.length),
        district: Uint32Array.from(places, (place) => place.district ?? this.#districts.values.length),
      },
      provinces: this.#provinces.values,
      districts: this.#districts.values,
      toll: codeColumn(this.#toll, this.#tollCodes.values.length),
      tolls: Int32Array.from(this.#tolls),
    };
  }

  #addCodes(row: TableRow, index: number): void {
    const bytes = this.#bytes;
    bytes.type[index] = codeIn(TYPE_CODES, row.eventType, 'event type');
    bytes.subType[index] = codeIn(SUB_TYPE_CODES, row.subEventType, 'sub-event type');
    bytes.targetType[index] = codeIn(TARGET_TYPE_CODES, row.targetType, 'target type');
    bytes.status[index] = codeIn(STATUS_CODES, row.status, 'status');
    bytes.grade[index] = codeIn(GRADE_CODES, row.grade, 'grade');
    bytes.datePrecision[index] = codeIn(DATE_PRECISION_CODES, row.datePrecision, 'date precision');
    bytes.actorClaim[index] = codeIn(CLAIM_CODES, row.actorClaim, 'actor claim');
    bytes.severity[index] = row.severity - 1;
    bytes.chinese[index] = row.chinese ? 1 : 0;
    bytes.summarisesDay[index] = row.summarisesDay ? 1 : 0;
  }

  /** Dates repeat: parsing one costs more than looking it up. */
  #dayOf(isoDate: string): number {
    let day = this.#days.get(isoDate);
    if (day === undefined) {
      day = dayOf(isoDate);
      this.#days.set(isoDate, day);
    }
    return day;
  }

  #placeOf(row: TableRow): number {
    const precision = codeIn(PLACE_PRECISION_CODES, row.placePrecision, 'place precision');
    const province = row.province === null ? null : this.#provinces.code(row.province);
    const district = row.district === null ? null : this.#districts.code(row.district);
    const code = this.#places.code(`${row.latitude},${row.longitude},${precision},${province},${district}`);
    if (code === this.#placeValues.length) {
      this.#placeValues.push({ latitude: row.latitude, longitude: row.longitude, precision, province, district });
    }
    return code;
  }

  #tollOf(row: TableRow): number {
    const numbers = this.#scratch;
    CASUALTY_KINDS.forEach((kind, index) => {
      const range = row[kind];
      numbers[3 * index] = range ? range.low : UNKNOWN_TOLL;
      numbers[3 * index + 1] = range ? range.best : UNKNOWN_TOLL;
      numbers[3 * index + 2] = range ? range.high : UNKNOWN_TOLL;
    });
    const code = this.#tollCodes.code(numbers.join());
    if (code * TOLL_WIDTH === this.#tolls.length) this.#tolls.push(...numbers);
    return code;
  }
}

type ByteColumn =
  | 'type'
  | 'subType'
  | 'targetType'
  | 'status'
  | 'grade'
  | 'severity'
  | 'chinese'
  | 'datePrecision'
  | 'actorClaim'
  | 'summarisesDay';

interface PlaceValue {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: number;
  readonly province: number | null;
  readonly district: number | null;
}

/** Texts that are in memory already. */
export function textColumn(texts: readonly string[]): TextColumn {
  return { length: texts.length, at: (row) => texts[row] ?? '' };
}

function codeIn(codes: ReadonlyMap<string, number>, value: string, what: string): number {
  const code = codes.get(value);
  if (code === undefined) throw new RangeError(`Expected a known ${what}, got ${JSON.stringify(value.slice(0, 60))}`);
  return code;
}
