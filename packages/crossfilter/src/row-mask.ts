import type { Address } from './kernels.ts';
import { MoveList, type RowMoves } from './row-moves.ts';
import type { RowSets } from './row-sets.ts';
import { addWordRange, type WordRange } from './word-ranges.ts';

/** What one filter lets pass: a set of rows, or rows from one up to, not including, another. */
export type FilterRows =
  | { readonly kind: 'set'; readonly set: Address }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/**
 * The rows that pass every filter, or every filter but one, and what the last change did to them, so that counts can
 * follow it. Brought up to date only when it is asked for.
 */
export class RowMask {
  readonly id: number;
  readonly rows: Address;
  /** The rows as they were before the last change, right within `changed` alone. */
  readonly before: Address;
  readonly changed: WordRange[] = [];
  /** Counts the changes. */
  version = 0;
  count = 0;
  countBefore = 0;
  readonly #sets: RowSets;
  readonly #stale: WordRange[] = [];
  readonly #moveList: MoveList;
  /** Of the version that they were listed for; null when too many rows moved. */
  #moves: { readonly version: number; readonly moves: RowMoves | null } = { version: 0, moves: null };

  /** `id` tells the masks of one cross-filter apart. */
  constructor(sets: RowSets, id: number) {
    this.#sets = sets;
    this.id = id;
    this.rows = sets.create();
    this.before = sets.create();
    this.#moveList = new MoveList(sets);
    this.touch(0, sets.wordCount);
  }

  /** Says that filters changed within these words. */
  touch(fromWord: number, toWord: number): void {
    addWordRange(this.#stale, fromWord, toWord);
  }

  /** Whether filters changed since the last refresh. */
  get isStale(): boolean {
    return this.#stale.length > 0;
  }

  /** The rows that the last change moved; null when they are too many to be followed one by one. Valid until the next change. */
  get moves(): RowMoves | null {
    if (this.#moves.version !== this.version) this.#moves = { version: this.version, moves: this.#listMoves() };
    return this.#moves.moves;
  }

  /** Combines the filters anew where they changed: O(words touched × filters). */
  refresh(filters: readonly FilterRows[]): void {
    const { kernels } = this.#sets.memory;
    this.countBefore = this.count;
    for (const { from, to } of this.#stale) {
      this.#sets.copy(this.before, this.rows, from, to);
      this.#combine(filters, from, to);
      this.count += kernels.countBoth(this.rows, this.rows, from, to);
      this.count -= kernels.countBoth(this.before, this.before, from, to);
    }
    this.changed.splice(0, this.changed.length, ...this.#stale);
    this.#stale.length = 0;
    this.version++;
  }

  #listMoves(): RowMoves | null {
    const list = this.#moveList;
    if (Math.abs(this.count - this.countBefore) > list.rows.length) return null;
    return list.list(this.before, this.rows, this.changed) ? list : null;
  }

  #combine(filters: readonly FilterRows[], fromWord: number, toWord: number): void {
    const sets = this.#sets;
    const [firstRow, endRow] = [64 * fromWord, Math.min(64 * toWord, sets.rowCount)];
    let [from, to] = [firstRow, endRow];
    for (const filter of filters) {
      if (filter.kind === 'range') [from, to] = [Math.max(from, filter.from), Math.min(to, filter.to)];
    }
    sets.clear(this.rows, fromWord, toWord);
    sets.addRange(this.rows, from, to);
    for (const filter of filters) {
      if (filter.kind === 'set') sets.memory.kernels.keepBoth(this.rows, filter.set, fromWord, toWord);
    }
  }
}
