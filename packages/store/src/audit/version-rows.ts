import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { instantText } from './entry-rows.ts';
import type { RecordKind, VersionImage } from './written-versions.ts';

/** Versions read at once: about 5 MB. */
const BATCH = 1000;

/** A version as it is stored. */
export interface StoredVersion {
  readonly image: VersionImage;
  /** Hex; null for one that has none yet. */
  readonly digest: string | null;
}

interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly at: string;
  readonly changed_by: string;
  readonly reason: string;
  readonly merged_into: string | null;
  readonly record: VersionImage['record'];
  readonly digest: string | null;
}

/** All versions of a kind up to a revision in the order of the audit trail: by revision, id and version. */
export async function* eachVersion(
  db: Kysely<Schema>,
  kind: RecordKind,
  upTo: number,
): AsyncGenerator<readonly StoredVersion[]> {
  const { id, mergedInto, record, table } = columnsOf(kind);
  let after = { revision: -1, id: '', version: 0 };
  for (;;) {
    const { rows } = await sql<VersionRow>`
      select ${id} as id, version, revision, ${instantText(sql`changed_at`)} as at, changed_by, reason,
        ${mergedInto} as merged_into, ${record} as record, encode(digest, 'hex') as digest
      from ${table}
      where (revision, ${id}, version) > (${after.revision}, ${after.id}, ${after.version}) and revision <= ${upTo}
      order by revision, ${id}, version limit ${BATCH}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    after = last;
    yield rows.map((row) => toStoredVersion(kind, row));
  }
}

/** The last version that there is of a kind, whatever the store's revision. */
export async function lastVersion(
  db: Kysely<Schema>,
  kind: RecordKind,
): Promise<Pick<VersionImage, 'id' | 'version' | 'revision'> | undefined> {
  const { id, table } = columnsOf(kind);
  const { rows } = await sql<Pick<VersionImage, 'id' | 'version' | 'revision'>>`
    select ${id} as id, version, revision from ${table}
    order by revision desc, ${id} desc, version desc limit 1`.execute(db);
  return rows[0];
}

/** The histories are alike: tables and columns are named for their kind. */
function columnsOf(kind: RecordKind) {
  return {
    table: sql.table(`${kind}_version`),
    id: sql.ref(`${kind}_id`),
    record: sql.ref(kind),
    mergedInto: kind === 'incident' ? sql.ref('merged_into') : sql`null::text`,
  };
}

function toStoredVersion(kind: RecordKind, row: VersionRow): StoredVersion {
  const { at, changed_by, digest, id, merged_into, reason, record, revision, version } = row;
  const image = { kind, id, version, revision, at, by: changed_by, reason, mergedInto: merged_into, record };
  return { image, digest };
}
