import type { RowLists } from './row-arrays.ts';

/** Builds lists of codes row by row. A code is kept once in a row. Amortised O(1) a code; 4 bytes for each distinct code. */
export class CodeLists {
  #offsets: Uint32Array<ArrayBuffer>;
  #values = new Uint32Array(1024);
  #length = 0;
  #row = 0;
  /** By code: one more than the row that had it last. */
  #lastRow = new Uint32Array(1024);

  /** `rowCount` is a guess: more rows may follow. */
  constructor(rowCount: number) {
    this.#offsets = new Uint32Array(rowCount + 1);
  }

  /** Adds a code to the row at hand. */
  add(code: number): void {
    if (code >= this.#lastRow.length) this.#lastRow = grown(this.#lastRow, 2 * code);
    if (this.#lastRow[code] === this.#row + 1) return;
    this.#lastRow[code] = this.#row + 1;
    if (this.#length === this.#values.length) this.#values = grown(this.#values, 2 * this.#length);
    this.#values[this.#length++] = code;
  }

  /** Goes on to the next row. */
  endRow(): void {
    if (++this.#row === this.#offsets.length) this.#offsets = grown(this.#offsets, 2 * this.#row);
    this.#offsets[this.#row] = this.#length;
  }

  lists(): RowLists {
    return { offsets: this.#offsets.slice(0, this.#row + 1), values: this.#values.slice(0, this.#length) };
  }
}

function grown(values: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(values);
  return larger;
}
