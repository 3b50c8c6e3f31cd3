import { type Kysely, type RawBuilder, sql } from 'kysely';
import { forTables } from './incident-row.ts';
import { type IncidentImage, ofImage } from './record-image.ts';
import type { Schema } from './schema.ts';
import type { KeyedIncident, StoredIncident } from './store.ts';

/** The last revision written at or before an instant: a look-up in the audit trail, whose times rise with its revisions. */
export async function readRevisionAt(db: Kysely<Schema>, instant: Date): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from audit_entry where at <= ${instant.toISOString()} and revision is not null
    order by at desc, position desc limit 1`.execute(db);
  return rows[0]?.revision ?? 0;
}

/** When a revision was written: a look-up in the audit trail. */
export async function readWrittenAt(db: Kysely<Schema>, revision: number): Promise<string | null> {
  const { rows } = await sql<{ at: Date }>`select at from audit_entry where revision = ${revision}`.execute(db);
  return rows[0]?.at.toISOString() ?? null;
}

/** Incidents that counted at a revision, with a key above `after`, by key, at most `limit`. */
export async function readTableIncidentsAt(
  db: Kysely<Schema>,
  revision: number,
  after: number,
  limit: number,
): Promise<readonly KeyedIncident[]> {
  const rows = await read(db, revision, sql`present.key > ${after}`, sql`order by present.key limit ${limit}`);
  return rows.map(({ incident, key }) => ({ incident: forTables(ofImage(incident)), key }));
}

/** Those of the incidents that counted at a revision, as they stood, in no order. */
export async function readIncidentsAt(
  db: Kysely<Schema>,
  revision: number,
  ids: readonly string[],
): Promise<readonly StoredIncident[]> {
  const rows = await read(db, revision, sql`present.id = any(${ids})`, sql``);
  return rows.map((row) => ({ ...row, incident: ofImage(row.incident), mergedInto: null }));
}

interface RowAt {
  readonly incident: IncidentImage;
  readonly key: number;
  readonly version: number;
  readonly revision: number;
}

/** For each incident a look-up of its last version then, in the primary key of the history. */
async function read(
  db: Kysely<Schema>,
  revision: number,
  which: RawBuilder<unknown>,
  range: RawBuilder<unknown>,
): Promise<readonly RowAt[]> {
  const { rows } = await sql<RowAt>`
    select present.key, stood.incident, stood.version, stood.revision
    from incident present cross join lateral (
      select incident, version, revision, merged_into from incident_version
      where incident_id = present.id and revision <= ${revision}
      order by version desc limit 1
    ) stood
    where ${which} and stood.merged_into is null ${range}`.execute(db);
  return rows;
}
