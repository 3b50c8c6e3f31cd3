import { Inflate } from 'fflate';
import { ImportFault } from '../import-fault.ts';

interface Entry {
  readonly isDeflated: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Of its local header. */
  readonly offset: number;
}

/** A ZIP archive in memory. */
export interface Archive {
  has(name: string): boolean;
  /** The unpacked bytes of an entry in pieces; an ImportFault where they are damaged, or more than `limit`. */
  read(name: string, limit: number): Generator<Uint8Array>;
}

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
/** Bytes of the fixed parts of the records (APPNOTE 4.3.7, 4.3.12 and 4.3.16). */
const [END_BYTES, ENTRY_BYTES, LOCAL_BYTES, COMMENT_BYTES] = [22, 46, 30, 65_535];
const [STORED, DEFLATED, ENCRYPTED, IN_ZIP64] = [0, 8, 1, 0xffffffff];

/**
 * Reads the directory at the end of a ZIP archive (APPNOTE 6.3.10), not the headers before each entry, which may leave sizes
 * out. Encrypted and ZIP64 archives are refused. Nothing is unpacked yet.
 */
export function openArchive(bytes: Uint8Array, maxEntries: number): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries)
    throw new ImportFault('too-large', `the archive holds ${count} files; ${maxEntries} are allowed`);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) throw damaged('its directory is broken');
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged('its directory is broken');
    entries.set(nameOf(bytes, at + ENTRY_BYTES, nameBytes), readEntry(view, at));
    at = next;
  }
  return {
    has: (name) => entries.has(name),
    read: (name, limit) => readPieces(bytes, view, name, entries.get(name), limit),
  };
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged('it ends before its directory: the file is cut off');
}

/** Names of the parts of a workbook are ASCII; others are never asked for. */
function nameOf(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length)).replace(/^\//, '');
}

function readEntry(view: DataView, at: number): Entry {
  const method = view.getUint16(at + 10, true);
  const [packedBytes, bytes, offset] = [20, 24, 42].map((field) => view.getUint32(at + field, true));
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw damaged('it is encrypted');
  if (method !== STORED && method !== DEFLATED) throw damaged('it is packed by a method other than deflate');
  if (packedBytes === undefined || bytes === undefined || offset === undefined)
    throw damaged('its directory is broken');
  if ([packedBytes, bytes, offset].includes(IN_ZIP64)) throw damaged('it is a ZIP64 archive');
  return { isDeflated: method === DEFLATED, packedBytes, bytes, offset };
}

/** Of packed bytes at a time: unpacked they are at most some thousand times as many. */
const PIECE = 8_192;

function* readPieces(
  all: Uint8Array,
  view: DataView,
  name: string,
  entry: Entry | undefined,
  limit: number,
): Generator<Uint8Array> {
  if (!entry) throw damaged(`it has no ${name}`);
  const { offset, packedBytes, bytes, isDeflated } = entry;
  const tooLarge = (): ImportFault =>
    new ImportFault('too-large', `${name} of the workbook is more than ${limit / 1_048_576} MiB unpacked`);
  if (bytes > limit) throw tooLarge();
  if (offset + LOCAL_BYTES > all.length || view.getUint32(offset, true) !== LOCAL)
    throw damaged(`${name} is not where it should be`);
  const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedBytes > all.length) throw damaged(`${name} is cut off`);
  let found = 0;
  for (const piece of isDeflated
    ? unpack(all.subarray(start, start + packedBytes), name)
    : [all.subarray(start, start + packedBytes)]) {
    found += piece.length;
    if (found > limit) throw tooLarge();
    if (found > bytes) throw damaged(`${name} is longer than its directory says`);
    yield piece;
  }
  if (found !== bytes) throw damaged(`${name} is shorter than its directory says`);
}

function* unpack(packed: Uint8Array, name: string): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length; at += PIECE) {
    try {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch {
      throw damaged(`${name} cannot be unpacked`);
    }
    yield* pieces;
    pieces = [];
  }
}

function damaged(what: string): ImportFault {
  return new ImportFault('damaged', `the archive cannot be read: ${what}`);
}
