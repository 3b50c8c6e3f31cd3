import { readFile } from 'node:fs/promises';
import {
  type Casualties,
  draftOf,
  EVENT_TYPES,
  formatIssue,
  type Incident,
  type Place,
  type Portfolio,
  type RowIssue,
  SUB_EVENT_TYPES,
  type UnfinishedDraft,
} from '@corridor/domain';
import { z } from 'zod';
import {
  codeCell,
  countCell,
  issueAt,
  listCell,
  optionalDateCell,
  readCells,
  requiredCell,
  textCell,
} from './cells.ts';
import { type CsvRow, readCsv } from './read-csv.ts';

/** A report beside a record of the portfolio, and whether both tell of one event. */
export interface DuplicatePair {
  /** Weights are chosen by `tuning` alone. */
  readonly part: 'tuning' | 'held-out';
  readonly same: boolean;
  readonly record: Incident;
  readonly told: UnfinishedDraft;
}

const pairCells = z.object({
  part: codeCell(['tuning', 'held-out']),
  same: codeCell(['yes', 'no']),
  record: requiredCell,
  other: textCell,
  start: optionalDateCell,
  end: optionalDateCell,
  precision: codeCell(['', 'day', 'month', 'year']),
  sub_event_type: textCell,
  actors: listCell,
  place: textCell,
  district: textCell,
  killed: countCell,
  wounded: countCell,
  title: textCell,
});
type PairCells = z.infer<typeof pairCells>;

const FILE = 'duplicate-pairs.csv';

/**
 * The labelled pairs of `duplicate-pairs.csv`, by which the score of duplicates is measured: retellings and look-alikes
 * written for it, and neighbours among the records themselves. Throws for a row that is wrong.
 */
export async function loadDuplicatePairs(portfolio: Portfolio): Promise<readonly DuplicatePair[]> {
  const text = await readFile(new URL(`../data/${FILE}`, import.meta.url), 'utf8');
  const { issues, rows } = readCsv(FILE, text, Object.keys(pairCells.shape));
  const found: RowIssue[] = [...issues];
  const pairs = rows.flatMap((row) => readPair(row, portfolio, found) ?? []);
  const [first] = found;
  if (first) throw new Error(formatIssue(first));
  return pairs;
}

function readPair(row: CsvRow, portfolio: Portfolio, issues: RowIssue[]): DuplicatePair | null {
  const cells = readCells(row, pairCells, issues);
  if (!cells) return null;
  const find = (field: 'other' | 'record') => {
    const incident = portfolio.incidents.find(({ id }) => id === cells[field]);
    if (!incident) issues.push(issueAt(row, field, cells[field], 'names no incident'));
    return incident;
  };
  const record = find('record');
  const told = cells.other === '' ? reportOf(cells, row, portfolio, issues) : neighbour(find('other'));
  return record && told ? { part: cells.part, same: cells.same === 'yes', record, told } : null;
}

function neighbour(incident: Incident | undefined): UnfinishedDraft | null {
  return incident ? draftOf(incident) : null;
}

function reportOf(cells: PairCells, row: CsvRow, portfolio: Portfolio, issues: RowIssue[]): UnfinishedDraft | null {
  const { actors, end, precision, start, title } = cells;
  const eventType = EVENT_TYPES.find((type) => subTypesOf(type).includes(cells.sub_event_type));
  const subEventType = eventType && SUB_EVENT_TYPES[eventType].find((name) => name === cells.sub_event_type);
  const place = placeOf(cells, portfolio);
  if (!subEventType) issues.push(issueAt(row, 'sub_event_type', cells.sub_event_type, 'is no sub-event type'));
  if (!place) issues.push(issueAt(row, 'place', cells.place, 'is no place of the gazetteer in that district'));
  if (!eventType || !subEventType || !place || start === null || end === null || precision === '') return null;
  return {
    occurred: { start, end, precision },
    ...{ title, eventType, subEventType, place, sources: [] },
    actors: actors.map((name) => ({ name, claim: 'attributed' })),
    casualties: { ...NO_TOLL, killed: exactly(cells.killed), wounded: exactly(cells.wounded) },
  };
}

function subTypesOf(type: (typeof EVENT_TYPES)[number]): readonly string[] {
  return SUB_EVENT_TYPES[type];
}

/** A report names a place of the gazetteer, or the district alone. */
function placeOf({ district, place }: PairCells, { gazetteer, info }: Portfolio): Place | null {
  const { name: districtName, province } = info.districts.find(({ name }) => name === district) ?? {};
  if (districtName === undefined || province === undefined) return null;
  const within = { province, district: districtName };
  if (place === '') return { name: '', ...within, latitude: null, longitude: null, precision: 'district' };
  const found = gazetteer.find((known) => known.name === place && known.district === district);
  if (!found) return null;
  return { name: place, ...within, latitude: found.latitude, longitude: found.longitude, precision: 'place' };
}

const NO_TOLL: Casualties = {
  ...{ killed: null, wounded: null, abducted: null, attackersKilled: null, chineseKilled: null, chineseWounded: null },
};

function exactly(count: number | null): Casualties['killed'] {
  return count === null ? null : { low: count, best: count, high: count };
}
