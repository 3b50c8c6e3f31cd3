import { type Batch, Column, DateUnit, type Table, Type } from '@uwdata/flechette';
import { CodeLists } from './code-lists.ts';
import type { TextColumn } from './incident-columns.ts';
import type { RowLists } from './row-arrays.ts';

const MS_PER_DAY = 86_400_000;
/** 0000-01-01 and 9999-12-31: what ISO dates of four-digit years can say. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;
const NOT_SEEN = -1;

/** The code of a column's value, null included; undefined for a value that the column may not have. */
export type CodeOf = (value: unknown) => number | undefined;
type Reader<T> = (index: number) => T;

/**
 * Reads the columns of an Arrow table whole, from any number of batches: about 5 ns a row where the bytes hold numbers
 * or dictionary codes, 100 ns otherwise. Only values that rows have are read. Throws RangeError saying what is wrong
 * with a column; nothing in the batches is trusted.
 */
export class ArrowReader {
  readonly #arrow: Table;
  readonly rowCount: number;

  constructor(arrow: Table) {
    this.#arrow = arrow;
    this.rowCount = arrow.numRows;
  }

  /** Codes of the values of a column, into an array of one for each row. */
  codes<T extends Int32Array | Uint8Array>(name: string, codeOf: CodeOf, into: T): T {
    this.#eachBatch(name, (batch, first) => {
      const codeAt = codeReader(batch, codeOf, (index, value) => wrongValue(name, first + index, value));
      for (let index = 0; index < batch.length; index++) into[first + index] = codeAt(index);
    });
    return into;
  }

  /** Codes of the values of a column of lists, each once in a row. No list is made: one of hostile length would take all memory. */
  lists(name: string, codeOf: CodeOf): RowLists {
    const lists = new CodeLists(this.rowCount);
    this.#eachBatch(name, (batch, first) => {
      const { offsets, children } = batch;
      const child = children?.[0];
      if (batch.type.typeId !== Type.List || !child) throw new RangeError(`column "${name}" does not hold lists`);
      const codeAt = codeReader(child, codeOf, (index, value) => wrongValue(name, first + index, value));
      for (let index = 0; index < batch.length; index++) {
        if (batch.nullCount > 0 && !batch.isValid(index)) throw wrongValue(name, first + index, null);
        const [from, to] = [Number(offsets[index]), Number(offsets[index + 1])];
        if (!(0 <= from && from <= to && to <= child.length))
          throw new RangeError(`column "${name}" row ${first + index} has broken offsets`);
        for (let k = from; k < to; k++) lists.add(codeAt(k));
        lists.endRow();
      }
    });
    return lists.lists();
  }

  days(name: string): Int32Array {
    const days = new Int32Array(this.rowCount);
    this.#eachBatch(name, (batch, first) => {
      const dayAt = dayReader(batch);
      for (let index = 0; index < batch.length; index++) {
        const day = dayAt(index);
        if (!(Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY)) throw wrongValue(name, first + index, day);
        days[first + index] = day;
      }
    });
    return days;
  }

  /** Numbers that `isAllowed` allows, `none` where a row has none. */
  numbers<T extends Int32Array | Float64Array>(
    name: string,
    isAllowed: (value: number) => boolean,
    none: number,
    into: T,
  ): T {
    this.#eachBatch(name, (batch, first) => {
      const numberAt = numberReader(batch);
      for (let index = 0; index < batch.length; index++) {
        const value = numberAt(index);
        if (value !== null && !(typeof value === 'number' && isAllowed(value)))
          throw wrongValue(name, first + index, value);
        into[first + index] = typeof value === 'number' ? value : none;
      }
    });
    return into;
  }

  /** A text for each row, decoded on use. Its offsets are checked now: O(rows). */
  texts(name: string): TextColumn {
    const column = this.#column(name);
    if (column.type.typeId !== Type.Utf8 || column.nullCount > 0)
      throw new RangeError(`column "${name}" does not hold a text in each row`);
    this.#eachBatch(name, (batch, first) => {
      const held = batch.values.length;
      for (let index = 0; index < batch.length; index++) {
        const [from, to] = [Number(batch.offsets[index]), Number(batch.offsets[index + 1])];
        if (!(0 <= from && from <= to && to <= held))
          throw new RangeError(`column "${name}" row ${first + index} has broken offsets`);
      }
    });
    return { length: this.rowCount, at: (row) => String(column.at(row) ?? '') };
  }

  #column(name: string): Column<unknown> {
    const column: Column<unknown> | undefined = this.#arrow.getChild(name);
    if (!column) throw new RangeError(`column "${name}" is missing`);
    if (column.length !== this.rowCount) throw new RangeError(`column "${name}" has ${column.length} rows`);
    return column;
  }

  #eachBatch(name: string, visit: (batch: Batch<unknown>, firstRow: number) => void): void {
    let first = 0;
    for (const batch of this.#column(name).data) {
      visit(batch, first);
      first += batch.length;
    }
  }
}

/** A dictionary's values are looked up once for each that occurs; other columns' values one by one. */
function codeReader(
  batch: Batch<unknown>,
  codeOf: CodeOf,
  wrong: (index: number, value: unknown) => RangeError,
): Reader<number> {
  const look = (index: number, value: unknown) => {
    const code = codeOf(value);
    if (code === undefined) throw wrong(index, value);
    return code;
  };
  const { nullCount, values } = batch;
  if (!('dictionary' in batch && batch.dictionary instanceof Column)) {
    return (index) => {
      if (index >= batch.length) throw wrong(index, undefined);
      return look(index, batch.at(index));
    };
  }
  const { dictionary } = batch;
  const codes = new Int32Array(dictionary.length).fill(NOT_SEEN);
  return (index) => {
    if (nullCount > 0 && !batch.isValid(index)) return look(index, null);
    const key = Number(values[index]);
    const code = codes[key];
    if (code === undefined) throw wrong(index, undefined);
    if (code !== NOT_SEEN) return code;
    const found = look(index, dictionary.at(key));
    codes[key] = found;
    return found;
  };
}

function dayReader(batch: Batch<unknown>): Reader<number> {
  const { type, values } = batch;
  if (type.typeId === Type.Date && type.unit === DateUnit.DAY && values instanceof Int32Array && batch.nullCount === 0)
    return (index) => values[index] ?? Number.NaN;
  return (index) => {
    const value = batch.at(index);
    return typeof value === 'number' ? value / MS_PER_DAY : Number.NaN;
  };
}

/** Bytes that are numbers as they stand are read as they stand. */
function numberReader(batch: Batch<unknown>): Reader<unknown> {
  const { type, values, nullCount } = batch;
  const isPlain =
    (type.typeId === Type.Int && values instanceof Int32Array) ||
    (type.typeId === Type.Float && values instanceof Float64Array);
  if (!isPlain) return (index) => batch.at(index);
  return nullCount > 0 ? (index) => (batch.isValid(index) ? values[index] : null) : (index) => values[index];
}

function wrongValue(name: string, row: number, value: unknown): RangeError {
  return new RangeError(`column "${name}" row ${row} holds ${String(value).slice(0, 60)}`);
}
