import { type Kysely, sql } from 'kysely';
import { type Act, type AuditEntry, hashOfEntry } from './audit/audit-entry.ts';
import { appendEntries, byteaText, instantText } from './audit/entry-rows.ts';
import { type Written, WrittenVersions } from './audit/written-versions.ts';
import { Projector } from './projection/projector.ts';
import { REVISION_CHANNEL } from './revision-channel.ts';
import type { Schema } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** What a write transaction gives out. */
export interface WriteStamp {
  readonly revision: number;
  /** When it got hold of the revision: the time of all that it writes. UTC, in whole milliseconds. */
  readonly at: string;
  /** A key that no incident ever had. */
  readonly nextKey: () => number;
  /** Of this transaction. */
  readonly projector: Projector;
  /** Told of each version that is written. */
  readonly written: WrittenVersions;
}

/** Who changes records, why, and in which transaction. */
export interface Change extends WriteStamp {
  readonly by: string;
  readonly reason: string;
}

/**
 * One write transaction with the next revision, which counts only if `work` says that it wrote something. It and its
 * entry in the audit trail are committed together. Gives the revision that stands after it.
 */
export function inWriteTransaction(
  db: Kysely<Schema>,
  act: Act,
  work: (trx: Kysely<Schema>, stamp: WriteStamp) => Promise<boolean>,
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const held = await holdRevision(trx);
    let lastKey = held.last_key;
    const revision = held.value + 1;
    const written = new WrittenVersions();
    const stamp = { revision, at: held.at, nextKey: () => ++lastKey, projector: new Projector(trx), written };
    if (!(await work(trx, stamp))) return held.value;
    await append(trx, held, act, { revision, written: written.sum(), lastKey });
    await sql`select pg_notify(${REVISION_CHANNEL}, ${String(revision)})`.execute(trx);
    return revision;
  });
}

/**
 * Enters an act that writes no record, and so takes no revision, in the transaction of what the act is. Null, and nothing
 * entered, if `work` says that there was nothing to do.
 */
export function appendAct(
  db: Kysely<Schema>,
  act: Act,
  work: (trx: Kysely<Schema>) => Promise<boolean> = async () => true,
): Promise<AuditEntry | null> {
  return inTransaction(db, async (trx) => {
    const held = await holdRevision(trx);
    return (await work(trx)) ? append(trx, held, act, null) : null;
  });
}

interface HeldRevision {
  readonly value: number;
  readonly last_key: number;
  readonly audit_position: number;
  readonly audit_hash: string;
  readonly at: string;
}

/** Locks the row that every writer needs. Time never runs backwards along the chain, whatever the clock does. */
async function holdRevision(trx: Kysely<Schema>): Promise<HeldRevision> {
  const { rows } = await sql<HeldRevision>`
    select value, last_key, audit_position, encode(audit_hash, 'hex') as audit_hash, ${instantText(NOW)} as at
    from revision for update`.execute(trx);
  const [held] = rows;
  if (!held) throw new RangeError('Expected a row in the table revision, got none');
  return held;
}

const NOW = sql`greatest(audit_at, date_trunc('milliseconds', clock_timestamp()))`;

interface RevisionWritten {
  readonly revision: number;
  readonly written: Written;
  readonly lastKey: number;
}

async function append(
  trx: Kysely<Schema>,
  held: HeldRevision,
  { actor, action, subject, reason, detail = {} }: Act,
  write: RevisionWritten | null,
): Promise<AuditEntry> {
  const content = {
    position: held.audit_position + 1,
    at: held.at,
    ...{ actor, action, subject, reason, detail },
    revision: write?.revision ?? null,
    written: write?.written ?? null,
    previousHash: held.audit_hash,
  };
  const entry = { ...content, hash: hashOfEntry(content) };
  await appendEntries(trx, [entry]);
  await sql`
    update revision set value = ${write?.revision ?? held.value}, last_key = ${write?.lastKey ?? held.last_key},
      audit_position = ${entry.position}, audit_hash = ${byteaText(entry.hash)}::bytea, audit_at = ${entry.at}`.execute(
    trx,
  );
  return entry;
}
