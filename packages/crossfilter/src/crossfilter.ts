import type { CodeColumn, Column, ListColumn } from './column.ts';
import { Tally } from './tally.ts';

/** Number of a filter, as `Crossfilter.addFilter` hands them out. */
export type FilterId = number;

const MAX_FILTERS = 31;
/** Rows handled at a time, so that their verdicts and codes stay in the nearest cache. */
const BLOCK = 4096;
/** Rows that no other filter keeps out, then one slot for each filter that alone keeps them out. */
const SLOTS = MAX_FILTERS + 1;

/**
 * Rows under several filters that are combined with "and", and counts over the rows that pass, kept exact while one
 * filter after the other changes. Rows are sorted by day, so that a period is a range of rows.
 *
 * Cost of a change: one pass over the filter's codes (about 2 ns a row), plus one addition for each tally and each row
 * that enters or leaves; a change of the period touches only rows that enter or leave it. Memory: 4 bytes a row, and
 * 1 MB of scratch; nothing is allocated by a change.
 */
export class Crossfilter {
  readonly rowCount: number;
  readonly #days: Int32Array;
  /** For each row one bit for each filter that keeps it out: 0 passes. */
  readonly #blocked: Uint32Array;
  readonly #passes = new Uint8Array(BLOCK);
  readonly #tallies = new Map<Column, Tally>();
  /** Rows of the block at hand whose counts change: SLOTS lists of those that enter, then SLOTS of those that leave. */
  readonly #moved = new Uint32Array(2 * SLOTS * BLOCK);
  readonly #movedLength = new Uint32Array(2 * SLOTS);
  readonly #ranges: ({ from: number; to: number } | undefined)[] = [];
  #filterCount = 0;
  #matched: number;

  /** `days` holds the day of each row, ascending; it is not copied. Throws RangeError when it descends. */
  constructor(days: Int32Array) {
    for (let row = 1; row < days.length; row++) {
      if ((days[row] ?? 0) < (days[row - 1] ?? 0))
        throw new RangeError(`Expected rows sorted by day, row ${row} is not`);
    }
    this.#days = days;
    this.rowCount = days.length;
    this.#blocked = new Uint32Array(days.length);
    this.#matched = days.length;
  }

  /** How many rows pass every filter. */
  get matched(): number {
    return this.#matched;
  }

  /** A new filter, at first without effect. Throws RangeError beyond 31. */
  addFilter(): FilterId {
    if (this.#filterCount === MAX_FILTERS) throw new RangeError(`Expected at most ${MAX_FILTERS} filters`);
    return this.#filterCount++;
  }

  /** Lets rows pass whose code, or any code of whose list, is allowed (`allowed[code]` is 1). O(rows + values). */
  allowCodes(filter: FilterId, column: Column, allowed: Uint8Array): void {
    this.#checkFilter(filter);
    if (allowed.length < column.cardinality) {
      throw new RangeError(`Expected ${column.cardinality} verdicts, got ${allowed.length}`);
    }
    this.#inBlocks(filter, (from, to) => {
      if (column.kind === 'codes') judgeCodes(this.#passes, column, allowed, from, to);
      else judgeLists(this.#passes, column, allowed, from, to);
    });
  }

  /** Lets the rows pass for which `allowed[row]` is 1. O(rows). */
  allowRows(filter: FilterId, allowed: Uint8Array): void {
    this.#checkFilter(filter);
    if (allowed.length !== this.rowCount)
      throw new RangeError(`Expected ${this.rowCount} verdicts, got ${allowed.length}`);
    this.#inBlocks(filter, (from, to) => {
      this.#passes.set(allowed.subarray(from, to));
    });
  }

  /** Lets rows pass from the first to the last day, both included. O(rows that enter or leave). One kind of filter cannot follow another: clear it between. */
  allowDays(filter: FilterId, firstDay: number, lastDay: number): void {
    this.#checkFilter(filter);
    const from = this.firstRowAt(firstDay);
    this.#setRange(filter, from, Math.max(from, this.firstRowAt(lastDay + 1)));
  }

  /** Lets every row pass. O(rows), for a period O(rows that enter). */
  clear(filter: FilterId): void {
    this.#checkFilter(filter);
    if (this.#ranges[filter]) {
      this.#setRange(filter, 0, this.rowCount);
      this.#ranges[filter] = undefined;
    } else {
      this.#inBlocks(filter, (from, to) => {
        this.#passes.fill(1, 0, to - from);
      });
    }
  }

  /** The first row on or after a day; `rowCount` when there is none. O(log rows). */
  firstRowAt(day: number): number {
    let low = 0;
    let high = this.rowCount;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a row passes every filter, or every filter but one. */
  passes(row: number, leaveOut?: FilterId): boolean {
    const mask = leaveOut === undefined ? -1 : ~(1 << leaveOut);
    return ((this.#blocked[row] ?? 0) & mask) === 0;
  }

  /** Writes the rows that pass, ascending, and returns how many; `into` holds at least `rowCount`. O(rows). */
  collect(into: Uint32Array, leaveOut?: FilterId): number {
    const mask = leaveOut === undefined ? -1 : ~(1 << leaveOut);
    let length = 0;
    for (let row = 0; row < this.rowCount; row++) {
      if (((this.#blocked[row] ?? 0) & mask) === 0) into[length++] = row;
    }
    return length;
  }

  /**
   * Counts of the rows that pass by the values of a column; also, with `leaveOut`, of those that this filter alone keeps out
   * (`Tally.blockedBy`). Asked for the first time it costs O(rows), from then on it is kept by every change.
   */
  tally(column: Column, leaveOut?: FilterId): Tally {
    let tally = this.#tallies.get(column);
    if (!tally) {
      tally = new Tally(column);
      this.#tallies.set(column, tally);
      this.#count(tally, tally.counts, 0);
    }
    if (leaveOut !== undefined && !tally.blockedBy(leaveOut)) {
      this.#count(tally, tally.startBlockedBy(leaveOut), 1 << leaveOut);
    }
    return tally;
  }

  #count(tally: Tally, counts: Uint32Array, word: number): void {
    for (let row = 0, length = 0; row < this.rowCount; ) {
      const end = Math.min(row + BLOCK, this.rowCount);
      for (length = 0; row < end; row++) if ((this.#blocked[row] ?? 0) === word) this.#moved[length++] = row;
      tally.add(counts, this.#moved, 0, length, 1);
    }
  }

  #checkFilter(filter: FilterId): void {
    if (!(filter >= 0 && filter < this.#filterCount)) throw new RangeError(`Expected a known filter, got ${filter}`);
  }

  #inBlocks(filter: FilterId, judge: (from: number, to: number) => void): void {
    if (this.#ranges[filter]) throw new RangeError(`Expected filter ${filter} to be cleared of its period first`);
    for (let from = 0; from < this.rowCount; from += BLOCK) {
      const to = Math.min(from + BLOCK, this.rowCount);
      judge(from, to);
      this.#move(filter, from, to);
    }
  }

  /** Rows outside both ranges, and inside both, stay as they are. */
  #setRange(filter: FilterId, from: number, to: number): void {
    const old = this.#ranges[filter] ?? { from: 0, to: this.rowCount };
    this.#ranges[filter] = { from, to };
    const apart = to <= old.from || old.to <= from;
    if (apart) {
      this.#moveAll(filter, old.from, old.to, 0);
      this.#moveAll(filter, from, to, 1);
      return;
    }
    this.#moveAll(filter, old.from, from, 0);
    this.#moveAll(filter, to, old.to, 0);
    this.#moveAll(filter, from, old.from, 1);
    this.#moveAll(filter, old.to, to, 1);
  }

  #moveAll(filter: FilterId, from: number, to: number, verdict: 0 | 1): void {
    if (from < to) this.#passes.fill(verdict);
    for (let start = from; start < to; start += BLOCK) this.#move(filter, start, Math.min(start + BLOCK, to));
  }

  /** Gives the rows of one block the verdicts in `#passes`, and the tallies the rows whose counts change by it. */
  #move(filter: FilterId, from: number, to: number): void {
    const bit = 1 << filter;
    const blocked = this.#blocked;
    const passes = this.#passes;
    const moved = this.#moved;
    const lengths = this.#movedLength;
    let any = false;
    for (let row = from; row < to; row++) {
      const word = blocked[row] ?? 0;
      const rest = word & ~bit;
      const enters = passes[row - from] === 1;
      const next = enters ? rest : rest | bit;
      if (next === word) continue;
      blocked[row] = next;
      if ((rest & (rest - 1)) !== 0) continue;
      const slot = (enters ? 0 : SLOTS) + (rest === 0 ? 0 : 32 - Math.clz32(rest));
      const length = lengths[slot] ?? 0;
      moved[slot * BLOCK + length] = row;
      lengths[slot] = length + 1;
      any = true;
    }
    if (any) this.#settle(filter);
  }

  #settle(filter: FilterId): void {
    for (let slot = 0; slot < SLOTS; slot++) {
      this.#settleSlot(filter, slot, slot, 1);
      this.#settleSlot(filter, slot, slot + SLOTS, -1);
    }
    this.#movedLength.fill(0);
  }

  #settleSlot(filter: FilterId, slot: number, list: number, change: 1 | -1): void {
    const length = this.#movedLength[list] ?? 0;
    if (length === 0) return;
    const from = list * BLOCK;
    if (slot === 0) this.#matched += change * length;
    for (const tally of this.#tallies.values()) {
      if (slot === 0) {
        tally.add(tally.counts, this.#moved, from, from + length, change);
        const alone = tally.blockedBy(filter);
        if (alone) tally.add(alone, this.#moved, from, from + length, change === 1 ? -1 : 1);
      } else {
        const alone = tally.blockedBy(slot - 1);
        if (alone) tally.add(alone, this.#moved, from, from + length, change);
      }
    }
  }
}

function judgeCodes(passes: Uint8Array, { codes }: CodeColumn, allowed: Uint8Array, from: number, to: number): void {
  for (let row = from; row < to; row++) passes[row - from] = allowed[codes[row] ?? 0] ?? 0;
}

function judgeLists(
  passes: Uint8Array,
  { offsets, values }: ListColumn,
  allowed: Uint8Array,
  from: number,
  to: number,
): void {
  let k = offsets[from] ?? 0;
  for (let row = from; row < to; row++) {
    const end = offsets[row + 1] ?? 0;
    let verdict = 0;
    for (; k < end; k++) verdict |= allowed[values[k] ?? 0] ?? 0;
    passes[row - from] = verdict;
  }
}
