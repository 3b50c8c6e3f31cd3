import {
  ACTOR_CLAIMS,
  ALL_SUB_EVENT_TYPES,
  DATE_PRECISIONS,
  type DayNumber,
  EVENT_TYPES,
  GRADES,
  type IncidentSummary,
  isoOf,
  PLACE_PRECISIONS,
  type Range,
  SEVERITIES,
  STATUSES,
  TARGET_TYPES,
  type TableIncident,
} from '@corridor/domain';
import { changedColumns } from './changed-columns.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { type IncidentColumns, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';
import { indexKeys, type RowOfKey } from './index-keys.ts';
import type { KeyedIncident } from './keyed-incident.ts';

/** Incidents that were written since a table was made, and keys of those that no longer count. */
export interface TableChanges {
  readonly revision: number;
  readonly upserts: readonly KeyedIncident[];
  /** Keys; those that the table does not have do no harm. */
  readonly removed: readonly number[];
}

/**
 * Incidents as columns, sorted by (start day, id): the in-memory image of the store at a revision. Immutable.
 * About 40 bytes a row, and its texts as UTF-8 where they are held.
 */
export class IncidentTable {
  readonly columns: IncidentColumns;
  readonly rowCount: number;
  readonly revision: number;
  /** Day of the first incident; null without incidents. */
  readonly firstDay: DayNumber | null;
  /** Day of the last incident that is dated to the day, or of the last of all when none is. */
  readonly lastDay: DayNumber | null;
  #rowOfKey: RowOfKey | null = null;
  /** Dates by day: the rows of a page share few. */
  readonly #dates = new Map<DayNumber, string>();

  /** Takes over columns as they are; `fromIncidents` and `decodeArrow` make them. */
  constructor(columns: IncidentColumns, revision: number) {
    this.columns = columns;
    this.rowCount = columns.startDay.length;
    this.revision = revision;
    this.firstDay = columns.startDay[0] ?? null;
    this.lastDay = findLastDay(columns);
  }

  /**
   * Builds the table: about 6 µs an incident. Keys are 1, 2 and so on where none are given. Throws RangeError on a
   * repeated id within a day and on values outside the taxonomy.
   */
  static fromIncidents(incidents: readonly TableIncident[], revision: number, keys?: ArrayLike<number>): IncidentTable {
    const builder = new ColumnsBuilder();
    incidents.forEach((incident, index) => {
      builder.add(incident, keys ? (keys[index] ?? 0) : index + 1);
    });
    return new IncidentTable(builder.columns(), revision);
  }

  /** Builds the table from batches as they come, in any order, holding one batch at a time. */
  static async fromBatches(batches: AsyncIterable<readonly KeyedIncident[]>, revision: number): Promise<IncidentTable> {
    const builder = new ColumnsBuilder();
    for await (const batch of batches) for (const { incident, key } of batch) builder.add(incident, key);
    return new IncidentTable(builder.columns(), revision);
  }

  /**
   * The table after a change: what stands at `revision`, exactly as `fromIncidents` would give it. Columns are copied,
   * some 40 bytes a row; texts are shared. About 40 ms for a million rows, and 10 µs a changed incident. Throws
   * RangeError on a repeated id within a day and on values outside the taxonomy.
   */
  withChanges({ removed, revision, upserts }: TableChanges): IncidentTable {
    const rowOf = (key: number) => this.rowOfKey(key);
    return new IncidentTable(changedColumns(this.columns, upserts, removed, rowOf), revision);
  }

  /** The id of a row. */
  id(row: number): string {
    this.#checkRow(row);
    return this.columns.id.at(row);
  }

  /** The row of an id. The first call indexes all ids and keys: about 300 ns and 12 bytes a row. */
  rowOf(id: string): number | undefined {
    const key = this.columns.texts.source.keyOf(id);
    return key === undefined ? undefined : this.rowOfKey(key);
  }

  /** The row of a key. The first call indexes all keys: O(rows), about 4 bytes a row. */
  rowOfKey(key: number): number | undefined {
    this.#rowOfKey ??= indexKeys(this.columns.key);
    return this.#rowOfKey(key);
  }

  /** A row as lists and tables show it. Throws RangeError for a row outside the table. */
  summary(row: number): IncidentSummary {
    this.#checkRow(row);
    const c = this.columns;
    const place = c.place.codes[row] ?? 0;
    const latitude = c.places.latitude[place] ?? Number.NaN;
    const longitude = c.places.longitude[place] ?? Number.NaN;
    return {
      id: c.id.at(row),
      title: c.title.at(row),
      start: this.#dateOf(c.startDay[row] ?? 0),
      end: this.#dateOf(c.endDay[row] ?? 0),
      datePrecision: valueAt(DATE_PRECISIONS, c.datePrecision[row]),
      eventType: valueAt(EVENT_TYPES, c.type.codes[row]),
      subEventType: valueAt(ALL_SUB_EVENT_TYPES, c.subType.codes[row]),
      actors: listAt(c.actors, c.actorNames, row),
      actorClaim: valueAt(ACTOR_CLAIMS, c.actorClaim[row]),
      targetType: valueAt(TARGET_TYPES, c.targetType.codes[row]),
      targetedSites: listAt(c.targetedSites, c.targetedIds, row),
      placeName: valueAt(c.placeNames, c.placeName.codes[row]),
      province: c.provinces[c.places.province[place] ?? 0] ?? null,
      district: c.districts[c.places.district[place] ?? 0] ?? null,
      latitude: Number.isNaN(latitude) ? null : latitude,
      longitude: Number.isNaN(longitude) ? null : longitude,
      placePrecision: valueAt(PLACE_PRECISIONS, c.places.precision[place]),
      killed: this.#range(row, 0),
      wounded: this.#range(row, 1),
      abducted: this.#range(row, 2),
      attackersKilled: this.#range(row, 3),
      chineseKilled: this.#range(row, 4),
      chineseWounded: this.#range(row, 5),
      severity: valueAt(SEVERITIES, c.severity.codes[row]),
      status: valueAt(STATUSES, c.status.codes[row]),
      grade: valueAt(GRADES, c.grade.codes[row]),
      chinese: c.chinese.codes[row] === 1,
      summarisesDay: c.summarisesDay[row] === 1,
      origin: valueAt(c.origins, c.origin.codes[row]),
    };
  }

  #dateOf(day: DayNumber): string {
    const known = this.#dates.get(day);
    if (known !== undefined) return known;
    const date = isoOf(day);
    this.#dates.set(day, date);
    return date;
  }

  /** `kind` is the index in CASUALTY_KINDS. */
  #range(row: number, kind: number): Range | null {
    const { toll, tolls } = this.columns;
    const at = (toll.codes[row] ?? 0) * TOLL_WIDTH + 3 * kind;
    const low = tolls[at] ?? UNKNOWN_TOLL;
    return low === UNKNOWN_TOLL ? null : { low, best: tolls[at + 1] ?? low, high: tolls[at + 2] ?? low };
  }

  #checkRow(row: number): void {
    if (!(Number.isInteger(row) && row >= 0 && row < this.rowCount)) {
      throw new RangeError(`Expected a row below ${this.rowCount}, got ${row}`);
    }
  }
}

function findLastDay({ startDay, datePrecision }: IncidentColumns): DayNumber | null {
  for (let row = startDay.length - 1; row >= 0; row--) if (datePrecision[row] === 0) return startDay[row] ?? null;
  return startDay.at(-1) ?? null;
}

function valueAt<T>(values: readonly T[], code: number | undefined): T {
  const value = values[code ?? -1];
  if (value === undefined) throw new RangeError(`Expected a code below ${values.length}, got ${code}`);
  return value;
}

function listAt(column: IncidentColumns['actors'], names: readonly string[], row: number): string[] {
  const values: string[] = [];
  const end = column.offsets[row + 1] ?? 0;
  for (let at = column.offsets[row] ?? 0; at < end; at++) values.push(valueAt(names, column.values[at]));
  return values;
}
