import { type LinkedColumn, linkedColumn, listColumn } from '@corridor/crossfilter';
import { CASUALTY_KINDS, type CasualtyKind, type CasualtyTotals, casualtyTotals } from '@corridor/domain';
import { type IncidentColumns, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';

/** Bits of a figure: tolls are positive integers of 32 bits. */
const BITS = 31;
/** Slots of a kind: unknown, then the bits of best, of what low is below it, and of what high is above it. */
const KIND_WIDTH = 1 + 3 * BITS;
const BEST = 1;
const BELOW = 1 + BITS;
const ABOVE = 1 + 2 * BITS;
const WEIGHTS = Float64Array.from({ length: BITS }, (_, bit) => 2 ** bit);

/**
 * Tolls as a column of the bits that their figures have, so that a sum over any set of rows is a count of rows for each
 * bit: 2^i times the rows that have bit i. Most tolls are small and most bounds meet their best figure, so few bits occur.
 * (Bit-sliced index: O'Neil and Quass, Improved Query Performance with Variant Indexes, 1997.)
 */
export class TollBits {
  readonly column: LinkedColumn;
  /** More than any slot's bit that occurs: higher ones need not be looked at. */
  readonly #bits: number;

  /** O(distinct tolls). */
  constructor({ toll, tolls }: IncidentColumns) {
    const offsets = new Uint32Array(toll.cardinality + 1);
    const values: number[] = [];
    for (let code = 0; code < toll.cardinality; code++) {
      CASUALTY_KINDS.forEach((_, kind) => {
        const at = code * TOLL_WIDTH + 3 * kind;
        addSlots(values, KIND_WIDTH * kind, tolls[at] ?? 0, tolls[at + 1] ?? 0, tolls[at + 2] ?? 0);
      });
      offsets[code + 1] = values.length;
    }
    this.#bits = values.reduce((bits, slot) => Math.max(bits, bitOf(slot) + 1), 0);
    const lists = listColumn(offsets, Uint16Array.from(values), KIND_WIDTH * CASUALTY_KINDS.length);
    this.column = linkedColumn(toll, lists);
  }

  /** Sums of every kind from the counts of the column. */
  totals(counts: Uint32Array): CasualtyTotals {
    return casualtyTotals((kind) => {
      const at = KIND_WIDTH * CASUALTY_KINDS.indexOf(kind);
      const best = sumOfBits(counts, at + BEST, this.#bits);
      return {
        low: best - sumOfBits(counts, at + BELOW, this.#bits),
        best,
        high: best + sumOfBits(counts, at + ABOVE, this.#bits),
        unknown: counts[at] ?? 0,
      };
    });
  }

  /** The slots that make up a kind's best figure, and what each stands for. */
  bestSlots(kind: CasualtyKind): readonly { readonly slot: number; readonly weight: number }[] {
    const at = KIND_WIDTH * CASUALTY_KINDS.indexOf(kind) + BEST;
    return Array.from({ length: BITS }, (_, bit) => ({ slot: at + bit, weight: 2 ** bit }));
  }
}

function addSlots(slots: number[], at: number, low: number, best: number, high: number): void {
  if (best === UNKNOWN_TOLL) {
    slots.push(at);
    return;
  }
  addBits(slots, at + BEST, best);
  addBits(slots, at + BELOW, best - low);
  addBits(slots, at + ABOVE, high - best);
}

function addBits(slots: number[], at: number, figure: number): void {
  for (let bit = 0; bit < BITS; bit++) if ((figure >>> bit) & 1) slots.push(at + bit);
}

/** The bit that a slot stands for; -1 for unknown. */
function bitOf(slot: number): number {
  const inKind = slot % KIND_WIDTH;
  return inKind === 0 ? -1 : (inKind - 1) % BITS;
}

function sumOfBits(counts: Uint32Array, at: number, bits: number): number {
  let sum = 0;
  for (let bit = 0; bit < bits; bit++) sum += (WEIGHTS[bit] ?? 0) * (counts[at + bit] ?? 0);
  return sum;
}
