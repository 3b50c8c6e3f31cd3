import { type Kysely, sql } from 'kysely';
import { byteaText } from './audit/entry-rows.ts';
import type { Schema } from './schema.ts';
import { StoreError } from './store-error.ts';

/** A create that a person asks for under a key: the same key is the same create for this long. */
const KEY_DAYS = 7;

export interface IdempotencyKey {
  readonly key: string;
  /** SHA-256, in hex, of what is asked: another digest under the same key is `key-reused`. */
  readonly digest: string;
}

/** What a key was used for. */
export interface EarlierCreate {
  readonly id: string;
  readonly revision: number;
}

/**
 * The create that a person's key stands for, or null. In a transaction that holds the revision, so that of two at once the
 * second finds what the first did. Throws StoreError `key-reused`.
 */
export async function findCreate(
  trx: Kysely<Schema>,
  actor: string,
  { digest, key }: IdempotencyKey,
): Promise<EarlierCreate | null> {
  const { rows } = await sql<EarlierCreate & { digest: string }>`
    select encode(request_digest, 'hex') as digest, subject_id as id, revision from idempotency_key
    where actor = ${actor} and key = ${key} and ${IS_KEPT}`.execute(trx);
  const [found] = rows;
  if (!found) return null;
  if (found.digest !== digest) throw new StoreError('key-reused', 'the key was used for something else');
  return { id: found.id, revision: found.revision };
}

/** Keeps what a key was used for, and forgets those that are too old. */
export async function keepCreate(
  trx: Kysely<Schema>,
  actor: string,
  { digest, key }: IdempotencyKey,
  { id, revision }: EarlierCreate,
): Promise<void> {
  await sql`delete from idempotency_key where not ${IS_KEPT}`.execute(trx);
  await sql`
    insert into idempotency_key (actor, key, request_digest, subject_id, revision)
    values (${actor}, ${key}, ${byteaText(digest)}::bytea, ${id}, ${revision})`.execute(trx);
}

const IS_KEPT = sql`(created_at > current_timestamp - make_interval(days => ${sql.lit(KEY_DAYS)}))`;
