import type { Address } from './kernels.ts';
import type { RowSets } from './row-sets.ts';
import type { WordRange } from './word-ranges.ts';

/** More rows than these, or than this share of all, are not followed one by one. */
const MOST = 4096;
const MOST_OF_ROWS = 1 / 16;

/** Which rows a change moved: those that entered as they are, those that left as `~row`, which is negative. */
export interface RowMoves {
  /** Those that count are the first `length`. */
  readonly rows: Int32Array;
  readonly length: number;
}

/** What no change moved. */
export const NO_MOVES: RowMoves = { rows: new Int32Array(0), length: 0 };

/** A list of moves that is written anew for each change. At most 16 kB. */
export class MoveList implements RowMoves {
  readonly rows: Int32Array;
  length = 0;
  readonly #sets: RowSets;

  constructor(sets: RowSets) {
    this.#sets = sets;
    this.rows = new Int32Array(Math.min(MOST, Math.ceil(sets.rowCount * MOST_OF_ROWS)));
  }

  /** Lists the rows in which two sets differ within some words. Returns false when they are too many. O(words + rows). */
  list(before: Address, after: Address, changed: readonly WordRange[]): boolean {
    this.length = 0;
    return changed.every((range) => this.#add(before / 4, after / 4, range));
  }

  #add(before: number, after: number, { from, to }: WordRange): boolean {
    const { words } = this.#sets.memory;
    for (let at = 2 * from; at < 2 * to; at++) {
      const now = words[after + at] ?? 0;
      for (let bits = (words[before + at] ?? 0) ^ now; bits !== 0; bits &= bits - 1) {
        if (this.length === this.rows.length) return false;
        const bit = 31 - Math.clz32(bits & -bits);
        const row = 32 * at + bit;
        this.rows[this.length++] = (now >>> bit) & 1 ? row : ~row;
      }
    }
    return true;
  }
}
