import type { Route, Site } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import { selectSites } from '../read-incidents.ts';
import type { Schema } from '../schema.ts';
import { toRoute, toSite } from '../site-row.ts';
import { BrokenLink } from './audit-fault.ts';
import { firstDifference } from './first-difference.ts';

type TargetKind = 'route' | 'site';

/**
 * That each site and route stands as its last version says, and that its versions count from 1 without gaps. Gives how
 * many there are; throws BrokenLink at the first that differs.
 */
export async function verifyTargets(db: Kysely<Schema>): Promise<number> {
  for (const kind of ['route', 'site'] as const) await checkNoneMissing(db, kind);
  const routes = await db
    .selectFrom('route')
    .selectAll('route')
    .select([
      lastVersion<number>('route', 'version').as('last_version'),
      lastVersion<number>('route', 'revision').as('last_revision'),
      lastVersion<Route | null>('route', 'route').as('last_record'),
      countOfVersions('route').as('versions'),
    ])
    .orderBy('route.id')
    .execute();
  for (const row of routes) check('route', row, () => toRoute(rowOf(row)));
  const sites = await selectSites(db)
    .select([
      lastVersion<number>('site', 'version').as('last_version'),
      lastVersion<number>('site', 'revision').as('last_revision'),
      lastVersion<Site | null>('site', 'site').as('last_record'),
      countOfVersions('site').as('versions'),
    ])
    .execute();
  for (const row of sites) check('site', row, () => toSite(rowOf(row)));
  return routes.length + sites.length;
}

async function checkNoneMissing(db: Kysely<Schema>, kind: TargetKind): Promise<void> {
  const id = sql.ref(`${kind}_id`);
  const { rows } = await sql<{ id: string }>`
    select ${id} as id from ${sql.table(`${kind}_version`)}
    where version = 1 and not exists (select from ${sql.table(kind)} present where present.id = ${id})
    order by 1 limit 1`.execute(db);
  for (const missing of rows) throw broken(kind, missing.id, 'is gone, its history is there');
}

/** Together with the record, in one statement: a write meanwhile changes both. */
function lastVersion<T>(kind: TargetKind, column: string) {
  return sql<T>`(
    select ${sql.ref(column)} from ${sql.table(`${kind}_version`)}
    where ${sql.ref(`${kind}_id`)} = ${sql.ref(`${kind}.id`)} order by version desc limit 1)`;
}

function countOfVersions(kind: TargetKind) {
  return sql<number>`(
    select count(*) from ${sql.table(`${kind}_version`)} where ${sql.ref(`${kind}_id`)} = ${sql.ref(`${kind}.id`)})`;
}

interface Checked {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly last_version: number;
  readonly last_revision: number;
  readonly last_record: Route | Site | null;
  readonly versions: number;
}

function check(kind: TargetKind, row: Checked, record: () => Route | Site): void {
  const { id, last_record: last, last_revision: revision, last_version: version } = row;
  if (last === null) throw broken(kind, id, 'has no history');
  if (row.versions !== version) {
    throw broken(kind, id, `has ${row.versions} versions in its history, the last of which is version ${version}`);
  }
  if (row.version !== version || row.revision !== revision) {
    throw broken(
      kind,
      id,
      `stands at version ${row.version} of revision ${row.revision}, its history ends with version ${version} of revision ${revision}`,
    );
  }
  const fault = firstDifference(record(), last);
  if (fault !== null) throw broken(kind, id, fault);
}

/** The record's own columns. */
function rowOf<Row extends Checked>(
  row: Row,
): Omit<Row, 'last_version' | 'last_revision' | 'last_record' | 'versions'> {
  const { last_version, last_revision, last_record, versions, ...own } = row;
  return own;
}

function broken(kind: TargetKind, id: string, what: string): BrokenLink {
  return new BrokenLink({ kind, id }, `${kind} ${id} ${what}`);
}
