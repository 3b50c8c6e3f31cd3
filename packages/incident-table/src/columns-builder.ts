import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  affectsChineseNationals,
  CASUALTY_KINDS,
  DATE_PRECISIONS,
  dayOf,
  EVENT_TYPES,
  GRADES,
  PLACE_PRECISIONS,
  STATUSES,
  severityOf,
  TARGET_TYPES,
  type TableIncident,
} from '@corridor/domain';
import { assembleColumns, mapRows, type RowCodes, type RowParts } from './assemble-columns.ts';
import { CodeLists } from './code-lists.ts';
import { Dictionary } from './dictionary.ts';
import { type IncidentColumns, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';
import { IncidentTexts } from './incident-texts.ts';
import { NO_CODE, PlaceDictionary } from './place-dictionary.ts';
import { createLike, type RowArray } from './row-arrays.ts';
import { sortRows } from './sort-rows.ts';
import { TupleDictionary } from './tuple-dictionary.ts';

/** Keys are positive and below 2^31. */
export const MAX_KEY = 2 ** 31 - 1;

const TYPE_CODES = codesOf(EVENT_TYPES);
const SUB_TYPE_CODES = codesOf(ALL_SUB_EVENT_TYPES);
const TARGET_TYPE_CODES = codesOf(TARGET_TYPES);
const STATUS_CODES = codesOf(STATUSES);
const GRADE_CODES = codesOf(GRADES);
const DATE_PRECISION_CODES = codesOf(DATE_PRECISIONS);
const CLAIM_CODES = codesOf(ACTOR_CLAIMS);
const PLACE_PRECISION_CODES = codesOf(PLACE_PRECISIONS);

/** Rows for which there is room at first. */
const FIRST_CAPACITY = 1024;

/**
 * Incidents as columns, one at a time and in any order: no more than the columns is held, about 70 bytes an incident
 * and its texts as UTF-8. About 5 µs an incident. Texts may go to a source that other tables have theirs in already.
 */
export class ColumnsBuilder {
  readonly #texts: IncidentTexts;
  readonly #dayOf = createDayReader();
  #rows = createRows(FIRST_CAPACITY);
  #count = 0;
  readonly #actors = new CodeLists(FIRST_CAPACITY);
  readonly #targeted = new CodeLists(FIRST_CAPACITY);
  readonly #actorNames = new Dictionary();
  readonly #targetedIds = new Dictionary();
  readonly #placeNames = new Dictionary();
  readonly #origins = new Dictionary();
  readonly #licences = new Dictionary();
  readonly #provinces = new Dictionary();
  readonly #districts = new Dictionary();
  readonly #places = new PlaceDictionary();
  readonly #tolls = new TupleDictionary(TOLL_WIDTH);

  constructor(texts = new IncidentTexts()) {
    this.#texts = texts;
  }

  /** Throws RangeError on values outside the taxonomy and on a key that is none. */
  add(incident: TableIncident, key: number): void {
    if (!(Number.isInteger(key) && key > 0 && key <= MAX_KEY))
      throw new RangeError(`Expected a key from 1 to ${MAX_KEY}, got ${key}`);
    if (this.#count === this.#rows.key.length) this.#rows = grownRows(this.#rows, 2 * this.#count);
    const row = this.#count++;
    const { actors, occurred, place, targetedSites } = incident;
    const rows = this.#rows;
    rows.key[row] = key;
    rows.text[row] = this.#texts.add(key, incident);
    rows.startDay[row] = this.#dayOf(occurred.start);
    rows.endDay[row] = this.#dayOf(occurred.end);
    this.#addBytes(incident, row);
    rows.place[row] = this.#places.code(
      place.latitude ?? Number.NaN,
      place.longitude ?? Number.NaN,
      codeIn(PLACE_PRECISION_CODES, place.precision, 'place precision'),
      place.province === null ? NO_CODE : this.#provinces.code(place.province),
      place.district === null ? NO_CODE : this.#districts.code(place.district),
    );
    rows.placeName[row] = this.#placeNames.code(place.name);
    rows.origin[row] = this.#origins.code(incident.origin);
    rows.licence[row] = this.#licences.code(incident.licence);
    rows.toll[row] = this.#tollOf(incident);
    for (const { name } of actors) this.#actors.add(this.#actorNames.code(name));
    this.#actors.endRow();
    for (const id of targetedSites) this.#targeted.add(this.#targetedIds.code(id));
    this.#targeted.endRow();
  }

  /** The columns of what was added. Throws RangeError on a repeated id within a day. */
  columns(): IncidentColumns {
    const parts = this.#parts();
    const texts = this.#texts;
    return assembleColumns({
      ...parts,
      rows: sortRows(parts.rows, (first, second) => texts.compareIds(first, second)),
    });
  }

  #parts(): RowParts {
    const [provinces, districts] = [this.#provinces.values, this.#districts.values];
    return {
      rows: {
        ...mapRows(
          this.#rows,
          (values) => partOf(values, this.#count),
          (lists) => lists,
        ),
        actors: this.#actors.lists(),
        targetedSites: this.#targeted.lists(),
      },
      dictionaries: {
        places: this.#places.columns(provinces.length, districts.length),
        tolls: this.#tolls.values(),
        placeNames: this.#placeNames.values,
        origins: this.#origins.values,
        licences: this.#licences.values,
        actorNames: this.#actorNames.values,
        targetedIds: this.#targetedIds.values,
        provinces,
        districts,
      },
      texts: this.#texts,
    };
  }

  #addBytes(incident: TableIncident, row: number): void {
    const { bytes } = this.#rows;
    const { actors, casualties, eventType, grade, occurred, subEventType } = incident;
    bytes.type[row] = codeIn(TYPE_CODES, eventType, 'event type');
    bytes.subType[row] = codeIn(SUB_TYPE_CODES, subEventType, 'sub-event type');
    bytes.targetType[row] = codeIn(TARGET_TYPE_CODES, incident.targetType, 'target type');
    bytes.status[row] = codeIn(STATUS_CODES, incident.status, 'status');
    bytes.grade[row] = codeIn(GRADE_CODES, `${grade.reliability}${grade.credibility}`, 'grade');
    bytes.datePrecision[row] = codeIn(DATE_PRECISION_CODES, occurred.precision, 'date precision');
    bytes.actorClaim[row] = codeIn(CLAIM_CODES, actors[0]?.claim ?? 'unknown', 'actor claim');
    bytes.severity[row] =
      severityOf({
        eventType,
        subEventType,
        killed: casualties.killed?.best ?? null,
        wounded: casualties.wounded?.best ?? null,
        abducted: casualties.abducted?.best ?? null,
      }) - 1;
    bytes.chinese[row] = affectsChineseNationals(incident) ? 1 : 0;
    bytes.summarisesDay[row] = incident.summarisesDay ? 1 : 0;
  }

  #tollOf({ casualties }: TableIncident): number {
    const { tuple } = this.#tolls;
    let at = 0;
    for (const kind of CASUALTY_KINDS) {
      const range = casualties[kind];
      tuple[at++] = range ? range.low : UNKNOWN_TOLL;
      tuple[at++] = range ? range.best : UNKNOWN_TOLL;
      tuple[at++] = range ? range.high : UNKNOWN_TOLL;
    }
    return this.#tolls.code();
  }
}

const NO_LISTS = { offsets: new Uint32Array(1), values: new Uint32Array(0) };

function createRows(capacity: number): RowCodes {
  const bytes = () => new Uint8Array(capacity);
  const codes = () => new Uint32Array(capacity);
  return {
    key: codes(),
    text: codes(),
    startDay: new Int32Array(capacity),
    endDay: new Int32Array(capacity),
    bytes: {
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
    },
    place: codes(),
    toll: codes(),
    placeName: codes(),
    origin: codes(),
    licence: codes(),
    actors: NO_LISTS,
    targetedSites: NO_LISTS,
  };
}

function grownRows(rows: RowCodes, capacity: number): RowCodes {
  return mapRows(
    rows,
    (values) => {
      const larger = createLike(values, capacity);
      larger.set(values);
      return larger;
    },
    (lists) => lists,
  );
}

function partOf<T extends RowArray>(values: T, length: number): T {
  const part = createLike(values, length);
  part.set(values.subarray(0, length));
  return part;
}

/** Dates repeat: parsing one costs more than looking it up. */
function createDayReader(): (isoDate: string) => number {
  const days = new Map<string, number>();
  return (isoDate) => {
    const known = days.get(isoDate);
    if (known !== undefined) return known;
    const day = dayOf(isoDate);
    days.set(isoDate, day);
    return day;
  };
}

function codesOf(values: readonly string[]): ReadonlyMap<string, number> {
  return new Map(values.map((value, code) => [value, code]));
}

function codeIn(codes: ReadonlyMap<string, number>, value: string, what: string): number {
  const code = codes.get(value);
  if (code === undefined) throw new RangeError(`Expected a known ${what}, got ${JSON.stringify(value.slice(0, 60))}`);
  return code;
}
