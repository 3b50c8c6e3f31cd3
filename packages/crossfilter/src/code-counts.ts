import type { Address } from './kernels.ts';
import type { RowMask } from './row-mask.ts';
import type { RowSets } from './row-sets.ts';

/**
 * Counts by code among the rows of a mask, for columns of too many codes to keep the rows of each. Rows that enter or
 * leave the mask cost one addition each. 4 bytes a code.
 */
export class CodeCounts {
  readonly #sets: RowSets;
  readonly #mask: RowMask;
  readonly #codes: Address;
  readonly #counts: Address;
  readonly #cardinality: number;
  #view: Uint32Array;
  #version = 0;

  /** `codes` are of 4 bytes each. */
  constructor(sets: RowSets, codes: Address, cardinality: number, mask: RowMask) {
    this.#sets = sets;
    this.#mask = mask;
    this.#codes = codes;
    this.#counts = sets.memory.allocate(4 * cardinality);
    this.#cardinality = cardinality;
    this.#view = this.#viewCounts();
  }

  /** By code; valid until the mask changes or memory is allocated. */
  get counts(): Uint32Array {
    if (this.#view.buffer !== this.#sets.memory.words.buffer) this.#view = this.#viewCounts();
    return this.#view;
  }

  /** Brings the counts to the mask, which is up to date: O(rows that enter or leave), at most O(rows that pass). */
  update(): void {
    const { before, changed, count, countBefore, rows, version } = this.#mask;
    if (this.#version === version) return;
    const { kernels } = this.#sets.memory;
    // More rows leave than stay: those that stay are counted anew.
    if (this.#version === version - 1 && countBefore - count <= count) {
      for (const { from, to } of changed) kernels.moveCounts(before, rows, from, to, this.#codes, this.#counts);
    } else {
      this.counts.fill(0);
      kernels.moveCounts(this.#sets.empty, rows, 0, this.#sets.wordCount, this.#codes, this.#counts);
    }
    this.#version = version;
  }

  #viewCounts(): Uint32Array {
    return this.#sets.memory.words.subarray(this.#counts / 4, this.#counts / 4 + this.#cardinality);
  }
}
