import type { Source } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { toStoredIncident } from './incident-row.ts';
import { selectIncidents, selectSites } from './read-incidents.ts';
import { readSource } from './read-sources.ts';
import { toImage } from './record-image.ts';
import type { Schema } from './schema.ts';
import { toSite } from './site-row.ts';
import { signatureOf, toSourceRow } from './source-row.ts';
import { StaleError, StoreError } from './store-error.ts';
import { WRITE_BATCH } from './write-incidents.ts';
import { idsBySignature } from './write-sources.ts';
import { insertTargetVersions, type TargetChange } from './write-targets.ts';
import { insertVersions } from './write-versions.ts';

/** The source that stands, and whether anything was written. */
export interface Corrected {
  readonly id: string;
  readonly changed: boolean;
}

/**
 * Corrects a source inside a transaction that holds the revision: each record that cites it, merged ones too, gets a
 * version. Where another source has the content already, that one is cited instead, and the corrected one is gone.
 * StaleError unless it has the version `expected`. Costs a read of each citing record.
 */
export async function correctSource(
  trx: Kysely<Schema>,
  id: string,
  content: Source,
  expected: number,
  change: TargetChange,
): Promise<Corrected> {
  const present = await readSource(trx, id);
  if (!present) throw new StoreError('invalid-record', `there is no source ${id}`);
  if (present.version !== expected) {
    throw new StaleError([id]);
  }
  const signature = signatureOf(content);
  if (signature === signatureOf(present.source)) return { id, changed: false };
  const cites = await citing(trx, id);
  const other = (await idsBySignature(trx, [signature])).get(signature);
  if (other === undefined) {
    await trx
      .updateTable('source')
      .set({ ...toSourceRow(content), signature, version: expected + 1 })
      .where('id', '=', id)
      .execute();
  } else {
    await citeInstead(trx, id, other);
  }
  if (content.url !== present.source.url) await moveClaims(trx, cites.incidents, present.source.url, content.url);
  await giveIncidentVersions(trx, cites.incidents, change);
  await giveSiteVersions(trx, cites.sites, change);
  return { id: other ?? id, changed: true };
}

async function citing(trx: Kysely<Schema>, id: string) {
  const incidents = await sql<{ id: string }>`
    select distinct incident_id as id from incident_source where source_id = ${id} order by 1`.execute(trx);
  const sites = await sql<{ id: string }>`
    select distinct site_id as id from site_source where source_id = ${id} order by 1`.execute(trx);
  return { incidents: incidents.rows.map((row) => row.id), sites: sites.rows.map((row) => row.id) };
}

/** A record that cites both cites one of them from then on. */
async function citeInstead(trx: Kysely<Schema>, id: string, other: string): Promise<void> {
  for (const [table, record] of [
    ['incident_source', 'incident_id'],
    ['site_source', 'site_id'],
  ] as const) {
    const links = sql.table(table);
    const owner = sql.ref(record);
    await sql`
      delete from ${links} link where source_id = ${id}
        and exists (select from ${links} same where same.${owner} = link.${owner} and same.source_id = ${other})`.execute(
      trx,
    );
    await sql`update ${links} set source_id = ${other} where source_id = ${id}`.execute(trx);
  }
  await trx.deleteFrom('source').where('id', '=', id).execute();
}

/** A claim tells by its address where it can be read. */
async function moveClaims(trx: Kysely<Schema>, ids: readonly string[], from: string, to: string): Promise<void> {
  await sql`
    update incident set claims = (
      select jsonb_agg(
        case when claim ->> 'source' = ${from} then jsonb_set(claim, '{source}', to_jsonb(${to}::text)) else claim end
        order by position)
      from jsonb_array_elements(claims) with ordinality as claims (claim, position))
    where id = any(${ids}) and claims @> jsonb_build_array(jsonb_build_object('source', ${from}::text))`.execute(trx);
}

/** Their rows hold nothing else of a source: only the history, and what joins it, tell the change. */
async function giveIncidentVersions(trx: Kysely<Schema>, ids: readonly string[], change: TargetChange): Promise<void> {
  for (let start = 0; start < ids.length; start += WRITE_BATCH) {
    const batch = ids.slice(start, start + WRITE_BATCH);
    await sql`
      update incident set version = version + 1, revision = ${change.revision} where id = any(${batch})`.execute(trx);
    const rows = await selectIncidents(trx).where('incident.id', '=', sql<string>`any(${batch})`).execute();
    await insertVersions(
      trx,
      rows.map(toStoredIncident).map((stored) => ({ ...stored, incident: toImage(stored.incident) })),
      change,
    );
  }
}

async function giveSiteVersions(trx: Kysely<Schema>, ids: readonly string[], change: TargetChange): Promise<void> {
  await sql`
    update site set version = version + 1, revision = ${change.revision} where id = any(${ids})`.execute(trx);
  const rows = await selectSites(trx).where('site.id', '=', sql<string>`any(${ids})`).execute();
  const next = rows.map((row) => ({ record: toSite(row), version: row.version }));
  await insertTargetVersions(trx, 'site', next, change);
}
