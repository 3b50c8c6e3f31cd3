import type { Incident } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { toIncidentRow } from './incident-row.ts';
import { insertRows } from './insert-rows.ts';
import type { Schema } from './schema.ts';
import { toSourceRow } from './source-row.ts';

/** Who changes incidents, why, and as which revision. */
export interface Change {
  readonly by: string;
  readonly reason: string;
  readonly revision: number;
}

/** Incidents in one round of statements: about 2 MB of JSON at 2 kB each. */
export const WRITE_BATCH = 1000;

/**
 * Writes one batch of incidents inside a transaction that holds the revision: the rows as they stand now, their links,
 * and a version each. Incidents that are as they were are left alone. Gives how many were written.
 */
export async function writeIncidents(
  trx: Kysely<Schema>,
  incidents: readonly Incident[],
  change: Change,
): Promise<number> {
  const versions = await nextVersions(trx, incidents);
  const changed = incidents.flatMap((incident) => {
    const version = versions.get(incident.id);
    return version === undefined ? [] : [{ incident, version }];
  });
  if (changed.length === 0) return 0;
  const { by, reason, revision } = change;
  const rows = changed.map(({ incident, version }) => toIncidentRow(incident, version, revision));
  await insertRows(trx, 'incident', rows, { key: 'id', action: 'update' });
  const history = changed.map(({ incident, version }) => ({
    incident_id: incident.id,
    version,
    revision,
    changed_by: by,
    reason,
    incident,
  }));
  await insertVersions(trx, history);
  await replaceLinks(trx, changed);
  return changed.length;
}

/** For each incident that is new or differs from its last version: the version it gets. JSON equality ignores key order. */
async function nextVersions(trx: Kysely<Schema>, incidents: readonly Incident[]): Promise<Map<string, number>> {
  const given = JSON.stringify(incidents.map((incident) => ({ id: incident.id, image: incident })));
  const { rows } = await sql<{ id: string; version: number }>`
    select given.id, coalesce(present.version, 0) + 1 as version
    from jsonb_to_recordset(${given}::jsonb) as given (id text, image jsonb)
    left join incident present on present.id = given.id
    left join incident_version last on last.incident_id = present.id and last.version = present.version
    where last.incident is distinct from given.image`.execute(trx);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

interface VersionRow {
  readonly incident_id: string;
  readonly version: number;
  readonly revision: number;
  readonly changed_by: string;
  readonly reason: string;
  readonly incident: Incident;
}

/** `changed_at` is left out and so takes its default: the time of the transaction. */
async function insertVersions(trx: Kysely<Schema>, history: readonly VersionRow[]): Promise<void> {
  await insertRows(trx, 'incident_version', history);
}

interface ChangedIncident {
  readonly incident: Incident;
  readonly version: number;
}

async function replaceLinks(trx: Kysely<Schema>, changed: readonly ChangedIncident[]): Promise<void> {
  const updated = changed.filter(({ version }) => version > 1).map(({ incident }) => incident.id);
  if (updated.length > 0) {
    await trx.deleteFrom('incident_actor').where('incident_id', '=', sql<string>`any(${updated})`).execute();
    await trx.deleteFrom('incident_source').where('incident_id', '=', sql<string>`any(${updated})`).execute();
    await trx.deleteFrom('incident_site').where('incident_id', '=', sql<string>`any(${updated})`).execute();
  }
  const incidents = changed.map(({ incident }) => incident);
  await insertRows(
    trx,
    'incident_actor',
    incidents.flatMap(({ id, actors }) =>
      actors.map(({ name, claim }, position) => ({ incident_id: id, position, actor_name: name, claim })),
    ),
  );
  await insertRows(
    trx,
    'incident_site',
    incidents.flatMap(({ id, targetedSites }) =>
      targetedSites.map((site_id, position) => ({ incident_id: id, position, site_id })),
    ),
  );
  await insertSources(
    trx,
    incidents.flatMap(({ sources }) => sources),
  );
  await insertRows(
    trx,
    'incident_source',
    incidents.flatMap(({ id, sources }) =>
      sources.map((source, position) => ({ incident_id: id, position, source_id: toSourceRow(source).id })),
    ),
  );
}

/** Adds the sources that are not there yet. */
export async function insertSources(
  trx: Kysely<Schema>,
  sources: readonly Incident['sources'][number][],
): Promise<void> {
  const rows = new Map(sources.map(toSourceRow).map((row) => [row.id, row]));
  await insertRows(trx, 'source', [...rows.values()], { key: 'id', action: 'nothing' });
}
