import type { Column } from './column.ts';
import type { Address } from './kernels.ts';
import type { RowSets } from './row-sets.ts';

/** A list of rows takes 32 times the bits of a set: rarer values are kept as lists. */
const DENSE = 1 / 32;

/** The rows of one value: a set, or a list of rows that ascend. */
type ValueRows =
  | { readonly kind: 'set'; readonly set: Address }
  | { readonly kind: 'list'; readonly rows: Address; readonly length: number };

/**
 * The rows of each value of a column: a bit a row for a frequent value, 4 bytes a row that has it for a rare one. The
 * slot after the last value stands for rows with an empty list. Building costs about 5 ns a value of a row.
 * (Bitmap index: O'Neil and Quass, Improved Query Performance with Variant Indexes, 1997.)
 */
export class ValueIndex {
  readonly #sets: RowSets;
  readonly #values: readonly ValueRows[];
  /** How many slots any row has. */
  readonly used: number;
  /** How many values a row has, on the whole. */
  readonly valuesARow: number;

  constructor(sets: RowSets, column: Column) {
    this.#sets = sets;
    const { totals, values } = indexValues(sets, column);
    this.#values = values;
    this.used = totals.reduce((used, total) => used + (total > 0 ? 1 : 0), 0);
    this.valuesARow = totals.reduce((sum, total) => sum + total, 0) / Math.max(1, sets.rowCount);
  }

  /** How many slots there are: values, and one for none. */
  get size(): number {
    return this.#values.length;
  }

  /** Adds `sign` for each row of the set in the words given, to the slots of its values. */
  count(set: Address, fromWord: number, toWord: number, counts: Uint32Array, sign: 1 | -1): void {
    const { kernels } = this.#sets.memory;
    for (let slot = 0; slot < this.#values.length; slot++) {
      const value = this.#values[slot];
      if (!value || (value.kind === 'list' && value.length === 0)) continue;
      const count =
        value.kind === 'set'
          ? kernels.countBoth(set, value.set, fromWord, toWord)
          : this.#countListed(set, value, fromWord, toWord);
      counts[slot] = (counts[slot] ?? 0) + sign * count;
    }
  }

  /** Adds the rows of a slot to a set. */
  addRows(slot: number, into: Address): void {
    const value = this.#values[slot];
    if (!value) return;
    if (value.kind === 'set') {
      this.#sets.memory.kernels.addAll(into, value.set, 0, this.#sets.wordCount);
      return;
    }
    const { words } = this.#sets.memory;
    for (let i = 0; i < value.length; i++) this.#sets.add(into, words[value.rows / 4 + i] ?? 0);
  }

  #countListed(
    set: Address,
    { rows, length }: Extract<ValueRows, { kind: 'list' }>,
    fromWord: number,
    toWord: number,
  ): number {
    const { kernels } = this.#sets.memory;
    if (fromWord === 0 && toWord === this.#sets.wordCount) return kernels.countListed(set, rows, length);
    const from = this.#firstFrom(rows, length, 64 * fromWord);
    const to = this.#firstFrom(rows, length, 64 * toWord);
    return kernels.countListed(set, rows + 4 * from, to - from);
  }

  /** Index of the first listed row from a row on. */
  #firstFrom(rows: Address, length: number, row: number): number {
    const { words } = this.#sets.memory;
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[rows / 4 + middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function indexValues(sets: RowSets, column: Column): { totals: Uint32Array; values: ValueRows[] } {
  const totals = new Uint32Array(column.cardinality + 1);
  eachValue(column, (_, slot) => {
    totals[slot] = (totals[slot] ?? 0) + 1;
  });
  const { memory, rowCount } = sets;
  const values = Array.from(totals, (length): ValueRows => {
    if (length > rowCount * DENSE) return { kind: 'set', set: sets.create() };
    return { kind: 'list', rows: memory.allocate(4 * length), length };
  });
  const addresses = Float64Array.from(values, (value) => (value.kind === 'set' ? value.set : value.rows) / 4);
  const isSet = Uint8Array.from(values, ({ kind }) => (kind === 'set' ? 1 : 0));
  const { words } = memory;
  eachValue(column, (row, slot) => {
    const address = addresses[slot] ?? 0;
    if (isSet[slot] === 1) {
      const at = address + (row >>> 5);
      words[at] = (words[at] ?? 0) | (1 << (row & 31));
    } else {
      words[address] = row;
      addresses[slot] = address + 1;
    }
  });
  return { totals, values };
}

/** Visits the values of each row, rows ascending; an empty list as the slot after the last value. */
function eachValue(column: Column, visit: (row: number, slot: number) => void): void {
  if (column.kind === 'codes') {
    const { codes } = column;
    for (let row = 0; row < codes.length; row++) visit(row, codes[row] ?? 0);
    return;
  }
  const { cardinality, offsets, values } = column.kind === 'lists' ? column : column.entries;
  const links = column.kind === 'linked' ? column.links.codes : null;
  const rowCount = links ? links.length : offsets.length - 1;
  for (let row = 0; row < rowCount; row++) {
    const entry = links ? (links[row] ?? 0) : row;
    const end = offsets[entry + 1] ?? 0;
    let k = offsets[entry] ?? 0;
    if (k === end) visit(row, cardinality);
    for (; k < end; k++) visit(row, values[k] ?? 0);
  }
}
