import type { Route, Site } from '@corridor/domain';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { TargetVersion } from './store.ts';

/** What each kind is called in its history's columns. */
interface TargetOf {
  readonly site: Site;
  readonly route: Route;
}

/** Sites or routes as they stood at a revision, in the order in which they were first written. */
export async function readTargetsAt<Kind extends keyof TargetOf>(
  db: Kysely<Schema>,
  kind: Kind,
  revision: number,
): Promise<readonly TargetOf[Kind][]> {
  const { rows } = await sql<{ record: TargetOf[Kind] }>`
    select stood.record
    from ${sql.table(kind)} present cross join lateral (
      select ${sql.ref(kind)} as record from ${sql.table(`${kind}_version`)}
      where ${sql.ref(`${kind}_id`)} = present.id and revision <= ${asAdopted(revision)}
      order by version desc limit 1
    ) stood
    order by present.position`.execute(db);
  return rows.map(({ record }) => record);
}

/** The last revision up to `revision` in which a site or route changed; 0 where there is none. */
export async function readTargetsRevision(db: Kysely<Schema>, revision: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select greatest(
      (select coalesce(max(revision), 0) from site_version where revision <= ${revision}),
      (select coalesce(max(revision), 0) from route_version where revision <= ${revision})
    ) as last`.execute(db);
  return rows[0]?.last ?? 0;
}

/** The history of one site or route, oldest first; empty for an unknown id. */
export async function readTargetVersions<Kind extends keyof TargetOf>(
  db: Kysely<Schema>,
  kind: Kind,
  id: string,
): Promise<readonly TargetVersion<TargetOf[Kind]>[]> {
  const { rows } = await sql<VersionRow<TargetOf[Kind]>>`
    select version, revision, changed_at, changed_by, reason, ${sql.ref(kind)} as record
    from ${sql.table(`${kind}_version`)} where ${sql.ref(`${kind}_id`)} = ${id} order by version`.execute(db);
  return rows.map(({ changed_at, changed_by, ...same }) => ({
    ...same,
    changedAt: changed_at.toISOString(),
    changedBy: changed_by,
  }));
}

interface VersionRow<Target> {
  readonly version: number;
  readonly revision: number;
  readonly changed_at: Date;
  readonly changed_by: string;
  readonly reason: string;
  readonly record: Target;
}

/**
 * What an older program loaded got its first versions later than it was there: from the first revision on it was what they
 * say, since that program could not change it.
 */
function asAdopted(revision: number) {
  return sql`case when ${revision}::bigint < 1 then 0 else greatest(${revision}::bigint, (
    select max(revision) from audit_entry where action = 'targets.adopt')) end`;
}
