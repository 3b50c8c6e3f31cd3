import {
  affectsChineseNationals,
  CASUALTY_KINDS,
  type Casualties,
  type Place,
  severityOf,
  type TableIncident,
} from '@corridor/domain';
import { toTollColumns } from '../incident-row.ts';
import type { FactRow, TextRow } from '../schema.ts';
import { type CodedColumn, codeOf } from './codes.ts';
import { toWordVector } from './search-words.ts';
import { sortKeyOf } from './sort-key.ts';

/**
 * Which way of deriving the projection this is. Raise it with every change of what the rows below hold: of the severity
 * formula, the taxonomy's lists, the folding of text. Databases are then derived anew when they are opened.
 */
export const DERIVATION = 1;

/** A row of a dictionary before it has an id: what makes it distinct, and the rest, made only when it is new. */
export interface DictionaryEntry {
  readonly signature: string;
  readonly toRow: () => object;
}

export function toPlaceEntry({ latitude, longitude, precision, province, district }: Place): DictionaryEntry {
  return {
    signature: placeSignature({ latitude, longitude, precision, province, district }),
    toRow: () => ({
      latitude,
      longitude,
      precision,
      province,
      district,
      district_sort_key: district === null ? null : sortKeyOf(district),
    }),
  };
}

export function toTollEntry({ casualties }: TableIncident): DictionaryEntry {
  return { signature: tollSignature(casualties), toRow: () => toTollColumns(casualties) };
}

export function toTermEntry(term: string): DictionaryEntry {
  return { signature: term, toRow: () => ({ sort_key: sortKeyOf(term) }) };
}

function placeSignature({ latitude, longitude, precision, province, district }: Omit<Place, 'name'>): string {
  return JSON.stringify([latitude, longitude, precision, province, district]);
}

function tollSignature(casualties: Casualties): string {
  let signature = '';
  for (const kind of CASUALTY_KINDS) {
    const range = casualties[kind];
    signature += range === null ? ' ' : `${range.low}-${range.best}-${range.high} `;
  }
  return signature;
}

/** Ids of the dictionaries' rows by signature. */
export interface DictionaryIds {
  readonly place: ReadonlyMap<string, number>;
  readonly toll: ReadonlyMap<string, number>;
  readonly term: ReadonlyMap<string, number>;
}

export function toFactRow(incident: TableIncident, key: number, ids: DictionaryIds): FactRow {
  const { actors, casualties, eventType, grade, occurred, subEventType, targetedSites } = incident;
  const severity = severityOf({
    eventType,
    subEventType,
    killed: casualties.killed?.best ?? null,
    wounded: casualties.wounded?.best ?? null,
    abducted: casualties.abducted?.best ?? null,
  });
  const [year = 0, month = 1] = occurred.start.split('-').map(Number);
  const namesOf = (names: readonly string[]) => [...new Set(names)].map((name) => known(ids.term, name));
  return {
    incident_id: incident.id,
    key,
    start_day: occurred.start,
    month: 12 * year + month - 1,
    place_id: known(ids.place, placeSignature(incident.place)),
    toll_id: known(ids.toll, tollSignature(casualties)),
    date_precision: code('date_precision', occurred.precision),
    event_type: code('event_type', eventType),
    sub_event_type: code('sub_event_type', subEventType),
    target_type: code('target_type', incident.targetType),
    severity: code('severity', String(severity)),
    status: code('status', incident.status),
    grade: code('grade', `${grade.reliability}${grade.credibility}`),
    chinese: affectsChineseNationals(incident),
    actor_ids: namesOf(actors.map(({ name }) => name)),
    targeted_ids: namesOf(targetedSites),
  };
}

export function toTextRow(incident: TableIncident, key: number): TextRow {
  return {
    incident_id: incident.id,
    key,
    title_sort_key: sortKeyOf(incident.title),
    words: toWordVector(incident),
  };
}

function code(column: CodedColumn, value: string): number {
  const found = codeOf(column, value);
  if (found === undefined)
    throw new RangeError(`Expected a known ${column}, got ${JSON.stringify(value.slice(0, 60))}`);
  return found;
}

function known(ids: ReadonlyMap<string, number>, signature: string): number {
  const id = ids.get(signature);
  if (id === undefined) throw new RangeError(`Expected an id for ${JSON.stringify(signature.slice(0, 60))}`);
  return id;
}
