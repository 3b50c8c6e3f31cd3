import type { ArrowField, ArrowType } from './arrow-schema.ts';
import type { FlatTable } from './flatbuffer.ts';

type Numbers = Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A column of a batch: views of the batch's bytes. */
export interface ArrowVector {
  readonly length: number;
  /** A bit for each value, least significant first, 0 where there is none; null where none is missing. */
  readonly validity: Uint8Array | null;
  /** Numbers, days, codes; bits of truth values; bytes of texts. Empty for lists and records. */
  readonly values: Numbers;
  /** Of texts and lists: one more than there are; each checked, ascending, within what they point into. */
  readonly offsets: Int32Array;
  readonly children: readonly ArrowVector[];
}

/** Slots of RecordBatch (Message.fbs). */
const BATCH = { length: 4, nodes: 6, buffers: 8 } as const;
const NO_BYTES = new Uint8Array(0);
const NO_OFFSETS = new Int32Array(1);

/**
 * The columns of a record batch, or the values of a dictionary, without a copy where they are aligned: O(fields), and
 * O(values) for texts and lists. Every length is checked against the bytes that are there. Throws RangeError.
 */
export function readBatch(
  header: FlatTable,
  body: Uint8Array,
  fields: readonly ArrowField[],
): { readonly length: number; readonly vectors: readonly ArrowVector[] } {
  const length = header.long(BATCH.length);
  const reader = new BatchReader(header, body);
  const vectors = fields.map((field) => reader.column(field));
  if (vectors.some((vector) => vector.length !== length))
    throw new RangeError(`a column of a batch has other than ${length} values`);
  return { length, vectors };
}

/** Whether a value is there. */
export function isKnown({ validity }: ArrowVector, index: number): boolean {
  return validity === null || ((validity[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
}

class BatchReader {
  readonly #body: Uint8Array;
  readonly #nodes: readonly [length: number, nullCount: number][];
  readonly #buffers: readonly [offset: number, length: number][];
  #node = 0;
  #buffer = 0;

  constructor(header: FlatTable, body: Uint8Array) {
    this.#body = body;
    this.#nodes = header.pairs(BATCH.nodes);
    this.#buffers = header.pairs(BATCH.buffers);
  }

  column(field: ArrowField): ArrowVector {
    const { length, validity } = this.#start();
    const whole = { length, validity, offsets: NO_OFFSETS, children: [] };
    if (field.dictionary) return { ...whole, values: this.#numbers(field.dictionary.codes, length) };
    switch (field.type.kind) {
      case 'text': {
        const offsets = this.#offsets(length);
        const values = this.#bytes();
        checkOffsets(offsets, length, values.length, field.name);
        return { ...whole, offsets, values };
      }
      case 'list': {
        const offsets = this.#offsets(length);
        const children = field.children.map((child) => this.column(child));
        checkOffsets(offsets, length, children[0]?.length ?? 0, field.name);
        return { ...whole, offsets, children, values: NO_BYTES };
      }
      case 'struct': {
        const children = field.children.map((child) => this.column(child));
        if (children.some((child) => child.length !== length))
          throw new RangeError(`field "${field.name}" has parts of different lengths`);
        return { ...whole, children, values: NO_BYTES };
      }
      default:
        return { ...whole, values: this.#numbers(field.type, length) };
    }
  }

  #start(): Pick<ArrowVector, 'length' | 'validity'> {
    const node = this.#nodes[this.#node++];
    if (!node) throw new RangeError('a batch has fewer columns than its schema');
    const [length, nullCount] = node;
    const validity = this.#bytes();
    if (nullCount === 0) return { length, validity: null };
    if (validity.length < Math.ceil(length / 8)) throw new RangeError('a column does not say which values it has');
    return { length, validity };
  }

  #bytes(): Uint8Array {
    const buffer = this.#buffers[this.#buffer++];
    if (!buffer) throw new RangeError('a batch has fewer buffers than its schema');
    const [offset, length] = buffer;
    const bytes = this.#body.subarray(offset, offset + length);
    return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  }

  #offsets(length: number): Int32Array {
    const bytes = this.#bytes();
    if (length === 0) return NO_OFFSETS;
    return new Int32Array(bytes.buffer, bytes.byteOffset, countOf(bytes, 4, length + 1));
  }

  #numbers(type: ArrowType, length: number): Numbers {
    const bytes = this.#bytes();
    const { buffer, byteOffset } = bytes;
    switch (type.kind) {
      case 'bool':
        if (bytes.length < Math.ceil(length / 8)) throw tooShort(length);
        return bytes;
      case 'float':
        return new Float64Array(buffer, byteOffset, countOf(bytes, 8, length));
      case 'day':
        return new Int32Array(buffer, byteOffset, countOf(bytes, 4, length));
      case 'int': {
        const count = countOf(bytes, type.bits / 8, length);
        return intsOf(bytes, type.bits, type.isSigned, count);
      }
      default:
        throw new RangeError(`codes cannot be of type ${type.kind}`);
    }
  }
}

function intsOf({ buffer, byteOffset }: Uint8Array, bits: number, isSigned: boolean, count: number): Numbers {
  if (bits === 8)
    return isSigned ? new Int8Array(buffer, byteOffset, count) : new Uint8Array(buffer, byteOffset, count);
  if (bits === 16)
    return isSigned ? new Int16Array(buffer, byteOffset, count) : new Uint16Array(buffer, byteOffset, count);
  return isSigned ? new Int32Array(buffer, byteOffset, count) : new Uint32Array(buffer, byteOffset, count);
}

function countOf(bytes: Uint8Array, width: number, count: number): number {
  if (bytes.length < width * count) throw tooShort(count);
  return count;
}

function checkOffsets(offsets: Int32Array, length: number, end: number, name: string): void {
  let last = 0;
  for (let index = 0; index <= length; index++) {
    const offset = offsets[index] ?? 0;
    if (offset < last || offset > end) throw new RangeError(`field "${name}" value ${index} has broken offsets`);
    last = offset;
  }
}

function tooShort(length: number): RangeError {
  return new RangeError(`a column of ${length} values is cut off`);
}
