import type { Kysely } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Schema } from './schema.ts';
import { SOURCE_COLUMNS } from './source-row.ts';

/** Incidents with their actors, sources and targeted sites, to be narrowed by the caller: one query, no second trip. */
export function selectIncidents(db: Kysely<Schema>) {
  return db
    .selectFrom('incident')
    .selectAll('incident')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('incident_actor')
          .select(['actor_name as name', 'claim'])
          .whereRef('incident_actor.incident_id', '=', 'incident.id')
          .orderBy('position'),
      ).as('actors'),
      jsonArrayFrom(
        eb
          .selectFrom('incident_source')
          .innerJoin('source', 'source.id', 'incident_source.source_id')
          .select(SOURCE_COLUMNS)
          .whereRef('incident_source.incident_id', '=', 'incident.id')
          .orderBy('position'),
      ).as('sources'),
      jsonArrayFrom(
        eb
          .selectFrom('incident_site')
          .select('site_id')
          .whereRef('incident_site.incident_id', '=', 'incident.id')
          .orderBy('position'),
      ).as('targeted'),
    ]);
}

/** Sites with their sources, in the order of loading. */
export function selectSites(db: Kysely<Schema>) {
  return db
    .selectFrom('site')
    .selectAll('site')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('site_source')
          .innerJoin('source', 'source.id', 'site_source.source_id')
          .select(SOURCE_COLUMNS)
          .whereRef('site_source.site_id', '=', 'site.id')
          .orderBy('position'),
      ).as('sources'),
    ])
    .orderBy('site.position');
}
