import { type Kysely, type RawBuilder, sql } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Schema } from '../schema.ts';
import type { AuditEntry, AuditHead } from './audit-entry.ts';
import type { JsonObject } from './canonical-json.ts';
import type { Written } from './written-versions.ts';

/** An instant as hashes cover it: UTC, with all six decimals that the database keeps. */
export const instantText = (instant: RawBuilder<unknown>) =>
  sql<string>`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Bytes as a bytea column takes them from JSON. */
export const byteaText = (hex: string) => `\\x${hex}`;

interface EntryRow {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly reason: string;
  readonly detail: JsonObject;
  readonly revision: number | null;
  readonly written_count: number | null;
  readonly written_digest: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Entries after a position, in order, at most `limit`. */
export async function readEntries(db: Kysely<Schema>, after: number, limit: number): Promise<readonly AuditEntry[]> {
  const { rows } = await sql<EntryRow>`
    select position, ${instantText(sql`at`)} as at, actor, action, subject_kind, subject_id, reason, detail, revision,
      written_count, encode(written_digest, 'hex') as written_digest, encode(previous_hash, 'hex') as previous_hash,
      encode(hash, 'hex') as hash
    from audit_entry where position > ${after} order by position limit ${limit}`.execute(db);
  return rows.map((row) => ({
    position: row.position,
    at: row.at,
    actor: row.actor,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    reason: row.reason,
    detail: row.detail,
    revision: row.revision,
    written: writtenOf(row),
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

/** Half of it there is no state that the store leaves: it must not read like none. */
function writtenOf({ written_count, written_digest }: EntryRow): Written | null {
  if (written_count === null && written_digest === null) return null;
  return { count: written_count ?? 0, digest: written_digest ?? '' };
}

/** Writes entries, in a transaction that holds the revision and then tells its row of the last one. */
export async function appendEntries(trx: Kysely<Schema>, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(({ subject, written, previousHash, hash, ...same }) => ({
    ...same,
    subject_kind: subject.kind,
    subject_id: subject.id,
    written_count: written?.count ?? null,
    written_digest: written && byteaText(written.digest),
    previous_hash: byteaText(previousHash),
    hash: byteaText(hash),
  }));
  await insertRows(trx, 'audit_entry', rows);
}

/** Where the chain ends, as the row says that every write locks. */
export async function readHead(db: Kysely<Schema>): Promise<AuditHead> {
  const { rows } = await sql<AuditHead>`
    select audit_position as position, encode(audit_hash, 'hex') as hash, value as revision,
      case when audit_position > 0 then ${instantText(sql`audit_at`)} end as at
    from revision`.execute(db);
  const [head] = rows;
  if (!head) throw new RangeError('Expected a row in the table revision, got none');
  return head;
}
