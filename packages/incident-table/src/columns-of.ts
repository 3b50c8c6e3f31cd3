import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  affectsChineseNationals,
  CASUALTY_KINDS,
  DATE_PRECISIONS,
  dayOf,
  EVENT_TYPES,
  GRADES,
  type Incident,
  PLACE_PRECISIONS,
  STATUSES,
  severityOf,
  TARGET_TYPES,
} from '@corridor/domain';
import { assembleColumns } from './assemble-columns.ts';
import { CodeLists } from './code-lists.ts';
import { Dictionary } from './dictionary.ts';
import { type IncidentColumns, type TextColumn, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';
import { NO_CODE, PlaceDictionary } from './place-dictionary.ts';
import { orderOf } from './sort-rows.ts';
import { TupleDictionary } from './tuple-dictionary.ts';

const TYPE_CODES = codesOf(EVENT_TYPES);
const SUB_TYPE_CODES = codesOf(ALL_SUB_EVENT_TYPES);
const TARGET_TYPE_CODES = codesOf(TARGET_TYPES);
const STATUS_CODES = codesOf(STATUSES);
const GRADE_CODES = codesOf(GRADES);
const DATE_PRECISION_CODES = codesOf(DATE_PRECISIONS);
const CLAIM_CODES = codesOf(ACTOR_CLAIMS);
const PLACE_PRECISION_CODES = codesOf(PLACE_PRECISIONS);

/**
 * Incidents as columns, sorted by (start day, id). About 9 µs and, without texts, 60 bytes an incident; no object is
 * made for one. Throws RangeError on a repeated id within a day and on values outside the taxonomy.
 */
export function columnsOf(incidents: readonly Incident[]): IncidentColumns {
  const days = createDayReader();
  const unsortedIds = textColumn(incidents.map(({ id }) => id));
  const order = orderOf(
    Int32Array.from(incidents, ({ occurred }) => days(occurred.start)),
    unsortedIds,
  );
  const sorted = order
    ? Array.from(order, (row) => incidents[row]).filter((incident) => incident !== undefined)
    : incidents;
  const coder = new IncidentCoder(sorted.length, days);
  sorted.forEach((incident, row) => {
    coder.add(incident, row);
  });
  return coder.columns(sorted);
}

/** Writes the codes of incidents, row by row. */
class IncidentCoder {
  readonly #dayOf: (isoDate: string) => number;
  readonly #startDay: Int32Array;
  readonly #endDay: Int32Array;
  readonly #bytes: ReturnType<typeof createBytes>;
  readonly #place: Uint32Array;
  readonly #toll: Uint32Array;
  readonly #placeName: Uint32Array;
  readonly #actors: CodeLists;
  readonly #targeted: CodeLists;
  readonly #actorNames = new Dictionary();
  readonly #targetedIds = new Dictionary();
  readonly #placeNames = new Dictionary();
  readonly #provinces = new Dictionary();
  readonly #districts = new Dictionary();
  readonly #places = new PlaceDictionary();
  readonly #tolls = new TupleDictionary(TOLL_WIDTH);

  constructor(rowCount: number, days: (isoDate: string) => number) {
    this.#dayOf = days;
    this.#startDay = new Int32Array(rowCount);
    this.#endDay = new Int32Array(rowCount);
    this.#bytes = createBytes(rowCount);
    this.#place = new Uint32Array(rowCount);
    this.#toll = new Uint32Array(rowCount);
    this.#placeName = new Uint32Array(rowCount);
    this.#actors = new CodeLists(rowCount);
    this.#targeted = new CodeLists(rowCount);
  }

  add(incident: Incident, row: number): void {
    const { actors, occurred, place, targetedSites } = incident;
    this.#startDay[row] = this.#dayOf(occurred.start);
    this.#endDay[row] = this.#dayOf(occurred.end);
    this.#addBytes(incident, row);
    this.#place[row] = this.#places.code(
      place.latitude ?? Number.NaN,
      place.longitude ?? Number.NaN,
      codeIn(PLACE_PRECISION_CODES, place.precision, 'place precision'),
      place.province === null ? NO_CODE : this.#provinces.code(place.province),
      place.district === null ? NO_CODE : this.#districts.code(place.district),
    );
    this.#placeName[row] = this.#placeNames.code(place.name);
    this.#toll[row] = this.#tollOf(incident);
    for (const { name } of actors) this.#actors.add(this.#actorNames.code(name));
    this.#actors.endRow();
    for (const id of targetedSites) this.#targeted.add(this.#targetedIds.code(id));
    this.#targeted.endRow();
  }

  columns(sorted: readonly Incident[]): IncidentColumns {
    return assembleColumns(
      {
        id: textColumn(sorted.map(({ id }) => id)),
        title: textColumn(sorted.map(({ title }) => title)),
        summary: textColumn(sorted.map(({ summary }) => summary)),
        startDay: this.#startDay,
        endDay: this.#endDay,
        bytes: this.#bytes,
        place: this.#place,
        toll: this.#toll,
        placeName: this.#placeName,
        actors: this.#actors.lists(),
        targetedSites: this.#targeted.lists(),
      },
      {
        places: this.#places,
        tolls: this.#tolls,
        placeNames: this.#placeNames.values,
        actorNames: this.#actorNames.values,
        targetedIds: this.#targetedIds.values,
        provinces: this.#provinces.values,
        districts: this.#districts.values,
      },
    );
  }

  #addBytes(incident: Incident, row: number): void {
    const bytes = this.#bytes;
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

  #tollOf({ casualties }: Incident): number {
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

function createBytes(rowCount: number) {
  const bytes = () => new Uint8Array(rowCount);
  return {
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

/** Texts that are in memory already. */
function textColumn(texts: readonly string[]): TextColumn {
  return { length: texts.length, at: (row) => texts[row] ?? '' };
}

function codesOf(values: readonly string[]): ReadonlyMap<string, number> {
  return new Map(values.map((value, code) => [value, code]));
}

function codeIn(codes: ReadonlyMap<string, number>, value: string, what: string): number {
  const code = codes.get(value);
  if (code === undefined) throw new RangeError(`Expected a known ${what}, got ${JSON.stringify(value.slice(0, 60))}`);
  return code;
}
