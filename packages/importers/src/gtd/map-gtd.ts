import {
  type ActorClaim,
  dayOf,
  type Incident,
  isoOf,
  nextUnit,
  type PlacePrecision,
  type RowIssue,
  startOfUnit,
  type TargetType,
} from '@corridor/domain';
import { readCells } from '../cells.ts';
import type { ImportContext, MappedRow } from '../import-context.ts';
import { isForeign } from '../is-foreign.ts';
import { placeOf } from '../place-of.ts';
import { issueAt, type SourceRow } from '../source-row.ts';
import { NO_TOLLS, onOneLine, toRecord, UNSTATED } from '../to-record.ts';
import { existingDate } from '../written-date.ts';
import { type GtdRow, gtdRowSchema } from './gtd-row.ts';
import { GTD_TARGETS, gtdType } from './gtd-type.ts';

export const GTD_ORIGIN = 'gtd';
/** START's terms: no redistribution. */
export const GTD_LICENCE = 'GTD terms of use (restricted)';

const COLUMNS = { province: 'provstate', district: 'city', latitude: 'latitude', longitude: 'longitude' };

/** A row of the Global Terrorism Database as a record. Perpetrators are counted apart where GTD knows how many they were. */
export function mapGtd(row: SourceRow, context: ImportContext): MappedRow {
  const issues: RowIssue[] = [];
  const cells = readCells(row, gtdRowSchema, issues);
  if (!cells || isForeign(row, ['country_txt', 'country'], context, issues)) return { record: null, issues };
  const occurred = occurredOf(cells, row, issues);
  const type = gtdType(cells);
  if (!type) issues.push(issueAt(row, 'attacktype1', row.cells.attacktype1 ?? '', 'has no type of ours'));
  const target = targetTypeOf(cells, row, issues);
  const casualties = casualtiesOf(cells, row, issues);
  const precision = precisionOf(cells, row, issues);
  const place =
    precision &&
    placeOf(
      {
        ...cells,
        name: placeName(cells),
        province: unknownAsBlank(cells.provstate),
        district: '',
        precision,
        columns: COLUMNS,
      },
      row,
      context,
      issues,
    );
  if (!occurred || !type || !target || !casualties || !place) return { record: null, issues };
  const record = {
    id: `gtd-${cells.eventid.toLowerCase()}`,
    title: titleOf(cells, type.subEventType),
    summary: cells.summary,
    occurred,
    ...type,
    actors: actorsOf(cells, context),
    target: onOneLine([cells.target1, cells.corp1].filter((text) => text !== '').join(', ')).slice(0, 500),
    targetType: target,
    place,
    casualties,
    notes: notesOf(cells),
    origin: GTD_ORIGIN,
    licence: GTD_LICENCE,
    ...UNSTATED,
  };
  return toRecord(row, record, issues, columnOf);
}

/** Month or day 0 is unknown. An extended incident ends on the day of its resolution. */
function occurredOf(cells: GtdRow, row: SourceRow, issues: RowIssue[]): Incident['occurred'] | null {
  const { iyear, imonth, iday } = cells;
  const precision = Number(imonth) === 0 ? 'year' : Number(iday) === 0 ? 'month' : 'day';
  const first = existingDate(iyear, precision === 'year' ? '1' : imonth, precision === 'day' ? iday : '1');
  if (first === null || (precision === 'year' && Number(iday) !== 0)) {
    const [field, value] = precision === 'day' ? ['iday', iday] : ['imonth', imonth];
    issues.push(issueAt(row, field, value, `is no day of ${iyear}-${imonth}-${iday}`));
    return null;
  }
  const start = startOfUnit(dayOf(first), precision);
  const ended = cells.extended === 1 ? resolutionOf(cells, row, issues) : null;
  const end = nextUnit(start, precision) - 1;
  return { start: isoOf(start), end: isoOf(ended === null ? end : Math.max(end, dayOf(ended))), precision };
}

function resolutionOf({ resolution }: GtdRow, row: SourceRow, issues: RowIssue[]): string | null {
  if (resolution === '') return null;
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(resolution) ?? [];
  const [, isoYear = year, isoMonth = month, isoDay = day] = /^(\d{4})-(\d{2})-(\d{2})\b/.exec(resolution) ?? [];
  const date = existingDate(isoYear, isoMonth, isoDay);
  if (date === null) issues.push(issueAt(row, 'resolution', resolution, 'is a date m/d/yyyy or YYYY-MM-DD: left out'));
  return date;
}

const PRECISION: Readonly<Partial<Record<number, PlacePrecision>>> = {
  1: 'place',
  2: 'district',
  3: 'district',
  4: 'province',
  5: 'country',
};

/** GTD's city is exact to the city; `vicinity` says that it was near it. */
function precisionOf({ specificity, vicinity }: GtdRow, row: SourceRow, issues: RowIssue[]): PlacePrecision | null {
  const precision = specificity === null ? undefined : PRECISION[specificity];
  if (!precision) {
    issues.push(issueAt(row, 'specificity', row.cells.specificity ?? '', 'is 1 to 5'));
    return null;
  }
  return precision === 'place' && vicinity === 1 ? 'near-place' : precision;
}

function targetTypeOf(
  { targtype1, natlty1_txt, target1 }: GtdRow,
  row: SourceRow,
  issues: RowIssue[],
): TargetType | null {
  const target = targtype1 === null ? undefined : GTD_TARGETS.get(targtype1);
  if (!target) {
    issues.push(issueAt(row, 'targtype1', row.cells.targtype1 ?? '', 'is a target type of GTD, 1 to 22'));
    return null;
  }
  return natlty1_txt === 'China' || /\bChinese\b/.test(target1) ? 'chinese-nationals' : target;
}

/** `nkill` and `nwound` count perpetrators too; where it is not known how many, the toll is that of all. */
function casualtiesOf(cells: GtdRow, row: SourceRow, issues: RowIssue[]): Incident['casualties'] | null {
  const killed = without(cells.nkill, cells.nkillter);
  const wounded = without(cells.nwound, cells.nwoundte);
  if ((killed ?? 0) < 0)
    issues.push(issueAt(row, 'nkillter', String(cells.nkillter), `is more than all killed (${cells.nkill})`));
  if ((wounded ?? 0) < 0)
    issues.push(issueAt(row, 'nwoundte', String(cells.nwoundte), `is more than all wounded (${cells.nwound})`));
  if ((killed ?? 0) < 0 || (wounded ?? 0) < 0) return null;
  return {
    ...NO_TOLLS,
    killed: rangeOf(killed),
    wounded: rangeOf(wounded),
    abducted: cells.ishostkid === 1 ? rangeOf(cells.nhostkid) : null,
    attackersKilled: rangeOf(cells.nkillter),
  };
}

function without(all: number | null, attackers: number | null): number | null {
  return all === null ? null : all - (attackers ?? 0);
}

function rangeOf(count: number | null): Incident['casualties']['killed'] {
  return count === null ? null : { low: count, best: count, high: count };
}

function actorsOf(cells: GtdRow, { names }: ImportContext): Incident['actors'] {
  const groups = [
    { name: cells.gname, claimed: cells.claimed },
    { name: cells.gname2, claimed: cells.claim2 },
    { name: cells.gname3, claimed: cells.claim3 },
  ];
  const actors = new Map<string, ActorClaim>();
  for (const { name, claimed } of groups) {
    if (name === '' || name === 'Unknown') continue;
    actors.set(names.actor(onOneLine(name)), claimOf(claimed, cells.compclaim));
  }
  return [...actors].map(([name, claim]) => ({ name, claim }));
}

/** `compclaim` 1: several groups claim it. */
function claimOf(claimed: number | null, competing: number | null): ActorClaim {
  if (competing === 1) return 'disputed';
  return claimed === 1 ? 'claimed' : 'attributed';
}

function unknownAsBlank(text: string): string {
  return text.toLowerCase() === 'unknown' ? '' : text;
}

function placeName({ city, provstate }: GtdRow): string {
  return onOneLine(unknownAsBlank(city) || unknownAsBlank(provstate));
}

function titleOf(cells: GtdRow, kind: string): string {
  const where = placeName(cells);
  const what = onOneLine(cells.target1);
  return `${kind}${where === '' ? '' : `, ${where}`}${what === '' ? '' : `: ${what}`}`.slice(0, 500);
}

/** Sources are named without an address, so that they cannot be sources of the record. */
function notesOf(cells: GtdRow): string {
  const { approxdate, location, weapdetail, addnotes, doubtterr, guncertain1, nkill, nkillter } = cells;
  return [
    ...[cells.scite1, cells.scite2, cells.scite3].map((text) => (text === '' ? '' : `Source: ${text}`)),
    cells.dbsource === '' ? '' : `Collected by: ${cells.dbsource}`,
    approxdate === '' ? '' : `Date: ${approxdate}`,
    location,
    weapdetail,
    addnotes,
    guncertain1 === 1 ? 'GTD only suspects the group' : '',
    doubtterr === 1 ? 'GTD doubts that it was terrorism' : '',
    nkill !== null && nkill > 0 && nkillter === null ? 'How many of the killed were attackers is not known' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function columnOf(part: string, detail: string): string {
  if (part === 'place') return detail === 'latitude' || detail === 'longitude' ? detail : 'city';
  if (part === 'casualties') return CASUALTY_COLUMNS[detail] ?? 'nkill';
  return FIELD_COLUMNS[part] ?? part;
}

const CASUALTY_COLUMNS: Readonly<Record<string, string>> = {
  wounded: 'nwound',
  abducted: 'nhostkid',
  attackersKilled: 'nkillter',
};

const FIELD_COLUMNS: Readonly<Record<string, string>> = {
  id: 'eventid',
  title: 'target1',
  occurred: 'iday',
  actors: 'gname',
  target: 'target1',
  notes: 'addnotes',
};
