import {
  type Batch,
  batchType,
  bool,
  Column,
  type DataType,
  dictionary,
  field,
  list,
  struct,
  utf8,
} from '@uwdata/flechette';
import { type EncodedTexts, encodeTexts, encodeTextsInSteps } from './encode-texts.ts';

type IndexType = NonNullable<Parameters<typeof dictionary>[1]>;
type IndexArray = Uint8Array | Uint16Array | Int32Array;
type Numbers = Int32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array;
type VectorParts = Omit<ConstructorParameters<typeof Batch>[0], 'length' | 'nullCount' | 'type'>;

/** An index into the texts of a dictionary that stands for no value. */
export const NO_TEXT = -1;

/** A column of numbers, taken over as they are; `isNull` marks with 1 what is not known. */
export function numberVector(type: DataType, values: Numbers, isNull?: Uint8Array) {
  return vector(type, values.length, { values }, isNull);
}

/** A column of truth values: 0 or 1. */
export function boolVector(values: Uint8Array): Column<unknown> {
  return vector(bool(), values.length, { values: bitmapOf(values) });
}

/** A column of texts, in one pass; `isNull` marks with 1 what is not known. */
export function textVector(length: number, textAt: (index: number) => string, isNull?: Uint8Array): Column<unknown> {
  return textColumn(encodeTexts(length, textAt), isNull);
}

/** A column of texts, in steps between which others may run. */
export function* textVectorInSteps(
  length: number,
  textAt: (index: number) => string,
): Generator<void, Column<unknown>> {
  return textColumn(yield* encodeTextsInSteps(length, textAt));
}

function textColumn({ bytes, offsets }: EncodedTexts, isNull?: Uint8Array): Column<unknown> {
  return vector(utf8(), offsets.length - 1, { offsets, values: bytes }, isNull);
}

/** A column of numbers in several batches, taken over as they are. */
export function batchedVector(type: DataType, batches: readonly Numbers[]): Column<unknown> {
  return new Column(
    batches.map((values) => createBatch(type, plainBatch(type, values))),
    type,
  );
}

/** A column of truth values, 0 or 1, in several batches. */
export function batchedBoolVector(batches: readonly Uint8Array[]): Column<unknown> {
  const type = bool();
  return new Column(
    batches.map((bits) => createBatch(type, { ...plainBatch(type, bits), values: bitmapOf(bits) })),
    type,
  );
}

/** A column of codes of the values of another column, whatever their type, in several batches. */
export function batchedCodes(
  indexType: IndexType,
  values: Column<unknown>,
  batches: readonly (Uint8Array | Uint16Array | Uint32Array)[],
): Column<unknown> {
  // The encoder writes the children of a field from here only, those of a dictionary of structs or lists too.
  const children = 'children' in values.type ? { children: values.type.children } : {};
  const type = Object.assign(dictionary(values.type, indexType), children);
  const column = batchedVector(type, batches);
  for (const batch of column.data) setDictionary(batch, values);
  return column;
}

/** A column of records of what the columns hold. */
export function structVector(
  length: number,
  columns: readonly (readonly [string, Column<unknown>])[],
): Column<unknown> {
  const type = struct(columns.map(([name, column]) => field(name, column.type)));
  return vector(type, length, { children: columns.flatMap(([, column]) => column.data.slice(0, 1)) });
}

function plainBatch(type: DataType, values: Numbers): ConstructorParameters<typeof Batch>[0] {
  return { length: values.length, nullCount: 0, type, validity: new Uint8Array(0), values };
}

/**
 * A column of dictionary codes; NO_TEXT is null. The dictionary holds the texts that occur, in the order in which they
 * do, and no others: what a table knows beside the given rows never leaves with them. O(codes + texts).
 */
export function dictionaryVector(
  indexType: IndexType,
  texts: readonly string[],
  codes: Int32Array,
  indices: IndexArray,
): Column<unknown> {
  const codeOf = new Int32Array(texts.length).fill(NO_TEXT);
  const used: string[] = [];
  const isNull = new Uint8Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const text = codes[i] ?? NO_TEXT;
    if (text === NO_TEXT) {
      isNull[i] = 1;
      continue;
    }
    let code = codeOf[text] ?? NO_TEXT;
    if (code === NO_TEXT) {
      code = used.length;
      codeOf[text] = code;
      used.push(texts[text] ?? '');
    }
    indices[i] = code;
  }
  const values = textVector(used.length, (index) => used[index] ?? '');
  const column = vector(dictionary(values.type, indexType), codes.length, { values: indices }, isNull);
  for (const batch of column.data) setDictionary(batch, values);
  return column;
}

/** A column of lists of what `child` holds, one list after the other. */
export function listVector(offsets: Int32Array, child: Column<unknown>): Column<unknown> {
  return vector(list(child.type), offsets.length - 1, { offsets, children: [...child.data] });
}

function vector(type: DataType, length: number, parts: VectorParts, isNull?: Uint8Array): Column<unknown> {
  const nullCount = isNull ? isNull.reduce((sum, bit) => sum + bit, 0) : 0;
  const validity = isNull && nullCount > 0 ? bitmapOf(isNull, 1) : new Uint8Array(0);
  return new Column([createBatch(type, { ...parts, length, nullCount, type, validity })], type);
}

/** `batchType` is untyped; every batch class takes the same options. */
function createBatch(type: DataType, options: ConstructorParameters<typeof Batch>[0]): Batch<unknown> {
  const BatchOfType: new (given: typeof options) => Batch<unknown> = batchType(type);
  return new BatchOfType(options);
}

/** Batches of a dictionary type have this method; the types do not export their class. */
function setDictionary(batch: Batch<unknown>, dictionaryValues: Column<unknown>): void {
  if ('setDictionary' in batch && typeof batch.setDictionary === 'function') batch.setDictionary(dictionaryValues);
}

/** A bit for each 0 or 1, least significant first; flipped where `flip` is 1. */
function bitmapOf(bits: Uint8Array, flip: 0 | 1 = 0): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(bits.length / 8));
  for (let i = 0; i < bits.length; i++) {
    const byte = i >> 3;
    bitmap[byte] = (bitmap[byte] ?? 0) | (((bits[i] ?? 0) ^ flip) << (i & 7));
  }
  return bitmap;
}
