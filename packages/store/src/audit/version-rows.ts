import { type Kysely, sql } from 'kysely';
import type { IncidentImage } from '../record-image.ts';
import type { Schema } from '../schema.ts';
import { instantText } from './entry-rows.ts';
import type { VersionImage } from './written-versions.ts';

/** Versions read at once: about 5 MB. */
const BATCH = 1000;

/** A version as it is stored. */
export interface StoredVersion {
  readonly image: VersionImage;
  /** Hex; null for one that has none yet. */
  readonly digest: string | null;
}

interface VersionRow {
  readonly incident_id: string;
  readonly version: number;
  readonly revision: number;
  readonly at: string;
  readonly changed_by: string;
  readonly reason: string;
  readonly merged_into: string | null;
  readonly incident: IncidentImage;
  readonly digest: string | null;
}

/** All versions up to a revision in the order of the audit trail: by revision, id and version. */
export async function* eachVersion(db: Kysely<Schema>, upTo: number): AsyncGenerator<readonly StoredVersion[]> {
  let after = { revision: -1, incident_id: '', version: 0 };
  for (;;) {
    const { revision, incident_id, version } = after;
    const { rows } = await sql<VersionRow>`
      select incident_id, version, revision, ${instantText(sql`changed_at`)} as at, changed_by, reason, merged_into,
        incident, encode(digest, 'hex') as digest
      from incident_version
      where (revision, incident_id, version) > (${revision}, ${incident_id}, ${version}) and revision <= ${upTo}
      order by revision, incident_id, version limit ${BATCH}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    after = last;
    yield rows.map(toStoredVersion);
  }
}

function toStoredVersion(row: VersionRow): StoredVersion {
  const image: VersionImage = {
    kind: 'incident',
    id: row.incident_id,
    version: row.version,
    revision: row.revision,
    at: row.at,
    by: row.changed_by,
    reason: row.reason,
    mergedInto: row.merged_into,
    record: row.incident,
  };
  return { image, digest: row.digest };
}
