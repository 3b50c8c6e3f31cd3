import type { Address } from './kernels.ts';
import type { RowMask } from './row-mask.ts';
import type { RowMoves } from './row-moves.ts';
import type { RowSets } from './row-sets.ts';

interface KeptRuns {
  readonly width: number;
  readonly sums: Address;
  view: Uint32Array;
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
    const { memory } = this.#sets;
    const length = this.#cardinality / width;
    if (this.#runs?.width !== width)
      this.#runs = { width, sums: memory.allocate(4 * length), view: new Uint32Array(0), version: -1 };
    const runs = this.#runs;
    if (runs.version !== this.#version) {
      const moves = runs.version === this.#version - 1 ? this.#mask.moves : null;
      if (moves && moves.length < length) this.#moveRuns(runs, moves);
      else memory.kernels.sumRuns(this.#counts, width, length, runs.sums);
    }
    runs.version = this.#version;
    if (runs.view.buffer !== memory.words.buffer)
      runs.view = memory.words.subarray(runs.sums / 4, runs.sums / 4 + length);
    return runs.view;
  }

  /** Adds the counts of some runs of `width` codes up: of the run `groups[i]` to the run `groups[length + i]` of `into`. */
  groupRuns(width: number, groups: Address, length: number, into: Address): void {
    this.#sets.memory.kernels.addRuns(this.#counts, width, groups, groups + 4 * length, length, into);
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

  #moveRuns({ sums, width }: KeptRuns, { length, rows }: RowMoves): void {
    const { words } = this.#sets.memory;
    const [base, codes] = [sums / 4, this.#codes / 4];
    for (let i = 0; i < length; i++) {
      const moved = rows[i] ?? 0;
      const at = base + Math.floor((words[codes + (moved < 0 ? ~moved : moved)] ?? 0) / width);
      words[at] = (words[at] ?? 0) + (moved < 0 ? -1 : 1);
    }
  }

  #viewCounts(): Uint32Array {
    return this.#sets.memory.words.subarray(this.#counts / 4, this.#counts / 4 + this.#cardinality);
  }
}
