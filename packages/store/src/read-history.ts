import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Filing } from './store.ts';

/** Who first wrote incidents, and when: a look-up each. */
export async function readFilings(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, Filing>> {
  const { rows } = await sql<{ id: string; by: string; at: Date }>`
    select incident_id as id, changed_by as by, changed_at as at from incident_version
    where incident_id = any(${ids}) and version = 1`.execute(db);
  return new Map(rows.map(({ at, by, id }) => [id, { by, at: at.toISOString() }]));
}

/** Which of the revisions wrote a version of another incident that says it is merged into this one. */
export async function readMergeRevisions(
  db: Kysely<Schema>,
  into: string,
  revisions: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ revision: number }>`
    select distinct revision from incident_version
    where revision = any(${revisions}::bigint[]) and merged_into = ${into}`.execute(db);
  return new Set(rows.map(({ revision }) => revision));
}
