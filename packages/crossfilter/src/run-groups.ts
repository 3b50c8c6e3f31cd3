import type { BitMemory } from './bit-memory.ts';
import type { Address } from './kernels.ts';

interface RunGroupsInMemory {
  readonly memory: BitMemory;
  readonly width: number;
  readonly from: Address;
  readonly to: Address;
  readonly length: number;
  readonly sums: Address;
  /** A copy of the sums, which does not move when memory grows. */
  readonly result: Uint32Array;
}

/** Which runs of codes are counted together: run `from[i]` in group `to[i]`, of `groupCount`. Those of the cells of a map, say. */
export class RunGroups {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly groupCount: number;
  #kept: RunGroupsInMemory | null = null;

  constructor(from: Uint32Array, to: Uint32Array, groupCount: number) {
    this.from = from;
    this.to = to;
    this.groupCount = groupCount;
  }

  /** The same in the memory of the kernels, with room for the sums. Kept. */
  in(memory: BitMemory, width: number): RunGroupsInMemory {
    if (this.#kept?.memory === memory && this.#kept.width === width) return this.#kept;
    this.#kept = {
      memory,
      width,
      from: memory.copyWords(this.from),
      to: memory.copyWords(this.to),
      length: this.from.length,
      sums: memory.allocate(4 * width * this.groupCount),
      result: new Uint32Array(width * this.groupCount),
    };
    return this.#kept;
  }
}
