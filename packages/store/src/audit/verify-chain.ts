import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { type AuditEntry, type AuditHead, FIRST_PREVIOUS_HASH, hashOfEntry } from './audit-entry.ts';
import { BrokenLink } from './audit-fault.ts';
import { readEntries } from './entry-rows.ts';
import { eachVersion, type StoredVersion } from './version-rows.ts';
import { digestOfVersion, RECORD_KINDS, type Written, WrittenDigest } from './written-versions.ts';

const ENTRIES_AT_ONCE = 1000;

export interface ChainCounts {
  readonly entries: number;
  readonly versions: number;
}

/**
 * Computes the chain anew from its first entry to `head`, and beside it the digest of each version in the order of the
 * revisions. Throws BrokenLink at the first link that is not as it should be.
 */
export async function verifyChain(
  db: Kysely<Schema>,
  head: AuditHead,
  onProgress: (checked: ChainCounts) => void,
): Promise<ChainCounts> {
  const versions = new VersionCursors(db, head.revision);
  const reached = { position: 0, hash: FIRST_PREVIOUS_HASH, at: '', revision: 0 };
  while (reached.position < head.position) {
    const entries = await readEntries(
      db,
      reached.position,
      Math.min(ENTRIES_AT_ONCE, head.position - reached.position),
    );
    if (entries.length === 0) throw missing(reached.position + 1);
    for (const entry of entries) {
      checkLink(entry, reached);
      if (entry.revision !== null) {
        checkWritten(entry, await versions.writtenBy(entry.revision, entry.position));
        reached.revision = entry.revision;
      }
      Object.assign(reached, { position: entry.position, hash: entry.hash, at: entry.at });
      if (versions.isDue()) onProgress({ entries: entry.position, versions: versions.count });
    }
    onProgress({ entries: reached.position, versions: versions.count });
  }
  await versions.expectEnd();
  checkEnd(reached, head);
  return { entries: reached.position, versions: versions.count };
}

type Reached = { readonly position: number; readonly hash: string; readonly at: string; readonly revision: number };

/** That an entry follows the one before it, and has the hash of what it says. */
function checkLink(entry: AuditEntry, before: Reached): void {
  const position = before.position + 1;
  if (entry.position !== position) throw missing(position);
  const found = hashOfEntry(entry);
  if (entry.previousHash !== before.hash) {
    throw broken(position, `follows the hash ${entry.previousHash}, the entry before it has ${before.hash}`);
  }
  if (entry.hash !== found) throw broken(position, `has the hash ${entry.hash}, its content has ${found}`);
  if (entry.at < before.at) throw broken(position, `is of ${entry.at}, the entry before it of ${before.at}`);
  if (entry.revision !== null && entry.revision !== before.revision + 1) {
    throw broken(position, `is of revision ${entry.revision}, the next is ${before.revision + 1}`);
  }
}

function checkWritten({ position, written }: AuditEntry, found: Written): void {
  if (written?.count !== found.count) {
    throw broken(position, `wrote ${written?.count ?? 0} versions of records, ${found.count} are there`);
  }
  if (written.digest !== found.digest) {
    throw broken(position, `wrote versions with the digest ${written.digest}, those there have ${found.digest}`);
  }
}

/** The last revision and the last hash stand in the row that every write locks, too. */
function checkEnd(reached: Reached, head: AuditHead): void {
  if (reached.revision !== head.revision) {
    throw broken(reached.position, `ends the chain at revision ${reached.revision}, the store is at ${head.revision}`);
  }
  if (reached.hash !== head.hash) {
    throw broken(reached.position, `ends the chain with the hash ${reached.hash}, the store notes ${head.hash}`);
  }
}

function missing(position: number): BrokenLink {
  return broken(position, 'is missing');
}

function broken(position: number, what: string): BrokenLink {
  return new BrokenLink({ kind: 'entry', position }, `entry ${position} ${what}`);
}

/** Versions computed between two reports of progress. */
const REPORT_EVERY = 10_000;

/** Walks the versions of all kinds in step with the entries. */
class VersionCursors {
  readonly #cursors: readonly VersionCursor[];
  #reported = 0;

  constructor(db: Kysely<Schema>, upTo: number) {
    this.#cursors = RECORD_KINDS.map((kind) => new VersionCursor(eachVersion(db, kind, upTo)));
  }

  get count(): number {
    return this.#cursors.reduce((sum, { count }) => sum + count, 0);
  }

  /** The sum of a revision's versions, each checked on the way. */
  async writtenBy(revision: number, position: number): Promise<Written> {
    const sum = new WrittenDigest();
    for (const cursor of this.#cursors) await cursor.addTo(sum, revision, position);
    return sum.sum();
  }

  async expectEnd(): Promise<void> {
    for (const cursor of this.#cursors) await cursor.expectEnd();
  }

  isDue(): boolean {
    if (this.count < this.#reported + REPORT_EVERY) return false;
    this.#reported = this.count;
    return true;
  }
}

/** The versions of one kind, a batch in memory at a time. */
class VersionCursor {
  readonly #batches: AsyncGenerator<readonly StoredVersion[]>;
  #batch: readonly StoredVersion[] = [];
  #next = 0;
  count = 0;

  constructor(batches: AsyncGenerator<readonly StoredVersion[]>) {
    this.#batches = batches;
  }

  /** Adds the versions of a revision, which comes after those that were added before. */
  async addTo(sum: WrittenDigest, revision: number, position: number): Promise<void> {
    for (;;) {
      const version = await this.#peek();
      if (!version || version.image.revision > revision) return;
      if (version.image.revision < revision) throw stray(version);
      sum.add(checkVersion(version, position));
      this.#next++;
      this.count++;
    }
  }

  async expectEnd(): Promise<void> {
    const version = await this.#peek();
    if (version) throw stray(version);
  }

  async #peek(): Promise<StoredVersion | null> {
    const version = this.#batch[this.#next];
    if (version) return version;
    const { done, value } = await this.#batches.next();
    this.#batch = done ? [] : value;
    this.#next = 0;
    return this.#batch[0] ?? null;
  }
}

function checkVersion({ image, digest }: StoredVersion, position: number): Buffer {
  const found = digestOfVersion(image);
  if (digest === found.toString('hex')) return found;
  throw new BrokenLink(
    { kind: 'version', of: image.kind, id: image.id, version: image.version },
    `${image.kind} ${image.id}, version ${image.version} (entry ${position}), has the digest ${digest ?? 'none'}, its content has ${found.toString('hex')}`,
  );
}

function stray({ image: { kind, id, version, revision } }: StoredVersion): BrokenLink {
  return new BrokenLink(
    { kind: 'version', of: kind, id, version },
    `${kind} ${id}, version ${version}, is of revision ${revision}, which no entry of the audit trail has`,
  );
}
