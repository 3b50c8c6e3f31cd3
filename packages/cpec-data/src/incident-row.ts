import {
  type ActorClaim,
  ALL_SUB_EVENT_TYPES,
  CREDIBILITIES,
  type Credibility,
  dayOf,
  EVENT_TYPES,
  type Incident,
  incidentSchema,
  isoOf,
  nextUnit,
  type PlacePrecision,
  type Range,
  RELIABILITIES,
  type RowIssue,
  type Status,
  startOfUnit,
  TARGET_TYPES,
} from '@corridor/domain';
import { z } from 'zod';
import {
  codeCell,
  countCell,
  dateCell,
  issueAt,
  listCell,
  numberCell,
  optionalDateCell,
  readCells,
  requiredCell,
  textCell,
} from './cells.ts';
import type { CsvRow } from './read-csv.ts';
import type { References } from './references.ts';
import { readSources } from './sources.ts';

const incidentCells = z.object({
  id: requiredCell,
  date: dateCell,
  end_date: optionalDateCell,
  date_precision: codeCell(['day', 'month', 'year']),
  title: requiredCell,
  summary: textCell,
  event_type: codeCell(EVENT_TYPES),
  sub_event_type: codeCell(ALL_SUB_EVENT_TYPES),
  actor: listCell,
  actor_claimed: codeCell(['yes', 'no', 'disputed']),
  target: textCell,
  target_type: codeCell(TARGET_TYPES),
  project_site: textCell,
  targeted_sites: listCell,
  location: textCell,
  admin1: textCell,
  admin2: textCell,
  latitude: numberCell,
  longitude: numberCell,
  geo_precision: codeCell(['1', '2', '3']),
  killed: countCell,
  wounded: countCell,
  abducted: countCell,
  attackers_killed: countCell,
  chinese_killed: countCell,
  chinese_wounded: countCell,
  source_publisher: textCell,
  source_title: textCell,
  source_date: textCell,
  source_url: textCell,
  source2_url: textCell,
  reliability: codeCell(RELIABILITIES),
  credibility: codeCell(CREDIBILITIES),
  notes: textCell,
});
type IncidentCells = z.infer<typeof incidentCells>;

export const INCIDENT_COLUMNS: readonly string[] = Object.keys(incidentCells.shape);

export interface IncidentContext {
  readonly references: References;
  /** Ids of sites and routes. */
  readonly targets: { has(id: string): boolean };
  /** Ids of rows that sum up a whole day. */
  readonly daySummaries: ReadonlySet<string>;
  readonly origin: string;
  readonly licence: string;
}

/**
 * One row of `incidents.csv` as an incident, by the rules of docs/data.md. Null, with the reasons added to `issues`,
 * for a row that cannot be taken; a link that does not resolve is an issue and only the link is dropped.
 */
export function readIncident(row: CsvRow, context: IncidentContext, issues: RowIssue[]): Incident | null {
  const cells = readCells(row, incidentCells, issues);
  if (!cells || !context.references.isWithinBounds(cells.longitude, cells.latitude, row)) return null;
  const result = incidentSchema.safeParse(mapIncident(cells, row, context, issues));
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const field = columnOf(path.map(String));
    issues.push(issueAt(row, field, row.cells[field] ?? '', message));
  }
  return null;
}

function mapIncident(cells: IncidentCells, row: CsvRow, context: IncidentContext, issues: RowIssue[]): Incident {
  return {
    id: cells.id,
    title: cells.title,
    summary: cells.summary,
    occurred: spanOf(cells),
    eventType: cells.event_type,
    subEventType: cells.sub_event_type,
    actors: mapActors(cells, row, context.references),
    target: cells.target,
    targetType: cells.target_type,
    place: mapPlace(cells, row, context.references),
    casualties: {
      killed: rangeOf(cells.killed),
      wounded: rangeOf(cells.wounded),
      abducted: rangeOf(cells.abducted),
      attackersKilled: rangeOf(cells.attackers_killed),
      chineseKilled: rangeOf(cells.chinese_killed),
      chineseWounded: rangeOf(cells.chinese_wounded),
    },
    claims: [],
    sources: readSources(cells, row, issues),
    grade: { reliability: cells.reliability, credibility: cells.credibility },
    status: statusOf(cells.credibility, cells.actor_claimed === 'disputed', cells.source2_url !== ''),
    targetedSites: cells.targeted_sites.filter((id) => {
      if (!context.targets.has(id)) issues.push(issueAt(row, 'targeted_sites', id, 'is no known site or route'));
      return context.targets.has(id);
    }),
    projectSite: cells.project_site,
    notes: cells.notes,
    summarisesDay: context.daySummaries.has(cells.id),
    origin: context.origin,
    licence: context.licence,
  };
}

/** From the first day of the unit that holds the date to the last day of the one that holds the end. */
function spanOf({ date, end_date, date_precision }: IncidentCells): Incident['occurred'] {
  return {
    start: isoOf(startOfUnit(dayOf(date), date_precision)),
    end: isoOf(nextUnit(dayOf(end_date ?? date), date_precision) - 1),
    precision: date_precision,
  };
}

const UNIDENTIFIED = 'Unidentified';

function mapActors({ actor, actor_claimed }: IncidentCells, row: CsvRow, references: References): Incident['actors'] {
  const names = new Set(actor.map((name) => references.actor(name, row)));
  return [...names].flatMap((name) => (name === null ? [] : [{ name, claim: claimOf(actor_claimed, name) }]));
}

function claimOf(claimed: IncidentCells['actor_claimed'], name: string): ActorClaim {
  if (claimed === 'disputed') return 'disputed';
  if (claimed === 'yes') return 'claimed';
  return name.startsWith(UNIDENTIFIED) ? 'unknown' : 'attributed';
}

function mapPlace(cells: IncidentCells, row: CsvRow, references: References): Incident['place'] {
  const province = references.province(cells.admin1, row);
  const district = references.district(cells.admin2, province, row);
  return {
    name: cells.location,
    province,
    district,
    latitude: cells.latitude,
    longitude: cells.longitude,
    precision: precisionOf(cells.geo_precision, province, district),
  };
}

/** What geo-precision 1, 2 or 3 says of a place, given what is known of where it lies. */
export function precisionOf(code: '1' | '2' | '3', province: string | null, district: string | null): PlacePrecision {
  if (code === '1') return 'site';
  if (code === '2') return 'place';
  return district !== null ? 'district' : province !== null ? 'province' : 'country';
}

function rangeOf(count: number | null): Range | null {
  return count === null ? null : { low: count, best: count, high: count };
}

function statusOf(credibility: Credibility, isDisputed: boolean, hasSecondSource: boolean): Status {
  if (credibility === '1') return 'confirmed';
  if (isDisputed || Number(credibility) >= 4) return 'disputed';
  return hasSecondSource ? 'corroborated' : 'reported';
}

/** The column that a part of the incident is read from. */
function columnOf([part = '', detail = '']: readonly string[]): string {
  if (part === 'occurred') return 'end_date';
  if (part === 'casualties') return detail.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`);
  if (part === 'place') return detail === 'name' ? 'location' : detail;
  return COLUMNS[part] ?? part;
}

const COLUMNS: Readonly<Record<string, string>> = {
  eventType: 'event_type',
  subEventType: 'sub_event_type',
  actors: 'actor',
  targetedSites: 'targeted_sites',
  projectSite: 'project_site',
};
