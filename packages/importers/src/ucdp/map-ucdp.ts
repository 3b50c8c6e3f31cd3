import type { DatePrecision, Incident, PlacePrecision, RowIssue, TargetType } from '@corridor/domain';
import type { ImportContext, MappedRow } from '../import-context.ts';
import { isForeign } from '../is-foreign.ts';
import { placeOf } from '../place-of.ts';
import { readWktPoint } from '../read-wkt-point.ts';
import { issueAt, type SourceRow } from '../source-row.ts';
import { NO_TOLLS, onOneLine, toRecord, unstated } from '../to-record.ts';
import { unclassedTarget } from '../unclassed-target.ts';
import { readUcdpRow, type UcdpRow } from './ucdp-row.ts';

export const UCDP_ORIGIN = 'ucdp-ged';
/** The monthly release, whose events are not through UCDP's yearly review. */
export const UCDP_CANDIDATE_ORIGIN = 'ucdp-candidate';
export const UCDP_LICENCE = 'CC-BY-4.0';

const COLUMNS = { province: 'adm_1', district: 'adm_2', latitude: 'latitude', longitude: 'longitude' };

const PLACE_PRECISION: Readonly<Record<UcdpRow['where_prec'], PlacePrecision>> = {
  1: 'place',
  2: 'near-place',
  3: 'district',
  4: 'province',
  5: 'country',
  6: 'country',
  7: 'country',
};

/** 2 is two to six days, 3 a week; both are given as a first and a last day. */
const DATE_PRECISION: Readonly<Record<UcdpRow['date_prec'], DatePrecision>> = {
  1: 'day',
  2: 'week',
  3: 'week',
  4: 'month',
  5: 'year',
};

/**
 * A row of UCDP GED or Candidate as a record. UCDP codes who fought whom, not who attacked or how: what is state-based or
 * non-state is an armed clash, one-sided violence is an attack on civilians, and the toll is that of all sides, whose
 * parts are in the notes.
 */
export function mapUcdp(row: SourceRow, context: ImportContext): MappedRow {
  const issues: RowIssue[] = [];
  const cells = readUcdpRow(row, issues);
  if (!cells || isForeign(row, ['country', 'iso3', 'country_id'], context, issues)) return { record: null, issues };
  const position = positionOf(cells, row, issues);
  const place =
    position &&
    placeOf(
      {
        ...position,
        name: onOneLine(cells.where_coordinates),
        province: cells.adm_1,
        district: cells.adm_2,
        precision: PLACE_PRECISION[cells.where_prec],
        columns: COLUMNS,
      },
      row,
      context,
      issues,
    );
  if (!place) return { record: null, issues };
  const isOneSided = cells.type_of_violence === '3';
  const record: Incident = {
    id: `ucdp-${cells.id.toLowerCase()}`,
    title: titleOf(cells),
    summary: summaryOf(cells),
    occurred: { start: cells.date_start, end: cells.date_end, precision: DATE_PRECISION[cells.date_prec] },
    eventType: isOneSided ? 'Violence against civilians' : 'Battles',
    subEventType: isOneSided ? 'Attack' : 'Armed clash',
    actors: actorsOf(cells, context),
    target: isOneSided ? cells.side_b : '',
    targetType: targetTypeOf(cells, row, issues),
    place,
    casualties: { ...NO_TOLLS, killed: killedOf(cells, row, issues) },
    notes: notesOf(cells),
    origin: isCandidate(cells) ? UCDP_CANDIDATE_ORIGIN : UCDP_ORIGIN,
    licence: UCDP_LICENCE,
    ...unstated(),
  };
  return toRecord(row, record, issues, columnOf);
}

/**
 * State-based violence has a government's forces on one side, one-sided violence is against civilians, both by UCDP's
 * definitions; non-state groups among themselves have no class.
 */
function targetTypeOf({ type_of_violence }: UcdpRow, row: SourceRow, issues: RowIssue[]): TargetType {
  if (type_of_violence === '1') return 'security-forces';
  if (type_of_violence === '3') return 'civilians';
  return unclassedTarget(row, 'type_of_violence', type_of_violence, 'has no class of ours', issues);
}

/** The reviewed release knows only `Clear`. */
function isCandidate({ code_status }: UcdpRow): boolean {
  return code_status !== '' && code_status !== 'Clear';
}

/** From the columns, else from the well-known text; where there are both they must agree. */
function positionOf(
  cells: UcdpRow,
  row: SourceRow,
  issues: RowIssue[],
): Pick<Incident['place'], 'latitude' | 'longitude'> | null {
  const { latitude, longitude, geom_wkt } = cells;
  if (geom_wkt === '') return { latitude, longitude };
  const point = readWktPoint(geom_wkt);
  if (!point) {
    issues.push(issueAt(row, 'geom_wkt', geom_wkt, 'is no point in well-known text'));
    return latitude === null ? null : { latitude, longitude };
  }
  if (latitude === null || longitude === null) return point;
  if (Math.abs(point.latitude - latitude) < CLOSE && Math.abs(point.longitude - longitude) < CLOSE)
    return { latitude, longitude };
  issues.push(issueAt(row, 'geom_wkt', geom_wkt, 'is another point than latitude and longitude'));
  return null;
}

/** Degrees; versions round differently. */
const CLOSE = 1e-4;

function actorsOf({ side_a, side_b }: UcdpRow, { names }: ImportContext): Incident['actors'] {
  const sides = [side_a, side_b].filter((name) => name !== 'Civilians').map((name) => names.actor(onOneLine(name)));
  return [...new Set(sides)].map((name) => ({
    name,
    claim: /^(XXX|Unknown|Unidentified)/.test(name) ? 'unknown' : 'attributed',
  }));
}

/** UCDP's best figure lies outside of its own low and high at times: they are widened to hold it. */
function killedOf({ low, best, high }: UcdpRow, row: SourceRow, issues: RowIssue[]): Incident['casualties']['killed'] {
  if (best === null) {
    if (low !== null || high !== null) {
      issues.push(issueAt(row, 'best', '', `is blank beside low ${low ?? '?'} and high ${high ?? '?'}: toll left out`));
    }
    return null;
  }
  const range = {
    low: Math.min(low ?? best, best, high ?? best),
    best,
    high: Math.max(low ?? best, best, high ?? best),
  };
  if ((low ?? best) > best || (high ?? best) < best) {
    issues.push(
      issueAt(
        row,
        'best',
        String(best),
        `is not from low ${low} to high ${high}: taken as ${range.low} to ${range.high}`,
      ),
    );
  }
  return range;
}

function titleOf({ side_a, side_b, where_coordinates, dyad_name }: UcdpRow): string {
  const sides = dyad_name === '' ? `${side_a} - ${side_b}` : dyad_name;
  return onOneLine([sides, where_coordinates].filter((text) => text !== '').join(', ')).slice(0, 500);
}

function summaryOf({ where_description, source_headline }: UcdpRow): string {
  return [where_description, source_headline].filter((text) => text !== '').join('\n');
}

/** Sources are named without an address, so that they cannot be sources of the record. */
function notesOf(cells: UcdpRow): string {
  const deaths = [
    `side A ${cells.deaths_a ?? '?'}`,
    `side B ${cells.deaths_b ?? '?'}`,
    `civilians ${cells.deaths_civilians ?? '?'}`,
    `unknown ${cells.deaths_unknown ?? '?'}`,
  ];
  return [
    sourceOf(cells),
    cells.source_original === '' ? '' : `Reported by: ${cells.source_original}`,
    `Deaths: ${deaths.join(', ')} (A is ${cells.side_a}, B is ${cells.side_b})`,
    cells.conflict_name === '' ? '' : `Conflict: ${cells.conflict_name}`,
    cells.event_clarity === '2' ? 'Event clarity 2: less clear, may sum up several events' : '',
    isCandidate(cells) ? `Coding status: ${cells.code_status}` : '',
    cells.relid === '' ? '' : `UCDP relid ${cells.relid}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function sourceOf({ source_article, source_office, source_date }: UcdpRow): string {
  const named = source_article || [source_office, source_date].filter((text) => text !== '').join(', ');
  return named === '' ? '' : `Source: ${named}`;
}

function columnOf(part: string, detail: string): string {
  if (part === 'place') return detail === 'latitude' || detail === 'longitude' ? detail : 'where_coordinates';
  if (part === 'occurred') return detail === 'end' ? 'date_end' : 'date_start';
  return FIELD_COLUMNS[part] ?? part;
}

const FIELD_COLUMNS: Readonly<Record<string, string>> = {
  title: 'dyad_name',
  summary: 'where_description',
  actors: 'side_a',
  target: 'side_b',
  casualties: 'best',
  notes: 'source_article',
};
