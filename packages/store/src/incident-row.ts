import type { ActorClaim, Casualties, CasualtyKind, Incident, Range, Source } from '@corridor/domain';
import type { IncidentRow, TollColumns, TollName } from './schema.ts';
import type { StoredIncident } from './store.ts';

/** An incident's row with what stands in other tables, each list in its order. */
export interface IncidentRowWithLinks extends IncidentRow {
  readonly actors: { readonly name: string; readonly claim: ActorClaim }[];
  readonly sources: Source[];
  readonly targeted: { readonly site_id: string }[];
}

/** An incident as its row; actors, sources and targeted sites are rows of their own. */
export function toIncidentRow(incident: Incident, version: number, revision: number): IncidentRow {
  const { occurred, place, casualties, grade } = incident;
  return {
    id: incident.id,
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
    summarises_day: incident.summarisesDay,
    origin: incident.origin,
    licence: incident.licence,
    version,
    revision,
  };
}

/** The incident that `toIncidentRow` was given. */
export function toStoredIncident(row: IncidentRowWithLinks): StoredIncident {
  const incident: Incident = {
    id: row.id,
    title: row.title,
    summary: row.summary,
    occurred: { start: row.start_day, end: row.end_day, precision: row.date_precision },
    eventType: row.event_type,
    subEventType: row.sub_event_type,
    actors: row.actors,
    target: row.target,
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
    sources: row.sources,
    grade: { reliability: row.reliability, credibility: row.credibility },
    status: row.status,
    targetedSites: row.targeted.map(({ site_id }) => site_id),
    projectSite: row.project_site,
    notes: row.notes,
    summarisesDay: row.summarises_day,
    origin: row.origin,
    licence: row.licence,
  };
  return { incident, version: row.version, revision: row.revision };
}

function toTollColumns(casualties: Casualties): TollColumns {
  return {
    ...tollColumns('killed', casualties.killed),
    ...tollColumns('wounded', casualties.wounded),
    ...tollColumns('abducted', casualties.abducted),
    ...tollColumns('attackers_killed', casualties.attackersKilled),
    ...tollColumns('chinese_killed', casualties.chineseKilled),
    ...tollColumns('chinese_wounded', casualties.chineseWounded),
  };
}

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

type ColumnsOf<Name extends TollName> = Pick<TollColumns, `${Name}_${'low' | 'best' | 'high'}`>;

function tollColumns<Name extends TollName>(name: Name, range: Range | null): ColumnsOf<Name> {
  return columnsOf(name, {
    [`${name}_low`]: range?.low ?? null,
    [`${name}_best`]: range?.best ?? null,
    [`${name}_high`]: range?.high ?? null,
  });
}

/** Guarantee: `columns` has exactly the three columns of `name`; TypeScript widens computed keys to string. */
function columnsOf<Name extends TollName>(_name: Name, columns: Record<string, number | null>): ColumnsOf<Name> {
  return columns as ColumnsOf<Name>;
}

function rangeOf(row: TollColumns, name: TollName): Range | null {
  const [low, best, high] = [row[`${name}_low`], row[`${name}_best`], row[`${name}_high`]];
  return low === null || best === null || high === null ? null : { low, best, high };
}
