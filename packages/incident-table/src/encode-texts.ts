import { finish } from './finish.ts';

/** Part of the Encoding standard, so both in browsers and in Node; only its types belong to one or the other. */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
};

export interface EncodedTexts {
  /** Text i is `bytes[offsets[i]]` up to, not including, `bytes[offsets[i + 1]]`. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 2 ** 31 - 1;
/** A UTF-16 code unit takes at most three bytes in UTF-8. */
const BYTES_A_UNIT = 3;
/** Texts that are encoded in one go. */
const RUN = 256;
const RUNS_A_STEP = 8;

/**
 * Texts as UTF-8, one after the other, a run of them at a time: about 1 µs a text. Throws RangeError beyond 2 GB,
 * which Arrow cannot address.
 */
export function encodeTexts(count: number, textAt: (index: number) => string): EncodedTexts {
  return finish(encodeTextsInSteps(count, textAt));
}

/** Like `encodeTexts`, in steps of about a millisecond between which others may run. */
export function* encodeTextsInSteps(count: number, textAt: (index: number) => string): Generator<void, EncodedTexts> {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(count + 1);
  let bytes = new Uint8Array(16 * count + 1024);
  let length = 0;
  const append = (text: string) => {
    const most = length + BYTES_A_UNIT * text.length;
    if (most > bytes.length) bytes = grown(bytes, most);
    const { written } = encoder.encodeInto(text, bytes.subarray(length));
    length += written;
    if (length > MAX_BYTES) throw new RangeError(`Expected at most ${MAX_BYTES} bytes of text, got more`);
    return written;
  };
  for (let first = 0; first < count; first += RUN) {
    const run = Array.from({ length: Math.min(RUN, count - first) }, (_, index) => textAt(first + index));
    const start = length;
    const joined = run.join('');
    // As many bytes as UTF-16 units: all of it is ASCII, and lengths in units are lengths in bytes.
    const isAscii = append(joined) === joined.length;
    if (!isAscii) length = start;
    let end = start;
    run.forEach((text, index) => {
      end += isAscii ? text.length : append(text);
      offsets[first + index + 1] = end;
    });
    if ((first / RUN) % RUNS_A_STEP === RUNS_A_STEP - 1) yield;
  }
  return { offsets, bytes: bytes.subarray(0, length) };
}

function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, 2 * bytes.length));
  larger.set(bytes);
  return larger;
}
