import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { checkKnown } from '../migrations/applied-migrations.ts';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { StoreError } from '../store-error.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupManifest } from './backup-lines.ts';

/** A part of a backup. Rows are JSON texts, as they stand in the file. */
export type BackupPart =
  | { readonly kind: 'manifest'; readonly manifest: BackupManifest }
  | { readonly kind: 'table'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'row'; readonly text: string }
  | { readonly kind: 'end'; readonly table: string };

/** What a whole, unaltered backup says of itself. */
export interface BackupContent {
  readonly manifest: BackupManifest;
  readonly rows: number;
  /** Unpacked. */
  readonly bytes: number;
}

/**
 * Reads a backup from its first byte to its last, and checks that it is whole: its SHA-256, its counts of rows. Constant
 * memory. Throws StoreError `backup-unusable`, or `version` for one of a newer program.
 */
export async function inspectBackup(file: string): Promise<BackupContent> {
  let manifest: BackupManifest | null = null;
  let [rows, bytes] = [0, 0];
  for await (const part of readBackup(file, (size) => (bytes += size))) {
    if (part.kind === 'manifest') manifest = part.manifest;
    if (part.kind === 'row') rows++;
  }
  if (!manifest) throw unusable(file, 'has no content');
  return { manifest, rows, bytes };
}

/** The parts of a backup in order. Only when it has ended without an error is it known to be whole. */
export async function* readBackup(file: string, onBytes?: (size: number) => void): AsyncGenerator<BackupPart> {
  const reader = new BackupReader(file);
  try {
    for await (const line of eachLine(file)) {
      onBytes?.(line.length + 1);
      const part = reader.take(line);
      if (part) yield part;
    }
  } catch (error) {
    throw error instanceof StoreError ? error : unusable(file, reasonOf(error));
  }
  reader.expectEnd();
}

/** Follows the order of the lines, whatever stands in them. */
class BackupReader {
  readonly #file: string;
  readonly #hash = createHash('sha256');
  #manifest: BackupManifest | null = null;
  #table: string | null = null;
  #tablesDone: string[] = [];
  #rows = 0;
  #ended = false;

  constructor(file: string) {
    this.#file = file;
  }

  take(line: Buffer): BackupPart | null {
    if (this.#ended) throw this.#broken('goes on after its checksum');
    const text = line.toString('utf8');
    const isRow = text.startsWith('{');
    const [word, ...rest] = isRow ? [] : listOf(text);
    if (word === 'sha256') {
      this.#checkSum(rest[0]);
      return null;
    }
    this.#hash.update(line).update('\n');
    if (word === BACKUP_FORMAT) return this.#takeManifest(rest[0]);
    if (!this.#manifest) throw this.#broken('does not begin like a backup');
    if (isRow) return this.#takeRow(text);
    if (word === 'table') return this.#takeTable(rest);
    if (word === 'end') return this.#takeEnd(rest);
    throw this.#broken(`has a line that is none of a backup: ${text.slice(0, 60)}`);
  }

  expectEnd(): void {
    if (!this.#ended) throw this.#broken('is cut off: its checksum is missing');
  }

  #takeManifest(value: unknown): BackupPart {
    if (this.#manifest) throw this.#broken('begins twice');
    this.#manifest = manifestOf(value, this.#file);
    return { kind: 'manifest', manifest: this.#manifest };
  }

  #takeTable([table, columns]: readonly unknown[]): BackupPart {
    const expected = this.#manifest?.tables[this.#tablesDone.length];
    if (this.#table !== null || typeof table !== 'string' || table !== expected || !isTexts(columns)) {
      throw this.#broken(`has the table ${String(table)} where ${this.#table ?? expected ?? 'the end'} is expected`);
    }
    this.#table = table;
    this.#rows = 0;
    return { kind: 'table', table, columns };
  }

  #takeRow(text: string): BackupPart {
    if (this.#table === null) throw this.#broken('has a row outside of any table');
    this.#rows++;
    return { kind: 'row', text };
  }

  #takeEnd([table, rows]: readonly unknown[]): BackupPart {
    if (this.#table === null || table !== this.#table || rows !== this.#rows) {
      throw this.#broken(`has ${this.#rows} rows of ${this.#table}, and says ${String(rows)} of ${String(table)}`);
    }
    this.#tablesDone.push(this.#table);
    this.#table = null;
    return { kind: 'end', table };
  }

  #checkSum(expected: unknown): void {
    const found = this.#hash.digest('hex');
    if (expected !== found) throw this.#broken(`was altered: its checksum is ${found}, it says ${String(expected)}`);
    if (this.#table !== null || this.#tablesDone.length !== this.#manifest?.tables.length) {
      throw this.#broken('lacks tables');
    }
    this.#ended = true;
  }

  #broken(what: string): StoreError {
    return unusable(this.#file, what);
  }
}

function manifestOf(value: unknown, file: string): BackupManifest {
  if (!isManifest(value)) throw unusable(file, 'has no manifest');
  if (value.version !== BACKUP_VERSION) {
    throw new StoreError(
      'version',
      `${file} is a backup of format ${value.version}, this program reads ${BACKUP_VERSION}`,
    );
  }
  try {
    for (const migration of value.migrations) checkKnown(migration, MIGRATIONS);
  } catch (error) {
    throw new StoreError('version', `${file} cannot be read: ${reasonOf(error)}`, error);
  }
  return value;
}

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const migrations = fields.get('migrations');
  return (
    typeof fields.get('version') === 'number' &&
    typeof fields.get('createdAt') === 'string' &&
    isTexts(fields.get('tables')) &&
    Array.isArray(migrations) &&
    migrations.every((migration, index) => migration?.number === index + 1)
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function listOf(text: string): readonly unknown[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value : [];
}

/** A record of the largest allowed size is below 1 MB. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Lines by their line feeds alone: JSON text may hold what other readers take for the end of a line. */
async function* eachLine(file: string): AsyncGenerator<Buffer> {
  const { size } = await stat(file);
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.once('error', (error) => unpacked.destroy(error));
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source.pipe(unpacked)) {
    let bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a)) {
      yield bytes.subarray(0, end);
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > LONGEST_LINE) throw unusable(file, 'has a line that is too long');
    rest = bytes;
  }
  if (rest.length > 0) throw unusable(file, 'is cut off in the middle of a line');
  if (unpacked.bytesWritten !== size) throw unusable(file, 'goes on after its end');
}

function unusable(file: string, what: string): StoreError {
  return new StoreError('backup-unusable', `${file} is no usable backup: it ${what}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
