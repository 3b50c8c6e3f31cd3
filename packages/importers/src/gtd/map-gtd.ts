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
import type { ImportContext, MappedRow } from '../import-context.ts';
import { isForeign } from '../is-foreign.ts';
import { placeOf } from '../place-of.ts';
import { issueAt, type SourceRow } from '../source-row.ts';
import { NO_TOLLS, onOneLine, toRecord, unstated } from '../to-record.ts';
import { unclassedTarget } from '../unclassed-target.ts';
import { existingDate } from '../written-date.ts';
import { type GtdRow, readGtdRow } from './gtd-row.ts';
import { gtdTarget, gtdType } from './gtd-type.ts';

export const GTD_ORIGIN = 'gtd';
/** START's terms: no redistribution. */
export const GTD_LICENCE = 'GTD terms of use (restricted)';

const COLUMNS = { province: 'provstate', district: 'city', latitude: 'latitude', longitude: 'longitude' };

/** A row of the Global Terrorism Database as a record. Perpetrators are counted apart where GTD knows how many they were. */
export function mapGtd(row: SourceRow, context: ImportContext): MappedRow {
  const issues: RowIssue[] = [];
  const cells = readGtdRow(row, issues);
  if (!cells || isForeign(row, ['country_txt', 'country'], context, issues)) return { record: null, issues };
  const occurred = occurredOf(cells, row, issues);
  const type = gtdType(cells);
  if (!type) {
    const stated = row.cells.attacktype1_txt || row.cells.attacktype1 || '';
    issues.push(issueAt(row, 'attacktype1', stated, 'has no type of ours'));
  }
  const place = placeOf(
    {
      name: placeName(cells),
      latitude: cells.latitude,
      longitude: cells.longitude,
      province: unknownAsBlank(cells.provstate),
      district: '',
      precision: precisionOf(cells, row, issues),
      columns: COLUMNS,
    },
    row,
    context,
    issues,
  );
  if (!occurred || !type || !place) return { record: null, issues };
  const record: Incident = {
    id: `gtd-${cells.eventid.toLowerCase()}`,
    title: titleOf(cells, type.subEventType),
    summary: cells.summary,
    occurred,
    ...type,
    actors: actorsOf(cells, context),
    target: onOneLine([cells.target1, cells.corp1].filter((text) => text !== '').join(', ')).slice(0, 500),
    targetType: targetTypeOf(cells, row, issues),
    place,
    casualties: casualtiesOf(cells, row, issues),
    notes: notesOf(cells),
    origin: GTD_ORIGIN,
    licence: GTD_LICENCE,
    ...unstated(),
  };
  return toRecord(row, record, issues, columnOf);
}

/** Month or day 0 is unknown. An extended incident ends on the day of its resolution. */
function occurredOf(cells: GtdRow, row: SourceRow, issues: RowIssue[]): Incident['occurred'] | null {
  const { iyear, imonth, iday } = cells;
  const precision = Number(imonth) === 0 ? 'year' : Number(iday) === 0 ? 'month' : 'day';
  if (precision === 'year' && Number(iday) !== 0) {
    issues.push(issueAt(row, 'iday', iday, 'is a day of an unknown month: taken as the year'));
  }
  const first = existingDate(iyear, precision === 'year' ? '1' : imonth, precision === 'day' ? iday : '1');
  if (first === null) {
    const [field, value] = precision === 'day' ? ['iday', iday] : ['imonth', imonth];
    issues.push(issueAt(row, field, value, `makes no existing date: ${iyear}-${imonth}-${iday}`));
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
  if (date === null)
    issues.push(issueAt(row, 'resolution', resolution, 'must be a date, written m/d/yyyy or YYYY-MM-DD: left out'));
  return date;
}

const PRECISION: Readonly<Partial<Record<number, PlacePrecision>>> = {
  1: 'place',
  2: 'district',
  3: 'district',
  4: 'province',
  5: 'country',
};

/** GTD's city is exact to the city; `vicinity` says that it was near it. What is not stated is as vague as can be. */
function precisionOf({ specificity, vicinity }: GtdRow, row: SourceRow, issues: RowIssue[]): PlacePrecision {
  const precision = specificity === null ? undefined : PRECISION[specificity];
  if (!precision) {
    issues.push(issueAt(row, 'specificity', row.cells.specificity ?? '', 'must be 1 to 5: taken as “country”'));
    return 'country';
  }
  return precision === 'place' && vicinity === 1 ? 'near-place' : precision;
}

function targetTypeOf(cells: GtdRow, row: SourceRow, issues: RowIssue[]): TargetType {
  const { natlty1_txt, natlty2_txt, natlty3_txt, target1, targtype1, targtype1_txt } = cells;
  if ([natlty1_txt, natlty2_txt, natlty3_txt].includes('China') || /\bChinese\b/.test(target1)) {
    return 'chinese-nationals';
  }
  const stated = targtype1_txt || String(targtype1 ?? '');
  const target = gtdTarget(cells);
  if (target) return target;
  const reason = target === null ? 'has no class of ours' : 'is no target type of GTD';
  return unclassedTarget(row, 'targtype1', stated, reason, issues);
}

/** `nkill` and `nwound` count perpetrators too; where it is not known how many, the toll is that of all. */
function casualtiesOf(cells: GtdRow, row: SourceRow, issues: RowIssue[]): Incident['casualties'] {
  const { nkill, nkillter, nwound, nwoundte } = cells;
  const isMore = (all: number | null, attackers: number | null): boolean => all !== null && (attackers ?? 0) > all;
  const isKilledWrong = isMore(nkill, nkillter);
  const isWoundedWrong = isMore(nwound, nwoundte);
  if (isKilledWrong) {
    issues.push(issueAt(row, 'nkillter', String(nkillter), `is more than all killed (${nkill}): both left out`));
  }
  if (isWoundedWrong) {
    issues.push(issueAt(row, 'nwoundte', String(nwoundte), `is more than all wounded (${nwound}): both left out`));
  }
  return {
    ...NO_TOLLS,
    killed: isKilledWrong ? null : rangeOf(without(nkill, nkillter)),
    wounded: isWoundedWrong ? null : rangeOf(without(nwound, nwoundte)),
    abducted: cells.ishostkid === 1 ? rangeOf(cells.nhostkid) : null,
    attackersKilled: isKilledWrong ? null : rangeOf(nkillter),
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
    listed('Also', [cells.attacktype2_txt, cells.attacktype3_txt]),
    listed('Other targets', [cells.target2, cells.target3]),
    listed('Part of the group', [cells.gsubname]),
    listed('Motive', [cells.motive]),
    listed('Damage', [cells.propcomment]),
    addnotes,
    guncertain1 === 1 ? 'GTD only suspects the group' : '',
    doubtterr === 1 ? 'GTD doubts that it was terrorism' : '',
    nkill !== null && nkill > 0 && nkillter === null ? 'How many of the killed were attackers is not known' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function listed(title: string, texts: readonly string[]): string {
  const stated = texts.filter((text) => text !== '' && text !== '.');
  return stated.length === 0 ? '' : `${title}: ${stated.join('; ')}`;
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
