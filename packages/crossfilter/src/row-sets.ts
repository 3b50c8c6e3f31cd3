import type { BitMemory } from './bit-memory.ts';
import type { Address } from './kernels.ts';

/** Rows in a word of a set. */
const WORD = 64;

/** Sets of rows as bits, all of one length, in one memory: a bit a row each. */
export class RowSets {
  readonly memory: BitMemory;
  readonly rowCount: number;
  /** Words of 64 rows. */
  readonly wordCount: number;
  /** The set without rows. Read only. */
  readonly empty: Address;

  constructor(memory: BitMemory, rowCount: number) {
    this.memory = memory;
    this.rowCount = rowCount;
    this.wordCount = Math.ceil(rowCount / WORD);
    this.empty = this.create();
  }

  /** A new empty set. */
  create(): Address {
    return this.memory.allocate(8 * this.wordCount);
  }

  has(set: Address, row: number): boolean {
    return (((this.memory.words[set / 4 + (row >>> 5)] ?? 0) >>> (row & 31)) & 1) === 1;
  }

  add(set: Address, row: number): void {
    const { words } = this.memory;
    const at = set / 4 + (row >>> 5);
    words[at] = (words[at] ?? 0) | (1 << (row & 31));
  }

  /** Makes a set those rows for which `allowed[row]` is 1, not 0. O(rows), without a branch for each. */
  fillFrom(set: Address, allowed: Uint8Array): void {
    const { words } = this.memory;
    const base = set / 4;
    for (let first = 0; first < this.rowCount; first += 32) {
      const end = Math.min(first + 32, this.rowCount);
      let word = 0;
      for (let row = first; row < end; row++) word |= (allowed[row] ?? 0) << (row & 31);
      words[base + (first >>> 5)] = word;
    }
  }

  copy(into: Address, set: Address, fromWord: number, toWord: number): void {
    this.memory.bytes.copyWithin(into + 8 * fromWord, set + 8 * fromWord, set + 8 * toWord);
  }

  clear(set: Address, fromWord: number, toWord: number): void {
    this.memory.bytes.fill(0, set + 8 * fromWord, set + 8 * toWord);
  }

  /** Adds rows up to, not including, `to`. */
  addRange(set: Address, from: number, to: number): void {
    if (from >= to) return;
    const { words } = this.memory;
    const base = set / 4;
    const [first, last] = [from >>> 5, (to - 1) >>> 5];
    const head = -1 << (from & 31);
    const tail = -1 >>> (31 - ((to - 1) & 31));
    if (first === last) {
      words[base + first] = (words[base + first] ?? 0) | (head & tail);
      return;
    }
    words[base + first] = (words[base + first] ?? 0) | head;
    words.fill(0xffffffff, base + first + 1, base + last);
    words[base + last] = (words[base + last] ?? 0) | tail;
  }

  /** Takes rows up to, not including, `to` out. */
  removeRange(set: Address, from: number, to: number): void {
    if (from >= to) return;
    const { words } = this.memory;
    const base = set / 4;
    const [first, last] = [from >>> 5, (to - 1) >>> 5];
    const head = ~(-1 << (from & 31));
    const tail = ~(-1 >>> (31 - ((to - 1) & 31)));
    if (first === last) {
      words[base + first] = (words[base + first] ?? 0) & (head | tail);
      return;
    }
    words[base + first] = (words[base + first] ?? 0) & head;
    words.fill(0, base + first + 1, base + last);
    words[base + last] = (words[base + last] ?? 0) & tail;
  }
}
