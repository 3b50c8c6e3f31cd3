import type { RowMask } from './row-mask.ts';
import type { RowSets } from './row-sets.ts';
import type { ValueIndex } from './value-index.ts';
import { wordsIn } from './word-ranges.ts';

/** A change of more words than this share is counted as a whole: following it takes two counts, before and after. */
const MUCH = 1 / 2;

/** Counts of an index's values among the rows of a mask. Follows small changes of the mask, else counts anew. */
export class ValueCounts {
  /** By slot of the index. Read only; changes with `update`. */
  readonly counts: Uint32Array;
  readonly #sets: RowSets;
  readonly #index: ValueIndex;
  readonly #mask: RowMask;
  #version = 0;

  constructor(sets: RowSets, index: ValueIndex, mask: RowMask) {
    this.#sets = sets;
    this.#index = index;
    this.#mask = mask;
    this.counts = new Uint32Array(index.size);
  }

  /** Brings the counts to the mask, which is up to date: O(values × words changed). */
  update(): void {
    const { before, changed, rows, version } = this.#mask;
    if (this.#version === version) return;
    const follows = this.#version === version - 1 && wordsIn(changed) < MUCH * this.#sets.wordCount;
    if (follows) {
      for (const { from, to } of changed) {
        this.#index.count(before, from, to, this.counts, -1);
        this.#index.count(rows, from, to, this.counts, 1);
      }
    } else {
      this.counts.fill(0);
      this.#index.count(rows, 0, this.#sets.wordCount, this.counts, 1);
    }
    this.#version = version;
  }
}
