import { CASUALTY_KINDS, type CasualtyTotals, casualtyTotals } from '@corridor/domain';
import { type IncidentColumns, TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';

/** Sums for each casualty kind: low, best, high, and how many are known. */
export const TOLL_SUM_WIDTH = 4 * CASUALTY_KINDS.length;

/**
 * What each distinct toll adds to sums, zeros left out: most kinds of most incidents are unknown or none, so that an
 * incident costs a few additions instead of 24. Those of toll t are from `offsets[t]` up to, not including, `offsets[t + 1]`.
 */
export class TollAddends {
  readonly #offsets: Uint32Array;
  readonly #slots: Uint8Array;
  readonly #amounts: Int32Array;

  /** O(distinct tolls). */
  constructor({ toll, tolls }: IncidentColumns) {
    this.#offsets = new Uint32Array(toll.cardinality + 1);
    const slots: number[] = [];
    const amounts: number[] = [];
    for (let code = 0; code < toll.cardinality; code++) {
      for (let kind = 0; kind < CASUALTY_KINDS.length; kind++) {
        const at = code * TOLL_WIDTH + 3 * kind;
        if (tolls[at] === UNKNOWN_TOLL) continue;
        [tolls[at] ?? 0, tolls[at + 1] ?? 0, tolls[at + 2] ?? 0, 1].forEach((amount, figure) => {
          if (amount === 0) return;
          slots.push(4 * kind + figure);
          amounts.push(amount);
        });
      }
      this.#offsets[code + 1] = slots.length;
    }
    this.#slots = Uint8Array.from(slots);
    this.#amounts = Int32Array.from(amounts);
  }

  /** Adds a toll to the sums that begin at `at`. */
  add(sums: Float64Array, at: number, code: number): void {
    const end = this.#offsets[code + 1] ?? 0;
    for (let k = this.#offsets[code] ?? 0; k < end; k++) {
      const slot = at + (this.#slots[k] ?? 0);
      sums[slot] = (sums[slot] ?? 0) + (this.#amounts[k] ?? 0);
    }
  }

  /** The sums of `count` incidents that begin at `at`, by casualty kind. */
  totals(sums: Float64Array, at: number, count: number): CasualtyTotals {
    return casualtyTotals((kind) => {
      const [low = 0, best = 0, high = 0, known = 0] = sums.subarray(at + 4 * CASUALTY_KINDS.indexOf(kind));
      return { low, best, high, unknown: count - known };
    });
  }
}
