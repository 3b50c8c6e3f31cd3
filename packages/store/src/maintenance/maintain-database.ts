import type { Writable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { AuditEntry, AuditHead } from '../audit/audit-entry.ts';
import { readEntries, readHead } from '../audit/entry-rows.ts';
import { type AuditReport, type AuditVerification, verifyAudit } from '../audit/verify-audit.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { checkKnown, readAppliedMigrations } from '../migrations/applied-migrations.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import type { Schema } from '../schema.ts';
import { StoreError, toStoreError } from '../store-error.ts';

/**
 * What an operator does with a database besides running it. Nothing of it changes the database, not even its migrations.
 * Every method rejects with a StoreError.
 */
export interface Maintenance {
  /** As `Store.auditHead`. */
  auditHead(): Promise<AuditHead>;

  /** As `Store.auditEntries`. */
  auditEntries(range: { readonly after: number; readonly limit: number }): Promise<readonly AuditEntry[]>;

  /** As `Store.verifyAudit`. */
  verifyAudit(options: AuditVerification): Promise<AuditReport>;

  /**
   * Writes all of one state of the database to `destination`, and ends it. Reads and writes go on meanwhile; on the embedded
   * database what asks it waits until the backup is done.
   */
  backup(destination: Writable): Promise<void>;
}

/** The migration that made the audit trail. */
const AUDIT_MIGRATION = 4;

export function maintainDatabase(db: Kysely<Schema>): Maintenance {
  const audited = <T>(work: () => Promise<T>) => ask(db, AUDIT_MIGRATION, work);
  return {
    auditHead: () => audited(() => readHead(db)),
    auditEntries: ({ after, limit }) => audited(() => readEntries(db, after, limit)),
    verifyAudit: (options) => audited(() => verifyAudit(db, options)),
    backup: (destination) => ask(db, 1, () => writeBackup(db, destination)),
  };
}

/** The database must be one of this program, or of an older one that had all that is needed. */
async function ask<T>(db: Kysely<Schema>, neededMigration: number, work: () => Promise<T>): Promise<T> {
  try {
    const applied = await readAppliedMigrations(db);
    for (const migration of applied) checkKnown(migration, MIGRATIONS);
    if (applied.length === 0) throw new StoreError('version', 'there is nothing in the database');
    if (applied.length < neededMigration) {
      throw new StoreError('version', 'the database is of an older program: start the server once, which upgrades it');
    }
    return await work();
  } catch (error) {
    throw toStoreError(error);
  }
}
