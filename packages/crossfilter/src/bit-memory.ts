import { type Address, createKernels, type Kernels, type LinearMemory } from './kernels.ts';

const PAGE = 0x10000;
/** 2 GB, so that every address is a positive integer of 32 bits. */
const MAX_PAGES = 0x8000;

/**
 * Memory that the kernels work on: handed out piece by piece, zeroed, and freed only as a whole, with its owner. It
 * grows by a quarter, or by what is asked for. The views change when it grows: take them anew after `allocate`.
 */
export class BitMemory {
  readonly kernels: Kernels;
  readonly #memory: LinearMemory;
  #next: Address = 8;
  #bytes: Uint8Array;
  #words: Uint32Array;

  /** `expectedBytes` is taken at once. */
  constructor(expectedBytes: number) {
    const { kernels, memory } = createKernels(Math.ceil(expectedBytes / PAGE) + 1, MAX_PAGES);
    this.kernels = kernels;
    this.#memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#words = new Uint32Array(memory.buffer);
  }

  /** The whole memory by bytes. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** The whole memory by words of 4 bytes: that at address `a` is `words[a / 4]`. */
  get words(): Uint32Array {
    return this.#words;
  }

  /** Zeroed bytes at a multiple of 8. Throws RangeError beyond 2 GB. */
  allocate(length: number): Address {
    const address = this.#next;
    this.#next = address + 8 * Math.ceil(length / 8);
    if (this.#next > this.#bytes.length) this.#grow(this.#next - this.#bytes.length);
    return address;
  }

  /** A copy of `values` in this memory. */
  copyBytes(values: Uint8Array): Address {
    const address = this.allocate(values.length);
    this.#bytes.set(values, address);
    return address;
  }

  /** A copy of `values` in this memory, 4 bytes each. */
  copyWords(values: ArrayLike<number>): Address {
    const address = this.allocate(4 * values.length);
    this.#words.set(values, address / 4);
    return address;
  }

  #grow(missing: number): void {
    const pages = Math.ceil(Math.max(missing, this.#bytes.length / 4) / PAGE);
    this.#memory.grow(Math.min(Math.max(pages, Math.ceil(missing / PAGE)), MAX_PAGES - this.#bytes.length / PAGE));
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#words = new Uint32Array(this.#memory.buffer);
    if (this.#next > this.#bytes.length) throw new RangeError('Expected the sets of rows to fit 2 GB');
  }
}
