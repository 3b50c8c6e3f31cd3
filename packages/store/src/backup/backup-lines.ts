import type { AuditHead } from '../audit/audit-entry.ts';

/**
 * A backup is a gzip stream of lines of UTF-8, each one JSON value. A line that is an object is a row; all others are
 * arrays, whose first element says what they are:
 *
 *     ["corridor-backup", manifest]       first
 *     ["table", name, columns]            rows of that table follow, by primary key
 *     ["end", name, number of rows]
 *     ["sha256", hex]                     last: of all bytes before this line
 *
 * Rows are as PostgreSQL's row_to_json writes them: bytes as `\x…`, instants in UTC.
 */
export const BACKUP_FORMAT = 'corridor-backup';
export const BACKUP_VERSION = 1;

export interface BackupManifest {
  readonly version: number;
  /** ISO instant in UTC. */
  readonly createdAt: string;
  /** Those that the database had. */
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly checksum: string }[];
  readonly tables: readonly string[];
  readonly leftOut: readonly string[];
  /** Where the audit trail ended; null for a database of before there was one. */
  readonly head: AuditHead | null;
}
