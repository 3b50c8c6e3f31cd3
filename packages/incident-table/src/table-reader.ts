import { type ArrowVector, readBatch } from './arrow-batch.ts';
import type { ArrowMessage } from './arrow-messages.ts';
import { type ArrowField, type ArrowSchema, readSchema } from './arrow-schema.ts';
import { DICTIONARY_BATCH, RECORD_BATCH } from './check-arrow-stream.ts';
import type { FlatTable } from './flatbuffer.ts';
import { TABLE_LAYOUT } from './table-layout.ts';

/** Of a batch: its rows and its columns by name. */
export interface TableBatch {
  readonly length: number;
  readonly vectors: ReadonlyMap<string, ArrowVector>;
}

/** Slots of DictionaryBatch (Message.fbs). */
const DICTIONARY = { id: 4, data: 6, isDelta: 8 } as const;
const MAX_ROWS = 2 ** 28;

/** Takes the messages of a table's stream: knows order and names, not what the columns mean. Throws RangeError. */
export class TableReader {
  readonly batches: TableBatch[] = [];
  /** Values of dictionaries by field name. */
  readonly dictionaries = new Map<string, readonly [ArrowField, ArrowVector]>();
  /** Rows of the batches. */
  rowCount = 0;
  #schema: ArrowSchema | null = null;

  /** Whether the schema was read. */
  get hasBegun(): boolean {
    return this.#schema !== null;
  }

  read({ body, header, kind }: ArrowMessage): void {
    if (kind === RECORD_BATCH) this.#readRows(header, body);
    else if (kind === DICTIONARY_BATCH) this.#readDictionary(header, body);
    else this.#begin(readSchema(header));
  }

  /** A number of the schema's metadata. */
  number(name: string): number {
    const number = this.optionalNumber(name);
    if (number === null) throw new RangeError(`its metadata has no ${name}`);
    return number;
  }

  optionalNumber(name: string): number | null {
    const text = this.#schema?.metadata.get(name);
    if (text === undefined) return null;
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(number)) throw new RangeError(`its metadata says ${name} is ${text.slice(0, 60)}`);
    return number;
  }

  /** Whole numbers of the schema's metadata, separated by commas. */
  numbers(name: string): number[] {
    const text = this.#schema?.metadata.get(name) ?? '';
    if (!/^(\d{1,10}(,\d{1,10})*)?$/.test(text)) throw new RangeError(`its metadata has no list of ${name}`);
    return text === '' ? [] : text.split(',').map(Number);
  }

  /** The column of each batch. */
  vectors(name: string): ArrowVector[] {
    return this.batches.map(({ vectors }) => {
      const vector = vectors.get(name);
      if (!vector) throw new RangeError(`column "${name}" is missing`);
      if (vector.validity) throw new RangeError(`column "${name}" has rows without a value`);
      return vector;
    });
  }

  field(name: string): ArrowField {
    const field = this.#schema?.fields.find((each) => each.name === name);
    if (!field) throw new RangeError(`column "${name}" is missing`);
    return field;
  }

  dictionary(name: string): readonly [ArrowField, ArrowVector] {
    const dictionary = this.dictionaries.get(name);
    if (!dictionary) throw new RangeError(`column "${name}" has no dictionary`);
    return dictionary;
  }

  #begin(schema: ArrowSchema): void {
    if (this.#schema) throw new RangeError('it holds two schemas');
    const layout = schema.metadata.get('layout');
    if (layout !== TABLE_LAYOUT) throw new RangeError(`its layout is ${layout?.slice(0, 60)}, not ${TABLE_LAYOUT}`);
    if (new Set(schema.fields.map(({ name }) => name)).size < schema.fields.length)
      throw new RangeError('two columns have one name');
    this.#schema = schema;
    this.number('revision');
    if (this.number('rows') > MAX_ROWS) throw new RangeError(`it claims ${this.number('rows')} rows`);
  }

  #readDictionary(header: FlatTable, body: Uint8Array): void {
    const id = header.long(DICTIONARY.id);
    const field = this.#schema?.fields.find(({ dictionary }) => dictionary?.id === id);
    const data = header.table(DICTIONARY.data);
    if (!field || !data) throw new RangeError(`dictionary ${id} is of no column`);
    if (this.dictionaries.has(field.name) || this.batches.length > 0 || header.byte(DICTIONARY.isDelta) !== 0)
      throw new RangeError(`column "${field.name}" has more than one dictionary`);
    const values = { ...field, dictionary: null };
    const [vector] = readBatch(data, body, [values]).vectors;
    if (vector) this.dictionaries.set(field.name, [values, vector]);
  }

  #readRows(header: FlatTable, body: Uint8Array): void {
    if (!this.#schema) throw new RangeError('rows come before the schema');
    const { fields } = this.#schema;
    const { length, vectors } = readBatch(header, body, fields);
    this.rowCount += length;
    if (this.rowCount > this.number('rows')) throw new RangeError('it holds more rows than it says');
    this.batches.push({
      length,
      vectors: new Map(vectors.map((vector, index) => [fields[index]?.name ?? '', vector])),
    });
  }
}
