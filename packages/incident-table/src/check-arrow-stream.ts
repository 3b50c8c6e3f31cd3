import { Flatbuffer, type FlatTable } from './flatbuffer.ts';

/** Message header types (Message.fbs). */
export const SCHEMA = 1;
export const DICTIONARY_BATCH = 2;
export const RECORD_BATCH = 3;
/** Field types (Schema.fbs) that an incident table is made of: integer, float, text, bool, date, list, struct. */
const KNOWN_TYPES: ReadonlySet<number> = new Set([2, 3, 5, 6, 8, 12, 13]);
export const CONTINUATION = 0xffffffff;
const MAX_DEPTH = 3;

/**
 * Checks every length and offset of an Arrow IPC stream against the bytes that are there, before a decoder that trusts
 * them reads it: a vector that claims 2^31 entries would take all memory. Throws RangeError. O(metadata), which is a
 * few kilobytes a batch.
 * Format: https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format and its flatbuffers schemas.
 */
export function checkArrowStream(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let schemas = 0;
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length || view.getUint32(at, true) !== CONTINUATION)
      throw new RangeError(`no message at byte ${at}`);
    const length = view.getInt32(at + 4, true);
    if (length === 0) break;
    const start = at + 8;
    if (length < 0 || start + length > bytes.length) throw new RangeError(`message at byte ${at} is cut off`);
    const metadata = new Flatbuffer(new DataView(bytes.buffer, bytes.byteOffset + start, length));
    const message = metadata.root();
    const bodyLength = message.long(10);
    if (!(bodyLength >= 0 && start + length + bodyLength <= bytes.length)) {
      throw new RangeError(`body of the message at byte ${at} is cut off`);
    }
    if (checkMessage(message, bodyLength)) schemas++;
    at = start + length + bodyLength;
  }
  if (schemas !== 1) throw new RangeError(`it holds ${schemas} schemas`);
}

/** Checks the counts of a message against the bytes of its body. Returns whether it is a schema. */
export function checkMessage(message: FlatTable, bodyLength: number): boolean {
  const header = message.table(8);
  const kind = message.byte(6);
  if (!header) throw new RangeError('a message has no header');
  if (kind === SCHEMA) {
    for (const field of header.tables(6)) checkField(field, 0);
    checkKeyValues(header, 8);
  } else if (kind === RECORD_BATCH) {
    checkBatch(header, bodyLength);
  } else if (kind === DICTIONARY_BATCH) {
    const batch = header.table(6);
    if (!batch) throw new RangeError('a dictionary has no batch');
    checkBatch(batch, bodyLength);
  } else {
    throw new RangeError(`message type ${kind} is not expected`);
  }
  return kind === SCHEMA;
}

function checkField(field: FlatTable, depth: number): void {
  if (depth > MAX_DEPTH) throw new RangeError('fields are nested too deeply');
  field.checkString(4);
  if (!KNOWN_TYPES.has(field.byte(8))) throw new RangeError(`field type ${field.byte(8)} is not expected`);
  field.table(10);
  field.table(12)?.table(6);
  for (const child of field.tables(14)) checkField(child, depth + 1);
  checkKeyValues(field, 16);
}

function checkKeyValues(table: FlatTable, slot: number): void {
  for (const pair of table.tables(slot)) {
    pair.checkString(4);
    pair.checkString(6);
  }
}

/** No column has more values than a bitmap of the body could hold. */
function checkBatch(batch: FlatTable, bodyLength: number): void {
  const isCount = (count: number) => count >= 0 && count <= 8 * bodyLength;
  if (!isCount(batch.long(4))) throw new RangeError(`a batch of ${bodyLength} bytes claims ${batch.long(4)} rows`);
  for (const [length, nullCount] of batch.pairs(6)) {
    if (!isCount(length) || !isCount(nullCount)) throw new RangeError(`a column claims ${length} values`);
  }
  for (const [offset, length] of batch.pairs(8)) {
    if (!(offset >= 0 && length >= 0 && offset + length <= bodyLength)) throw new RangeError('a buffer is cut off');
  }
  if (batch.table(10)) throw new RangeError('it is compressed');
  if (batch.pairs(12).length > 0) throw new RangeError('it holds views');
}
