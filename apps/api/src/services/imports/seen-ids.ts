import { randomInt } from 'node:crypto';

/** Slots at first, and how full they may get. */
const FIRST_SIZE = 1 << 12;
const FULL = 0.6;

/**
 * Which ids a file had, and in which rows: 12 bytes a slot, some 20 an id, whatever their length. Ids are told apart by 64 bits of
 * hash with a seed of its own, so that of a million ids two are taken for one in one file of forty million.
 */
export class SeenIds {
  readonly #seeds = [randomInt(2 ** 32), randomInt(2 ** 32)] as const;
  #size = FIRST_SIZE;
  #count = 0;
  /** First hash, second hash, row; a row of 0 is a free slot. */
  #slots = new Uint32Array(3 * FIRST_SIZE);

  /** The row in which the id was before; null where it is new, and this row is kept. */
  add(id: string, row: number): number | null {
    if (this.#count >= FULL * this.#size) this.#grow();
    return this.#put(hash(id, this.#seeds[0]), hash(id, this.#seeds[1]), row);
  }

  #put(one: number, two: number, row: number): number | null {
    for (let slot = one & (this.#size - 1); ; slot = (slot + 1) & (this.#size - 1)) {
      const at = 3 * slot;
      const there = this.#slots[at + 2] ?? 0;
      if (there === 0) {
        this.#slots.set([one, two, row], at);
        this.#count++;
        return null;
      }
      if (this.#slots[at] === one && this.#slots[at + 1] === two) return there;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#size *= 2;
    this.#count = 0;
    this.#slots = new Uint32Array(3 * this.#size);
    for (let at = 0; at < before.length; at += 3) {
      const row = before[at + 2] ?? 0;
      if (row > 0) this.#put(before[at] ?? 0, before[at + 1] ?? 0, row);
    }
  }
}

/** FNV-1a over UTF-16 units from a seed, with the finish of MurmurHash3, which spreads the low bits. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
