import type { Route, Site } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { byteaText } from './audit/entry-rows.ts';
import { insertRows } from './insert-rows.ts';
import type { Schema } from './schema.ts';
import { toRouteRow, toSiteRow } from './site-row.ts';
import { StaleError, StoreError } from './store-error.ts';
import { idsOfSources } from './write-sources.ts';
import type { Change } from './write-transaction.ts';

/** Who writes, why, and as which revision. */
export type TargetChange = Pick<Change, 'at' | 'by' | 'reason' | 'revision' | 'written'>;

/** A site or route with the number of its next version. */
export interface NextTarget<Target extends Route | Site> {
  readonly record: Target;
  readonly version: number;
}

/**
 * Writes a site inside a transaction that holds the revision; false where it is as it stands. `expected` is the version
 * that it has, null for a new one: StaleError otherwise.
 */
export async function writeSite(
  trx: Kysely<Schema>,
  site: Site,
  expected: number | null,
  change: TargetChange,
): Promise<boolean> {
  const place = await placeOf(trx, 'site', site, expected);
  if (place.unchanged) return false;
  const row = { ...toSiteRow(site, place.position), version: place.version + 1, revision: change.revision };
  await insertRows(trx, 'site', [row], { key: 'id', action: 'update' });
  await linkSources(trx, [site]);
  await insertTargetVersions(trx, 'site', [{ record: site, version: place.version + 1 }], change);
  return true;
}

/** As `writeSite`. */
export async function writeRoute(
  trx: Kysely<Schema>,
  route: Route,
  expected: number | null,
  change: TargetChange,
): Promise<boolean> {
  const place = await placeOf(trx, 'route', route, expected);
  if (place.unchanged) return false;
  const row = { ...toRouteRow(route, place.position), version: place.version + 1, revision: change.revision };
  await insertRows(trx, 'route', [row], { key: 'id', action: 'update' });
  await insertTargetVersions(trx, 'route', [{ record: route, version: place.version + 1 }], change);
  return true;
}

/** Sites cite the sources that they name, and no others. */
export async function linkSources(trx: Kysely<Schema>, sites: readonly Site[]): Promise<void> {
  const ids = sites.map(({ id }) => id);
  await trx.deleteFrom('site_source').where('site_id', '=', sql<string>`any(${ids})`).execute();
  const idOf = await idsOfSources(
    trx,
    sites.flatMap(({ sources }) => sources),
  );
  await insertRows(
    trx,
    'site_source',
    sites.flatMap(({ id, sources }) =>
      sources.map((source, position) => ({ site_id: id, position, source_id: idOf(source) })),
    ),
  );
}

/** Appends to the history of sites or routes, and tells the transaction's entry in the audit trail. */
export async function insertTargetVersions<Target extends Route | Site>(
  trx: Kysely<Schema>,
  kind: 'route' | 'site',
  targets: readonly NextTarget<Target>[],
  { at, by, reason, revision, written }: TargetChange,
): Promise<void> {
  const rows = targets.map(({ record, version }) => {
    const { id } = record;
    const digest = written.add({ kind, id, version, revision, at, by, reason, mergedInto: null, record });
    return {
      [`${kind}_id`]: id,
      version,
      revision,
      changed_at: at,
      changed_by: by,
      reason,
      [kind]: record,
      digest: byteaText(digest.toString('hex')),
    };
  });
  await insertRows(trx, `${kind}_version`, rows);
}

interface PlaceInList {
  /** 0 for a new one. */
  readonly version: number;
  readonly position: number;
  readonly unchanged: boolean;
}

async function placeOf(
  trx: Kysely<Schema>,
  kind: 'route' | 'site',
  record: Route | Site,
  expected: number | null,
): Promise<PlaceInList> {
  const { id } = record;
  const { rows } = await sql<PlaceInList>`
    select present.version, position, last.${sql.ref(kind)} = ${JSON.stringify(record)}::jsonb as unchanged
    from ${sql.table(kind)} present join ${sql.table(`${kind}_version`)} last
      on last.${sql.ref(`${kind}_id`)} = present.id and last.version = present.version
    where present.id = ${id}`.execute(trx);
  const [present] = rows;
  if (expected === null) {
    if (present || (await isTaken(trx, id))) throw new StoreError('taken', `there is a site or route ${id} already`);
    return { version: 0, position: await nextPosition(trx, kind), unchanged: false };
  }
  if (!present) throw new StoreError('invalid-record', `there is no ${kind} ${id}`);
  if (present.version !== expected) {
    throw new StaleError([id]);
  }
  return present;
}

/** Sites and routes have one space of ids: an incident aims at either by its id alone. */
async function isTaken(trx: Kysely<Schema>, id: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from site where id = ${id}) or exists (select from route where id = ${id}) as taken`.execute(
    trx,
  );
  return rows[0]?.taken === true;
}

async function nextPosition(trx: Kysely<Schema>, kind: 'route' | 'site'): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position), -1) + 1 as next from ${sql.table(kind)}`.execute(trx);
  return rows[0]?.next ?? 0;
}
