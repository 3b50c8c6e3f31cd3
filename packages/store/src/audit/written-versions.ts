import { createHash } from 'node:crypto';
import type { Route, Site } from '@corridor/domain';
import type { IncidentImage } from '../record-image.ts';
import { canonicalJson } from './canonical-json.ts';

/** What has versions, in the order in which a revision's digest takes them. */
export const RECORD_KINDS = ['incident', 'route', 'site'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** One version of a record, with everything that its digest covers. */
export interface VersionImage {
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  /** As stored, in UTC with six decimals of the second: `2026-10-07T04:30:00.123000Z`. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** Null for all but incidents. */
  readonly mergedInto: string | null;
  readonly record: IncidentImage | Route | Site;
}

/** SHA-256 of the image's canonical form: 32 bytes. About 15 µs for a record of 2 kB. */
export function digestOfVersion(image: VersionImage): Buffer {
  const { kind, id, version, revision, at, by, reason, mergedInto, record } = image;
  const text = canonicalJson({ kind, id, version, revision, at, by, reason, mergedInto, record });
  return createHash('sha256').update(text).digest();
}

/** What an entry of the audit trail says of the versions that its revision wrote. */
export interface Written {
  readonly count: number;
  /**
   * Hex. SHA-256 of the versions' digests (32 bytes each), one after the other: incidents, routes, sites, each by id in the
   * order of its UTF-8 bytes and by version.
   */
  readonly digest: string;
}

/** Sums up versions that come in their order: constant memory. */
export class WrittenDigest {
  readonly #hash = createHash('sha256');
  #count = 0;

  add(digest: Uint8Array): void {
    this.#hash.update(digest);
    this.#count++;
  }

  sum(): Written {
    return { count: this.#count, digest: this.#hash.digest('hex') };
  }
}

/** Gathers the versions that one transaction writes, in any order: some 150 bytes each until it ends. */
export class WrittenVersions {
  readonly #versions: {
    readonly kind: RecordKind;
    readonly id: Buffer;
    readonly version: number;
    readonly digest: Buffer;
  }[] = [];

  /** Gives the digest of the version. */
  add(image: VersionImage): Buffer {
    const digest = digestOfVersion(image);
    this.#versions.push({ kind: image.kind, id: Buffer.from(image.id), version: image.version, digest });
    return digest;
  }

  sum(): Written {
    const sorted = this.#versions.sort(
      (a, b) =>
        RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) ||
        Buffer.compare(a.id, b.id) ||
        a.version - b.version,
    );
    const sum = new WrittenDigest();
    for (const { digest } of sorted) sum.add(digest);
    return sum.sum();
  }
}
