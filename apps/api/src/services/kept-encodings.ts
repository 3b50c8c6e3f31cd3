import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const inThreadPool = promisify(gzip);

/** Bytes as they are kept: compressed only, since nearly every reader takes them so. */
export interface Encoded {
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly plainBytes: number;
}

/** The table, the export of everything, and changes since as many revisions. */
const MAX_KEPT = 32;

/**
 * Keeps what was encoded for a revision, so that it is encoded and compressed once, however many ask for it and whether
 * or not they ask at the same time. Compression runs in zlib's threads. What belongs to an older revision is dropped.
 * At 1,000,000 seeded incidents the table is 37 MB and kept as 15 MB; a change is at most three tenths of that.
 */
export class KeptEncodings {
  readonly #kept = new Map<string, Promise<Encoded>>();
  #revision = 0;

  /** The bytes of `name` at `revision`; `encode` makes them where they are not kept. */
  get(name: string, revision: number, encode: () => Uint8Array | Promise<Uint8Array>): Promise<Encoded> {
    if (revision < this.#revision) return compress(encode);
    if (revision > this.#revision) this.#kept.clear();
    this.#revision = revision;
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const encoded = compress(encode);
    this.#kept.set(name, encoded);
    encoded.catch(() => this.#kept.delete(name));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return encoded;
  }
}

async function compress(encode: () => Uint8Array | Promise<Uint8Array>): Promise<Encoded> {
  const plain = await encode();
  return { gzip: new Uint8Array(await inThreadPool(plain)), plainBytes: plain.byteLength };
}
