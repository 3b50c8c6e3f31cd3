import type { Address } from './kernels.ts';
import type { RowMask } from './row-mask.ts';
import type { RowSets } from './row-sets.ts';
import type { RunGroups } from './run-groups.ts';

interface KeptRuns {
  readonly width: number;
  readonly sums: Address;
  version: number;
}

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
  #runs: KeptRuns | null = null;

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

  /** Sums over each `width` codes in turn, kept until the mask changes. Valid as `counts` is. */
  runSums(width: number): Uint32Array {
    const { kernels } = this.#sets.memory;
    const length = this.#cardinality / width;
    if (this.#runs?.width !== width) this.#runs = { width, sums: this.#sets.memory.allocate(4 * length), version: -1 };
    if (this.#runs.version !== this.#version) kernels.sumRuns(this.#counts, width, length, this.#runs.sums);
    this.#runs.version = this.#version;
    return this.#sets.memory.words.subarray(this.#runs.sums / 4, this.#runs.sums / 4 + length);
  }

  /** Adds the counts of some runs of `width` codes up: see `RunGroups`. Valid until the next call for the same groups. */
  groupRuns(width: number, groups: RunGroups): Uint32Array {
    const { memory } = this.#sets;
    const { from, length, sums, to, result } = groups.in(memory, width);
    memory.words.fill(0, sums / 4, sums / 4 + result.length);
    memory.kernels.addRuns(this.#counts, width, from, to, length, sums);
    result.set(memory.words.subarray(sums / 4, sums / 4 + result.length));
    return result;
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
