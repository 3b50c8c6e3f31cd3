import type { FlatTable } from './flatbuffer.ts';

/** What a field holds. Integers are of 8, 16 or 32 bits, floats of 64; days are counted from 1970. */
export type ArrowType =
  | { readonly kind: 'int'; readonly bits: number; readonly isSigned: boolean }
  | { readonly kind: 'float' | 'text' | 'bool' | 'day' | 'list' | 'struct' };

export interface ArrowField {
  readonly name: string;
  readonly type: ArrowType;
  readonly children: readonly ArrowField[];
  /** Where rows hold codes of values that are sent apart. */
  readonly dictionary: { readonly id: number; readonly codes: ArrowType } | null;
}

export interface ArrowSchema {
  readonly fields: readonly ArrowField[];
  readonly metadata: ReadonlyMap<string, string>;
}

/** Slots of Schema, Field, DictionaryEncoding, Int, FloatingPoint, Date and KeyValue (Schema.fbs). */
const SCHEMA = { fields: 6, metadata: 8 } as const;
const FIELD = { name: 4, typeKind: 8, type: 10, dictionary: 12, children: 14 } as const;
const DICTIONARY = { id: 4, indexType: 6 } as const;
const INT = { bits: 4, isSigned: 6 } as const;
const UNIT = 4;
const KEY_VALUE = { key: 4, value: 6 } as const;
const DOUBLE = 2;
const HALF = 0;
const DAY = 0;
const MILLISECOND = 1;

/** Reads a schema that was checked. Throws RangeError on types that no table has. */
export function readSchema(header: FlatTable): ArrowSchema {
  const pairs = header
    .tables(SCHEMA.metadata)
    .map((pair): [string, string] => [pair.string(KEY_VALUE.key), pair.string(KEY_VALUE.value)]);
  return { fields: header.tables(SCHEMA.fields).map(readField), metadata: new Map(pairs) };
}

function readField(field: FlatTable): ArrowField {
  const encoding = field.table(FIELD.dictionary);
  const name = field.string(FIELD.name);
  const indexType = encoding?.table(DICTIONARY.indexType);
  return {
    name,
    type: readType(name, field.byte(FIELD.typeKind), field.table(FIELD.type)),
    children: field.tables(FIELD.children).map(readField),
    dictionary: encoding
      ? {
          id: encoding.long(DICTIONARY.id),
          codes: indexType ? readInt(name, indexType) : { kind: 'int', bits: 32, isSigned: true },
        }
      : null,
  };
}

/** Numbers of the union Type (Schema.fbs). */
function readType(name: string, kind: number, type: FlatTable | null): ArrowType {
  if (!type) throw new RangeError(`field "${name}" has no type`);
  switch (kind) {
    case 2:
      return readInt(name, type);
    case 3:
      if (type.short(UNIT, HALF) !== DOUBLE) throw new RangeError(`field "${name}" is not of 64-bit floats`);
      return { kind: 'float' };
    case 5:
      return { kind: 'text' };
    case 6:
      return { kind: 'bool' };
    case 8:
      if (type.short(UNIT, MILLISECOND) !== DAY) throw new RangeError(`field "${name}" is not of days`);
      return { kind: 'day' };
    case 12:
      return { kind: 'list' };
    case 13:
      return { kind: 'struct' };
    default:
      throw new RangeError(`field "${name}" is of type ${kind}`);
  }
}

function readInt(name: string, type: FlatTable): ArrowType {
  const bits = type.int(INT.bits);
  if (bits !== 8 && bits !== 16 && bits !== 32) throw new RangeError(`field "${name}" is of integers of ${bits} bits`);
  return { kind: 'int', bits, isSigned: type.byte(INT.isSigned) !== 0 };
}
