import type { ActorClaim, Casualties, CasualtyKind, Incident, Range, TableIncident } from '@corridor/domain';
import type { IncidentRow, TollColumns, TollName } from './schema.ts';
import { type SourceContent, toSource } from './source-row.ts';
import type { StoredIncident } from './store.ts';

/** An incident's row with what stands in other tables, each list in its order. */
export interface IncidentRowWithLinks extends IncidentRow {
  readonly actors: { readonly name: string; readonly claim: ActorClaim }[];
  readonly sources: SourceContent[];
  readonly targeted: { readonly site_id: string }[];
}

/** What the store adds to an incident. */
export interface RowStamp {
  readonly key: number;
  readonly version: number;
  readonly revision: number;
}

/**
 * An incident as its row; actors, sources and targeted sites are rows of their own. Into what it was merged is left out:
 * saving a record again does not split it.
 */
export function toIncidentRow(
  incident: Incident,
  { key, version, revision }: RowStamp,
): Omit<IncidentRow, 'merged_into'> {
  const { occurred, place, casualties, grade } = incident;
  return {
    id: incident.id,
    key,
    title: incident.title,
    summary: incident.summary,
    start_day: occurred.start,
    end_day: occurred.end,
    date_precision: occurred.precision,
    event_type: incident.eventType,
    sub_event_type: incident.subEventType,
    target: incident.target,
    target_type: incident.targetType,
    place_name: place.name,
    province: place.province,
    district: place.district,
    latitude: place.latitude,
    longitude: place.longitude,
    place_precision: place.precision,
    ...toTollColumns(casualties),
    reliability: grade.reliability,
    credibility: grade.credibility,
    status: incident.status,
    project_site: incident.projectSite,
    notes: incident.notes,
    claims: incident.claims,
    summarises_day: incident.summarisesDay,
    origin: incident.origin,
    licence: incident.licence,
    version,
    revision,
  };
}

/** What of a row tables hold, with its lists as arrays: actors and their claims stand side by side. */
export interface TableIncidentRow
  extends Omit<
    IncidentRow,
    'key' | 'target' | 'project_site' | 'notes' | 'claims' | 'version' | 'revision' | 'merged_into'
  > {
  readonly actor_names: readonly string[];
  readonly actor_claims: readonly ActorClaim[];
  readonly targeted: string[];
}

/** The incident of a row, without what tables do not hold. */
export function toTableIncident(row: TableIncidentRow): TableIncident {
  const actors = row.actor_names.map((name, index) => ({ name, claim: row.actor_claims[index] ?? 'unknown' }));
  return { ...toFields(row), actors, targetedSites: row.targeted, origin: row.origin, licence: row.licence };
}

/** An incident without what tables do not hold. */
export function forTables(incident: Incident): TableIncident {
  const { target, claims, sources, projectSite, notes, ...held } = incident;
  return held;
}

/** The incident that `toIncidentRow` was given. */
export function toStoredIncident(row: IncidentRowWithLinks): StoredIncident {
  const incident: Incident = {
    ...toFields(row),
    actors: row.actors,
    target: row.target,
    claims: row.claims,
    sources: row.sources.map(toSource),
    targetedSites: row.targeted.map(({ site_id }) => site_id),
    projectSite: row.project_site,
    notes: row.notes,
    origin: row.origin,
    licence: row.licence,
  };
  return { incident, key: row.key, version: row.version, revision: row.revision, mergedInto: row.merged_into };
}

/** What stands in the row itself and is part of every table. */
function toFields(
  row: Omit<TableIncidentRow, 'actor_names' | 'actor_claims' | 'targeted'>,
): Omit<TableIncident, 'actors' | 'targetedSites' | 'origin' | 'licence'> {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    occurred: { start: row.start_day, end: row.end_day, precision: row.date_precision },
    eventType: row.event_type,
    subEventType: row.sub_event_type,
    targetType: row.target_type,
    place: {
      name: row.place_name,
      province: row.province,
      district: row.district,
      latitude: row.latitude,
      longitude: row.longitude,
      precision: row.place_precision,
    },
    casualties: toCasualties(row),
    grade: { reliability: row.reliability, credibility: row.credibility },
    status: row.status,
    summarisesDay: row.summarises_day,
  };
}

/** The eighteen figures of an incident's tolls. In full: keys that are computed take ten times as long. */
export function toTollColumns(casualties: Casualties): TollColumns {
  const { abducted, attackersKilled, chineseKilled, chineseWounded, killed, wounded } = casualties;
  return {
    killed_low: killed?.low ?? null,
    killed_best: killed?.best ?? null,
    killed_high: killed?.high ?? null,
    wounded_low: wounded?.low ?? null,
    wounded_best: wounded?.best ?? null,
    wounded_high: wounded?.high ?? null,
    abducted_low: abducted?.low ?? null,
    abducted_best: abducted?.best ?? null,
    abducted_high: abducted?.high ?? null,
    attackers_killed_low: attackersKilled?.low ?? null,
    attackers_killed_best: attackersKilled?.best ?? null,
    attackers_killed_high: attackersKilled?.high ?? null,
    chinese_killed_low: chineseKilled?.low ?? null,
    chinese_killed_best: chineseKilled?.best ?? null,
    chinese_killed_high: chineseKilled?.high ?? null,
    chinese_wounded_low: chineseWounded?.low ?? null,
    chinese_wounded_best: chineseWounded?.best ?? null,
    chinese_wounded_high: chineseWounded?.high ?? null,
  };
}

/** The tolls of a row that has their columns. */
function toCasualties(row: TollColumns): Record<CasualtyKind, Range | null> {
  return {
    killed: rangeOf(row, 'killed'),
    wounded: rangeOf(row, 'wounded'),
    abducted: rangeOf(row, 'abducted'),
    attackersKilled: rangeOf(row, 'attackers_killed'),
    chineseKilled: rangeOf(row, 'chinese_killed'),
    chineseWounded: rangeOf(row, 'chinese_wounded'),
  };
}

/** What the columns of a casualty kind begin with. */
export function tollColumnOf(kind: CasualtyKind): TollName {
  return TOLL_NAMES[kind];
}

const TOLL_NAMES: Readonly<Record<CasualtyKind, TollName>> = {
  killed: 'killed',
  wounded: 'wounded',
  abducted: 'abducted',
  attackersKilled: 'attackers_killed',
  chineseKilled: 'chinese_killed',
  chineseWounded: 'chinese_wounded',
};

function rangeOf(row: TollColumns, name: TollName): Range | null {
  const [low, best, high] = [row[`${name}_low`], row[`${name}_best`], row[`${name}_high`]];
  return low === null || best === null || high === null ? null : { low, best, high };
}
