import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { type AuditEntry, FIRST_PREVIOUS_HASH, hashOfEntry } from './audit-entry.ts';
import { appendEntries, byteaText, instantText } from './entry-rows.ts';
import { eachVersion, type StoredVersion } from './version-rows.ts';
import { digestOfVersion, WrittenDigest } from './written-versions.ts';

/** Entries written at once. */
const BATCH = 1000;

/**
 * Chains what an older program wrote, which had versions of incidents alone: gives each version its digest, and each revision its entry, with the time of its
 * versions and who made them. A last entry says when that was done, since the chain proves nothing of the time before it.
 * In one transaction, a read of the whole history; later calls cost one look-up. Gives whether there was anything to do.
 */
export async function adoptHistory(db: Kysely<Schema>): Promise<boolean> {
  if (!(await isUnchained(db))) return false;
  return inTransaction(db, async (trx) => {
    const { value } = await trx.selectFrom('revision').select('value').forUpdate().executeTakeFirstOrThrow();
    // Another process may have done it while this one waited.
    if (!(await isUnchained(trx))) return false;
    const chain = new AdoptedChain(trx, await earliestInstant(trx));
    for await (const versions of eachVersion(trx, 'incident', value)) {
      await giveDigests(trx, versions);
      for (const version of versions) await chain.add(version);
    }
    await chain.finish(value);
    return true;
  });
}

async function isUnchained(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ unchained: boolean }>`
    select value > 0 and audit_position = 0 as unchained from revision`.execute(db);
  return rows[0]?.unchained === true;
}

/** For revisions before the first of which a time is known. */
async function earliestInstant(trx: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select ${instantText(sql`date_trunc('milliseconds', least(
      clock_timestamp(), (select min(changed_at) from incident_version), (select loaded_at from portfolio)))`)} as at`.execute(
    trx,
  );
  return rows[0]?.at ?? '';
}

async function giveDigests(trx: Kysely<Schema>, versions: readonly StoredVersion[]): Promise<void> {
  const given = versions.map(({ image }) => ({
    incident_id: image.id,
    version: image.version,
    digest: byteaText(digestOfVersion(image).toString('hex')),
  }));
  await sql`
    update incident_version set digest = given.digest
    from jsonb_populate_recordset(null::incident_version, ${JSON.stringify(given)}::jsonb) given
    where incident_version.incident_id = given.incident_id and incident_version.version = given.version
      and incident_version.digest is null`.execute(trx);
}

/** Makes entries from versions that come by revision, and writes them batch by batch. */
class AdoptedChain {
  readonly #trx: Kysely<Schema>;
  #entries: AuditEntry[] = [];
  #position = 0;
  #hash = FIRST_PREVIOUS_HASH;
  #at: string;
  #revision = 0;
  #first: StoredVersion | null = null;
  #sum = new WrittenDigest();

  constructor(trx: Kysely<Schema>, earliest: string) {
    this.#trx = trx;
    this.#at = earliest;
  }

  async add(version: StoredVersion): Promise<void> {
    const { revision } = version.image;
    while (this.#revision < revision) await this.#next();
    this.#first ??= version;
    this.#sum.add(digestOfVersion(version.image));
  }

  /** Up to the store's revision, and the entry that tells of the adoption. */
  async finish(revision: number): Promise<void> {
    while (this.#revision <= revision) await this.#next();
    const { rows } = await sql<{ at: string }>`
      select ${instantText(sql`date_trunc('milliseconds', clock_timestamp())`)} as at`.execute(this.#trx);
    this.#at = later(this.#at, rows[0]?.at ?? '');
    this.#push({
      ...{ actor: 'corridor', action: 'history.adopt', subject: { kind: 'history', id: null } },
      reason: 'the history so far was chained, which an older program had written without',
      ...{ detail: { revisions: revision }, revision: null, written: null },
    });
    await this.#flush();
    await sql`
      update revision set audit_position = ${this.#position}, audit_hash = ${byteaText(this.#hash)}::bytea,
        audit_at = ${this.#at}`.execute(this.#trx);
  }

  /** Ends the revision that is under way, and begins the next one. */
  async #next(): Promise<void> {
    if (this.#revision > 0) {
      const first = this.#first?.image;
      this.#at = later(this.#at, first ? wholeMilliseconds(first.at) : this.#at);
      this.#push({
        actor: first?.by ?? '',
        action: 'revision.adopt',
        subject: { kind: 'revision', id: String(this.#revision) },
        reason: first?.reason ?? '',
        ...{ detail: {}, revision: this.#revision, written: this.#sum.sum() },
      });
    }
    this.#revision++;
    this.#first = null;
    this.#sum = new WrittenDigest();
    if (this.#entries.length >= BATCH) await this.#flush();
  }

  #push(content: Omit<AuditEntry, 'position' | 'at' | 'previousHash' | 'hash'>): void {
    const linked = { ...content, position: this.#position + 1, at: this.#at, previousHash: this.#hash };
    const entry = { ...linked, hash: hashOfEntry(linked) };
    this.#entries.push(entry);
    this.#position = entry.position;
    this.#hash = entry.hash;
  }

  async #flush(): Promise<void> {
    await appendEntries(this.#trx, this.#entries);
    this.#entries = [];
  }
}

/** Both in the form that sorts as text. */
function later(one: string, other: string): string {
  return one < other ? other : one;
}

function wholeMilliseconds(at: string): string {
  return at.replace(/\d{3}Z$/, '000Z');
}
