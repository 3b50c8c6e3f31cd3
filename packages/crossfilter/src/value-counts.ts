import type { Column } from './column.ts';
import type { RowMask } from './row-mask.ts';
import type { RowMoves } from './row-moves.ts';
import type { RowSets } from './row-sets.ts';
import type { ValueIndex } from './value-index.ts';
import { wordsIn } from './word-ranges.ts';

/** A change of more words than this share is counted as a whole: following it takes two counts, before and after. */
const MUCH = 1 / 2;
/** While a value is counted among words, so many values of rows that moved are counted one by one, and one for each so many words. */
const VALUES_A_COUNT = 48;
const WORDS_A_VALUE = 16;

/** Counts of an index's values among the rows of a mask. Follows small changes of the mask, else counts anew. */
export class ValueCounts {
  /** By slot of the index. Read only; changes with `update`. */
  readonly counts: Uint32Array;
  readonly #sets: RowSets;
  readonly #column: Column;
  readonly #index: ValueIndex;
  readonly #mask: RowMask;
  #version = 0;

  /** `index` is that of the column. */
  constructor(sets: RowSets, column: Column, index: ValueIndex, mask: RowMask) {
    this.#sets = sets;
    this.#column = column;
    this.#index = index;
    this.#mask = mask;
    this.counts = new Uint32Array(index.size);
  }

  /** Brings the counts to the mask, which is up to date: O(values of rows that moved), or O(values × words changed). */
  update(): void {
    const { before, changed, moves, rows, version } = this.#mask;
    if (this.#version === version) return;
    const isNext = this.#version === version - 1;
    const { wordCount } = this.#sets;
    const isSmall = isNext && wordsIn(changed) < MUCH * wordCount;
    const words = isSmall ? 2 * wordsIn(changed) : wordCount;
    if (isNext && moves && this.#isLess(moves, words)) this.#follow(moves);
    else if (isSmall) {
      for (const { from, to } of changed) {
        this.#index.count(before, from, to, this.counts, -1);
        this.#index.count(rows, from, to, this.counts, 1);
      }
    } else {
      this.counts.fill(0);
      this.#index.count(rows, 0, wordCount, this.counts, 1);
    }
    this.#version = version;
  }

  /** Whether it is less to count rows one by one than so many words for each value. */
  #isLess({ length }: RowMoves, words: number): boolean {
    return length * this.#index.valuesARow <= this.#index.used * (VALUES_A_COUNT + words / WORDS_A_VALUE);
  }

  #follow({ length, rows }: RowMoves): void {
    const { counts } = this;
    const column = this.#column;
    if (column.kind === 'codes') {
      const { codes } = column;
      for (let i = 0; i < length; i++) {
        const moved = rows[i] ?? 0;
        const slot = codes[moved < 0 ? ~moved : moved] ?? 0;
        counts[slot] = (counts[slot] ?? 0) + (moved < 0 ? -1 : 1);
      }
      return;
    }
    const { cardinality, offsets, values } = column.kind === 'lists' ? column : column.entries;
    const links = column.kind === 'linked' ? column.links.codes : null;
    for (let i = 0; i < length; i++) {
      const moved = rows[i] ?? 0;
      const row = moved < 0 ? ~moved : moved;
      const by = moved < 0 ? -1 : 1;
      const entry = links ? (links[row] ?? 0) : row;
      const end = offsets[entry + 1] ?? 0;
      let k = offsets[entry] ?? 0;
      if (k === end) counts[cardinality] = (counts[cardinality] ?? 0) + by;
      for (; k < end; k++) {
        const slot = values[k] ?? 0;
        counts[slot] = (counts[slot] ?? 0) + by;
      }
    }
  }
}
