/** Browsers and Node have it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string };

export type TextEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** Turns the bytes of a file into text, piece by piece. */
export interface TextReader {
  push(bytes: Uint8Array): string;
  end(): string;
  /** What the bytes so far are taken for; a file of ASCII alone is UTF-8. */
  encoding(): TextEncoding;
}

/**
 * Reads UTF-8 with or without a byte order mark, UTF-16 with one, and, where the first character beyond ASCII is no UTF-8,
 * Windows-1252, of which Latin-1 is a part. Bytes that are no UTF-8 after others that were become U+FFFD. The text is the
 * same whatever the pieces. Holds three bytes at most.
 */
export function createTextReader(): TextReader {
  let encoding: TextEncoding | null = null;
  let held: Uint8Array = new Uint8Array(0);
  let started = false;
  let wide: { decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string } | null = null;

  function start(bytes: Uint8Array): Uint8Array {
    started = true;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      encoding = 'utf-8';
      return bytes.subarray(3);
    }
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
      wide = new TextDecoder(encoding, { fatal: false });
    }
    return bytes;
  }

  function decode(bytes: Uint8Array, isLast: boolean): string {
    if (!started && bytes.length < 3 && !isLast) {
      held = new Uint8Array(bytes);
      return '';
    }
    let part = started ? bytes : start(bytes);
    if (wide) return wide.decode(part, { stream: !isLast });
    if (encoding === 'windows-1252') return latin(part);
    const whole = isLast ? part.length : part.length - unfinishedBytes(part);
    // A copy: `slice` of a Buffer is none.
    held = new Uint8Array(part.subarray(whole));
    part = part.subarray(0, whole);
    if (isAscii(part)) return LATIN.decode(part);
    encoding ??= isUtf8(firstBeyondAscii(part)) ? 'utf-8' : 'windows-1252';
    if (encoding === 'utf-8') return LENIENT.decode(part);
    const rest = held;
    held = new Uint8Array(0);
    return latin(part) + latin(rest);
  }

  function take(bytes: Uint8Array, isLast: boolean): string {
    const all = joined(held, bytes);
    held = new Uint8Array(0);
    return decode(all, isLast);
  }

  return {
    push: (bytes) => take(bytes, false),
    end: () => take(new Uint8Array(0), true),
    encoding: () => encoding ?? 'utf-8',
  };
}

/** As part of a stream, since Node 20 takes a whole for ISO 8859-1, in which curly quotes are control characters. */
function latin(bytes: Uint8Array): string {
  return LATIN.decode(bytes, { stream: true });
}

const LATIN = new TextDecoder('windows-1252', { fatal: false });
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}

/** The bytes of the first character beyond ASCII, if this is UTF-8. */
function firstBeyondAscii(bytes: Uint8Array): Uint8Array {
  const at = bytes.findIndex((byte) => byte > 127);
  return bytes.subarray(at, at + lengthByLead(bytes[at] ?? 0));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    STRICT.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Of a UTF-8 sequence, by the first of its bytes. */
function lengthByLead(byte: number): number {
  if (byte >= 0xf0) return 4;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc0 ? 2 : 1;
}

/** How many bytes at the end begin a UTF-8 sequence that the next piece goes on with. */
function unfinishedBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < lengthByLead(byte) ? back : 0;
  }
  return 0;
}
