import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from './canonical-json.ts';
import type { Written } from './written-versions.ts';

/** Something that somebody did. */
export interface Act {
  /** Who: a person's name or id, or the part of the program that did it. */
  readonly actor: string;
  /** What, as noun.verb: `incident.save`, `role.change`. */
  readonly action: string;
  /** To what. `id` is null where the act is to many, or to none in particular. */
  readonly subject: { readonly kind: string; readonly id: string | null };
  readonly reason: string;
  /** What else is worth keeping for ever. No secrets: entries are exported. */
  readonly detail?: JsonObject;
}

/** One link of the chain. Without `hash` it is exactly what is hashed. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly position: number;
  /** In UTC with six decimals of the second, of which the last three are zeros; never before that of the entry before. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string | null };
  readonly reason: string;
  readonly detail: JsonObject;
  /** The revision that this act wrote, or null for one that wrote no record. */
  readonly revision: number | null;
  readonly written: Written | null;
  /** Hex, as `hash`. */
  readonly previousHash: string;
  readonly hash: string;
}

/** Where the chain ends. Kept elsewhere, it proves later that nothing before it was changed or cut off. */
export interface AuditHead {
  /** 0 for a chain without entries. */
  readonly position: number;
  readonly hash: string;
  /** Null for a chain without entries. */
  readonly at: string | null;
  /** The last revision at that position. */
  readonly revision: number;
}

/** What the first entry has for the hash before it. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** SHA-256, in hex, of the canonical form (RFC 8785) of an entry without its hash. */
export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { position, at, actor, action, subject, reason, detail, revision, written, previousHash } = entry;
  const { kind, id } = subject;
  const text = canonicalJson({
    ...{ position, at, actor, action, subject: { kind, id }, reason, detail, revision, previousHash },
    written: written && { count: written.count, digest: written.digest },
  });
  return createHash('sha256').update(text).digest('hex');
}
