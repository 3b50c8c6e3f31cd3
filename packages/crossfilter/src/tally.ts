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
    if (this.column.kind === 'codes') addCodes(counts, this.column.codes, rows, from, to, change);
    else addLists(counts, this.column, rows, from, to, change);
  }
}

function emptyCounts(column: Column): Uint32Array {
  return new Uint32Array(column.kind === 'codes' ? column.cardinality : column.cardinality + 1);
}

function addCodes(
  counts: Uint32Array,
  codes: Uint8Array | Uint16Array | Uint32Array,
  rows: Uint32Array,
  from: number,
  to: number,
  change: number,
): void {
  for (let i = from; i < to; i++) {
    const code = codes[rows[i] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + change;
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
