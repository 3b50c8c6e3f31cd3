import type { Incident } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { toIncidentRow } from './incident-row.ts';
import { insertRows } from './insert-rows.ts';
import { meanwhile } from './meanwhile.ts';
import { toImage } from './record-image.ts';
import type { Schema } from './schema.ts';
import { idsOfSources } from './write-sources.ts';
import type { Change } from './write-transaction.ts';
import { insertOfVersions } from './write-versions.ts';

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
  const present = await presentStates(trx, incidents);
  const changed = incidents.flatMap((incident): readonly ChangedIncident[] => {
    const state = present.get(incident.id);
    if (!state) return [];
    return [
      { incident, key: state.key ?? change.nextKey(), version: state.version + 1, mergedInto: state.merged_into },
    ];
  });
  await writeChanged(trx, changed, change);
  return changed.length;
}

/** The next state of an incident: version 1 for a new one. */
export interface ChangedIncident {
  readonly incident: Incident;
  readonly key: number;
  readonly version: number;
  readonly mergedInto: string | null;
}

/** As `writeIncidents`, of incidents that are known to be new or to differ from what stands, a batch at most. */
export async function writeChanged(
  trx: Kysely<Schema>,
  changed: readonly ChangedIncident[],
  change: Change,
): Promise<void> {
  const { projector, revision } = change;
  if (changed.length === 0) return;
  const rows = changed.map(({ incident, key, version }) => toIncidentRow(incident, { key, version, revision }));
  const versions = await meanwhile(insertRows(trx, 'incident', rows, { key: 'id', action: 'update' }), () =>
    insertOfVersions(
      changed.map((next) => ({ ...next, incident: toImage(next.incident) })),
      change,
    ),
  );
  await versions?.execute(trx);
  await replaceLinks(trx, changed);
  const counted = changed.filter(({ mergedInto }) => mergedInto === null);
  const counting = counted.filter(({ version }) => version > 1).map(({ incident }) => incident.id);
  if (counting.length > 0) await projector.remove(counting);
  await projector.put(counted);
}

interface PresentState {
  /** Null for a new incident. */
  readonly key: number | null;
  readonly version: number;
  readonly merged_into: string | null;
}

/** For each incident that is new or differs from its last version: what is there. */
async function presentStates(
  trx: Kysely<Schema>,
  incidents: readonly Incident[],
): Promise<ReadonlyMap<string, PresentState>> {
  const ids = incidents.map(({ id }) => id);
  const { rows } = await sql<PresentState & { id: string }>`
    select id, key, version, merged_into from incident where id = any(${ids})`.execute(trx);
  const present = new Map(rows.map((row) => [row.id, row]));
  const unchanged = await unchangedIds(
    trx,
    incidents.filter(({ id }) => present.has(id)),
  );
  const changed = ids.filter((id) => !unchanged.has(id));
  return new Map(changed.map((id) => [id, present.get(id) ?? { key: null, version: 0, merged_into: null }]));
}

/** Of incidents that are there, those that are as their last version says. JSON equality ignores key order. */
async function unchangedIds(trx: Kysely<Schema>, incidents: readonly Incident[]): Promise<ReadonlySet<string>> {
  if (incidents.length === 0) return new Set();
  const given = JSON.stringify(incidents.map((incident) => ({ id: incident.id, image: toImage(incident) })));
  const { rows } = await sql<{ id: string }>`
    select given.id
    from jsonb_to_recordset(${given}::jsonb) as given (id text, image jsonb)
    join incident present on present.id = given.id
    join incident_version last on last.incident_id = present.id and last.version = present.version
    where last.incident = given.image`.execute(trx);
  return new Set(rows.map(({ id }) => id));
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
  const idOf = await idsOfSources(
    trx,
    incidents.flatMap(({ sources }) => sources),
  );
  await insertRows(
    trx,
    'incident_source',
    incidents.flatMap(({ id, sources }) =>
      sources.map((source, position) => ({ incident_id: id, position, source_id: idOf(source) })),
    ),
  );
}
