import type { Column } from './column.ts';

/**
 * How many rows hold each value of a column, among the rows that pass. Kept exact while filters change: every row
 * that enters or leaves costs one addition (one for each value of a list).
 * Counts of a list column have one slot more than values: the last counts rows with an empty list.
 */
export class Tally {
  readonly column: Column;
  /** Among the rows that pass every filter. Read only; changes with the filters. */
  readonly counts: Uint32Array;
  readonly #blockedBy: (Uint32Array | undefined)[] = [];

  /** Made by `Crossfilter.tally`, which also counts the rows that pass already. 4 bytes a value. */
  constructor(column: Column) {
    this.column = column;
    this.counts = emptyCounts(column);
  }

  /** Among the rows that one filter alone keeps out: added to `counts`, this leaves that filter out. Undefined until asked for. */
  blockedBy(filter: number): Uint32Array | undefined {
    return this.#blockedBy[filter];
  }

  /** Starts to keep the rows that `filter` alone keeps out; they are yet to be counted. */
  startBlockedBy(filter: number): Uint32Array {
    const counts = emptyCounts(this.column);
    this.#blockedBy[filter] = counts;
    return counts;
  }

  /** Adds `change` to `counts` for `rows[from]` up to, not including, `rows[to]`. */
  add(counts: Uint32Array, rows: Uint32Array, from: number, to: number, change: 1 | -1): void {
    if (this.column.kind === 'lists') {
      addLists(counts, this.column, rows, from, to, change);
      return;
    }
    const { codes } = this.column;
    if (codes instanceof Uint8Array) addBytes(counts, codes, rows, from, to, change);
    else if (codes instanceof Uint16Array) addShorts(counts, codes, rows, from, to, change);
    else addWords(counts, codes, rows, from, to, change);
  }
}

function emptyCounts(column: Column): Uint32Array {
  return new Uint32Array(column.kind === 'codes' ? column.cardinality : column.cardinality + 1);
}

/** One loop for each width of codes: a loop that meets all three looks up which it has at every row, and takes twice as long. `| 0` keeps the sum an integer of the machine. */
function addBytes(
  counts: Uint32Array,
  codes: Uint8Array,
  rows: Uint32Array,
  from: number,
  to: number,
  change: number,
): void {
  for (let i = from; i < to; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    counts[code] = ((counts[code] ?? 0) + change) | 0;
  }
}

function addShorts(
  counts: Uint32Array,
  codes: Uint16Array,
  rows: Uint32Array,
  from: number,
  to: number,
  change: number,
): void {
  for (let i = from; i < to; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    counts[code] = ((counts[code] ?? 0) + change) | 0;
  }
}

function addWords(
  counts: Uint32Array,
  codes: Uint32Array,
  rows: Uint32Array,
  from: number,
  to: number,
  change: number,
): void {
  for (let i = from; i < to; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    counts[code] = ((counts[code] ?? 0) + change) | 0;
  }
}

function addLists(
  counts: Uint32Array,
  { offsets, values, cardinality }: Extract<Column, { kind: 'lists' }>,
  rows: Uint32Array,
  from: number,
  to: number,
  change: number,
): void {
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    const end = offsets[row + 1] ?? 0;
    let k = offsets[row] ?? 0;
    if (k === end) counts[cardinality] = (counts[cardinality] ?? 0) + change;
    for (; k < end; k++) {
      const code = values[k] ?? 0;
      counts[code] = (counts[code] ?? 0) + change;
    }
  }
}
