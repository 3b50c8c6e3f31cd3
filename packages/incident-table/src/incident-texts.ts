/** Part of the Encoding standard, so both in browsers and in Node; only their types belong to one or the other. */
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array;
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
};
declare const TextDecoder: new (
  label: string,
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

export const TEXT_FIELDS = ['id', 'title', 'summary'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export type Texts = Readonly<Record<TextField, string>>;

/** Where the texts of incidents are. A table says for each row by which number they are found there. */
export interface TextSource {
  /** A text of an incident; empty where it is not at hand. */
  text(handle: number, field: TextField): string;
  /** The key of the incident with this id, as far as it is known here; it may be one that no table has any more. */
  keyOf(id: string): number | undefined;
}

const FIELD_INDEX: Readonly<Record<TextField, number>> = { id: 0, title: 1, summary: 2 };
const FIELDS = TEXT_FIELDS.length;
/** Incidents of a chunk: with the longest texts that a record may have they take 1 GB, usually a few megabytes. */
const CHUNK = 2 ** 14;
/** Incidents that are encoded in one go. */
const RUN = 64;
/** A UTF-16 code unit takes at most three bytes in UTF-8. */
const BYTES_A_UNIT = 3;
const EMPTY = -1;

interface Chunk {
  bytes: Uint8Array<ArrayBuffer>;
  length: number;
  /** Text i of the chunk is `bytes[offsets[i]]` up to, not including, `bytes[offsets[i + 1]]`. */
  readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Texts of incidents as UTF-8, in chunks, in the order in which they were added; the handle of an incident is its place
 * in that order. Texts are only ever added, so tables of several revisions share one source. Adding costs about 1 µs an
 * incident, reading about 300 ns a text; 16 bytes an incident beside its texts, and 8 more once an id was looked up.
 */
export class IncidentTexts implements TextSource {
  readonly #chunks: Chunk[] = [];
  #keys = new Uint32Array(64);
  #count = 0;
  /** Texts that are not encoded yet. */
  #run: string[] = [];
  /** Handles by the hash of their id; EMPTY where there is none. Its length is a power of two. */
  #slots = new Int32Array(0);
  #indexed = 0;

  /** How many incidents there are. */
  get size(): number {
    return this.#count;
  }

  /** Adds the texts of an incident and gives their handle. */
  add(key: number, { id, title, summary }: Texts): number {
    if (this.#count === this.#keys.length) this.#keys = doubled(this.#keys);
    this.#keys[this.#count] = key;
    this.#run.push(id, title, summary);
    if (this.#run.length === RUN * FIELDS) this.#flush();
    return this.#count++;
  }

  text(handle: number, field: TextField): string {
    return decoder.decode(this.#bytesOf(handle, field));
  }

  /** Negative, 0 or positive as the first id is before, the same as or after the second: by bytes, as ids are ASCII. */
  compareIds(first: number, second: number): number {
    return compareBytes(this.#bytesOf(first, 'id'), this.#bytesOf(second, 'id'));
  }

  /** The first call indexes all ids: about 200 ns each. Of several records of one id the last added counts. */
  keyOf(id: string): number | undefined {
    this.#indexIds();
    const bytes = encoder.encode(id);
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(bytes) & mask; ; slot = (slot + 1) & mask) {
      const handle = this.#slots[slot] ?? EMPTY;
      if (handle === EMPTY) return undefined;
      if (compareBytes(this.#bytesOf(handle, 'id'), bytes) === 0) return this.#keys[handle];
    }
  }

  #bytesOf(handle: number, field: TextField): Uint8Array {
    if (this.#run.length > 0) this.#flush();
    const chunk = this.#chunks[Math.floor(handle / CHUNK)];
    if (!chunk) throw new RangeError(`Expected a handle below ${this.#count}, got ${handle}`);
    const at = (handle % CHUNK) * FIELDS + FIELD_INDEX[field];
    return chunk.bytes.subarray(chunk.offsets[at], chunk.offsets[at + 1]);
  }

  /** A run never spans two chunks, for CHUNK is a multiple of RUN and runs that are cut short are followed up. */
  #flush(): void {
    const run = this.#run;
    this.#run = [];
    const first = this.#encoded;
    for (let at = 0; at < run.length; ) {
      const chunkIndex = Math.floor((first + at / FIELDS) / CHUNK);
      const chunk = this.#chunks[chunkIndex] ?? createChunk();
      this.#chunks[chunkIndex] = chunk;
      const start = ((first + at / FIELDS) % CHUNK) * FIELDS;
      const texts = run.slice(at, at + CHUNK * FIELDS - start);
      appendTexts(chunk, start, texts);
      at += texts.length;
      if (start + texts.length === CHUNK * FIELDS) chunk.bytes = chunk.bytes.slice(0, chunk.length);
    }
    this.#encoded = first + run.length / FIELDS;
  }
  #encoded = 0;

  #indexIds(): void {
    if (this.#run.length > 0) this.#flush();
    if (2 * this.#count >= this.#slots.length) {
      this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * this.#count + 16))).fill(EMPTY);
      this.#indexed = 0;
    }
    const mask = this.#slots.length - 1;
    for (; this.#indexed < this.#count; this.#indexed++) {
      const bytes = this.#bytesOf(this.#indexed, 'id');
      let slot = hashOf(bytes) & mask;
      for (let other = this.#slots[slot] ?? EMPTY; other !== EMPTY; other = this.#slots[slot] ?? EMPTY) {
        if (compareBytes(this.#bytesOf(other, 'id'), bytes) === 0) break;
        slot = (slot + 1) & mask;
      }
      this.#slots[slot] = this.#indexed;
    }
  }
}

function createChunk(): Chunk {
  return { bytes: new Uint8Array(1024), length: 0, offsets: new Uint32Array(CHUNK * FIELDS + 1) };
}

function appendTexts(chunk: Chunk, start: number, texts: readonly string[]): void {
  const joined = texts.join('');
  // As many bytes as UTF-16 units: all of it is ASCII, and lengths in units are lengths in bytes.
  const before = chunk.length;
  const isAscii = append(chunk, joined) === joined.length;
  if (!isAscii) chunk.length = before;
  let end = before;
  texts.forEach((text, index) => {
    end += isAscii ? text.length : append(chunk, text);
    chunk.offsets[start + index + 1] = end;
  });
}

/** Returns how many bytes the text takes. */
function append(chunk: Chunk, text: string): number {
  const most = chunk.length + BYTES_A_UNIT * text.length;
  if (most > chunk.bytes.length) {
    const larger = new Uint8Array(Math.max(most, 2 * chunk.bytes.length));
    larger.set(chunk.bytes.subarray(0, chunk.length));
    chunk.bytes = larger;
  }
  const { written } = encoder.encodeInto(text, chunk.bytes.subarray(chunk.length));
  chunk.length += written;
  return written;
}

function compareBytes(first: Uint8Array, second: Uint8Array): number {
  const length = Math.min(first.length, second.length);
  for (let i = 0; i < length; i++) {
    const difference = (first[i] ?? 0) - (second[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function doubled(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * values.length);
  larger.set(values);
  return larger;
}
