import type { Kysely, RawBuilder } from 'kysely';
import { byteaText } from './audit/entry-rows.ts';
import { insertOf } from './insert-rows.ts';
import type { IncidentImage } from './record-image.ts';
import type { Schema } from './schema.ts';
import type { Change } from './write-transaction.ts';

/** The next state of an incident, whole. */
export interface NextVersion {
  readonly incident: IncidentImage;
  readonly version: number;
  readonly mergedInto: string | null;
}

type Writing = Pick<Change, 'at' | 'by' | 'reason' | 'revision' | 'written'>;

/** Appends to the history of incidents, and tells the transaction's entry in the audit trail. */
export async function insertVersions(
  trx: Kysely<Schema>,
  versions: readonly NextVersion[],
  writing: Writing,
): Promise<void> {
  await insertOfVersions(versions, writing)?.execute(trx);
}

/** The statement of `insertVersions`, which the entry in the audit trail knows of already; null without versions. */
export function insertOfVersions(
  versions: readonly NextVersion[],
  { at, by, reason, revision, written }: Writing,
): RawBuilder<never> | null {
  const rows = versions.map(({ incident, version, mergedInto }) => {
    const { id } = incident;
    const digest = written.add({
      kind: 'incident',
      id,
      version,
      revision,
      at,
      by,
      reason,
      mergedInto,
      record: incident,
    });
    return {
      incident_id: id,
      version,
      revision,
      changed_at: at,
      changed_by: by,
      reason,
      incident,
      merged_into: mergedInto,
      digest: byteaText(digest.toString('hex')),
    };
  });
  return insertOf('incident_version', rows);
}
