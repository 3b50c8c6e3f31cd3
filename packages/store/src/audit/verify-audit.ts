import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { AuditHead } from './audit-entry.ts';
import { type AuditFault, BrokenLink } from './audit-fault.ts';
import { readEntries, readHead } from './entry-rows.ts';
import { verifyChain } from './verify-chain.ts';
import { verifyPresent } from './verify-present.ts';
import { verifyTargets } from './verify-targets.ts';
import { lastVersion } from './version-rows.ts';
import { RECORD_KINDS, type RecordKind } from './written-versions.ts';

export interface AuditVerification {
  /** Told now and then how many entries, versions and incidents are checked so far. */
  readonly onProgress?: (checked: AuditCounts) => void;
  /** An end of the chain that was exported before: it must still be in it. */
  readonly head?: Pick<AuditHead, 'position' | 'hash'>;
}

export interface AuditCounts {
  readonly entries: number;
  /** Of incidents, sites and routes. */
  readonly versions: number;
  readonly incidents: number;
  /** Sites and routes. */
  readonly targets: number;
}

/** What a verification found: all as it should be up to `head`, or the first link that is broken. */
export type AuditReport =
  | { readonly intact: true; readonly head: AuditHead; readonly checked: AuditCounts }
  | { readonly intact: false; readonly fault: AuditFault };

/** Verifies all that is there when it begins; see `Store.verifyAudit`. */
export async function verifyAudit(
  db: Kysely<Schema>,
  { head: known, onProgress }: AuditVerification,
): Promise<AuditReport> {
  try {
    const head = await readHead(db);
    const chain = await verifyChain(db, head, (checked) => onProgress?.({ ...checked, ...NONE }));
    if (known) await checkKnownHead(db, known);
    await checkNothingBeyond(db);
    const targets = await verifyTargets(db);
    const incidents = await verifyPresent(db, (checked) => onProgress?.({ ...chain, targets, incidents: checked }));
    return { intact: true, head, checked: { ...chain, targets, incidents } };
  } catch (error) {
    if (error instanceof BrokenLink) return { intact: false, fault: error.fault };
    throw error;
  }
}

const NONE = { incidents: 0, targets: 0 };

async function checkKnownHead(
  db: Kysely<Schema>,
  { position, hash }: Pick<AuditHead, 'position' | 'hash'>,
): Promise<void> {
  if (position === 0) return;
  const [entry] = await readEntries(db, position - 1, 1);
  if (entry?.position !== position) {
    throw new BrokenLink({ kind: 'entry', position }, `entry ${position}, which the given head ends with, is missing`);
  }
  if (entry.hash !== hash) {
    throw new BrokenLink(
      { kind: 'entry', position },
      `entry ${position} has the hash ${entry.hash}, the given head says ${hash}`,
    );
  }
}

/**
 * What is there belongs to the end that the store knows of. That is asked last, and only moves on: a write meanwhile is no
 * fault.
 */
async function checkNothingBeyond(db: Kysely<Schema>): Promise<void> {
  const { rows: entries } = await sql<{ last: number }>`
    select coalesce(max(position), 0) as last from audit_entry`.execute(db);
  const versions: { kind: RecordKind; id: string; version: number; revision: number }[] = [];
  for (const kind of RECORD_KINDS) {
    const last = await lastVersion(db, kind);
    if (last) versions.push({ ...last, kind });
  }
  const head = await readHead(db);
  for (const { last } of entries) {
    if (last > head.position) {
      throw new BrokenLink({ kind: 'entry', position: last }, `entry ${last} stands after the end, ${head.position}`);
    }
  }
  for (const { kind, id, version, revision } of versions) {
    if (revision > head.revision) {
      throw new BrokenLink(
        { kind: 'version', of: kind, id, version },
        `${kind} ${id}, version ${version}, is of revision ${revision}, the store is at ${head.revision}`,
      );
    }
  }
}
