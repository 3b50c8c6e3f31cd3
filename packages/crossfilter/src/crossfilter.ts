import { BitMemory } from './bit-memory.ts';
import { CodeCounts } from './code-counts.ts';
import type { CodeColumn, Column } from './column.ts';
import type { Address } from './kernels.ts';
import { type FilterRows, RowMask } from './row-mask.ts';
import { NO_MOVES, type RowMoves } from './row-moves.ts';
import { RowSets } from './row-sets.ts';
import type { RunGroups } from './run-groups.ts';
import { ValueCounts } from './value-counts.ts';
import { ValueIndex } from './value-index.ts';

/** Number of a filter, as `Crossfilter.addFilter` hands them out. */
export type FilterId = number;

/** A set of rows that the cross-filter keeps: see `rowSet`. */
export type RowSet = Address;

/** Columns of at most so many values have the rows of each indexed; the codes of others are counted row by row. */
const MAX_INDEXED = 1024;
/** Bytes a row that the sets, codes and lists of a typical table take: taken at once. */
const EXPECTED_BYTES_A_ROW = 48;

interface Filter {
  rows: FilterRows | null;
  /** Where its set is kept; 0 until it has one. */
  set: Address;
  /** The rows that pass all filters but this one; made when first asked for. */
  without: RowMask | null;
}

export interface RangeCountOptions {
  readonly leaveOut?: FilterId | undefined;
  /** Rows that are in each of these sets alone. */
  readonly within?: readonly RowSet[];
}

/**
 * Rows under several filters that are combined with "and", and counts over the rows that pass. Rows are sorted by day,
 * so that a period is a range of rows. Rows that a filter lets pass are a set, a bit each, and so are the rows of each
 * value of a column: a count is the bits that two sets share, 64 rows at a time.
 *
 * A change costs rows / 64 words for each filter in force, and for each count that is asked for afterwards rows / 64
 * words for each value; a change of the period costs both only for the words of rows that enter or leave it. Columns of
 * more than 1024 values cost an addition for each row that enters or leaves. Nothing is allocated once each count was asked
 * for. Memory: 1 bit a row for each filter, 2 for each filter that counts leave out, and for each indexed column at most
 * 4 bytes and 1 bit a row for each value that one row in 32 or more has.
 */
export class Crossfilter {
  readonly rowCount: number;
  readonly #days: Int32Array;
  readonly #sets: RowSets;
  readonly #filters: Filter[] = [];
  readonly #passing: RowMask;
  readonly #indexes = new Map<Column, ValueIndex>();
  readonly #codes = new Map<CodeColumn, Address>();
  readonly #valueCounts = new Map<Column, Map<RowMask, ValueCounts>>();
  readonly #codeCounts = new Map<Column, Map<RowMask, CodeCounts>>();
  readonly #valueSets = new Map<Column, RowSet[]>();
  readonly #bounds = new Map<Uint32Array, Address>();
  /** Scratch: a set, the rows of a set, and words for what is given to the kernels and comes back. */
  readonly #scratch: Address;
  #listed: Address = 0;
  #room: { address: Address; length: number } = { address: 0, length: 0 };

  /** `days` holds the day of each row, ascending; it is not copied. Throws RangeError when it descends. */
  constructor(days: Int32Array) {
    for (let row = 1; row < days.length; row++) {
      if ((days[row] ?? 0) < (days[row - 1] ?? 0))
        throw new RangeError(`Expected rows sorted by day, row ${row} is not`);
    }
    this.#days = days;
    this.rowCount = days.length;
    this.#sets = new RowSets(new BitMemory(EXPECTED_BYTES_A_ROW * days.length), days.length);
    this.#scratch = this.#sets.create();
    this.#passing = new RowMask(this.#sets, 0);
  }

  /** How many rows pass every filter. */
  get matched(): number {
    return this.#mask(undefined).count;
  }

  /** A number that differs whenever other rows pass every filter, or every filter but one. */
  stateOf(leaveOut?: FilterId): number {
    const { id, version } = this.#mask(leaveOut);
    return id * 2 ** 40 + version;
  }

  /**
   * The rows that moved since a state that `stateOf` told, so that what was counted then can follow them; null when they
   * are many, or when that was more than one change ago. Valid until a filter changes.
   */
  movesSince(state: number, leaveOut?: FilterId): RowMoves | null {
    const now = this.stateOf(leaveOut);
    if (state === now) return NO_MOVES;
    return state === now - 1 ? this.#mask(leaveOut).moves : null;
  }

  /** Whether a filter is in force: leaving out one that is not leaves the same rows. */
  isInForce(filter: FilterId): boolean {
    return this.#filter(filter).rows !== null;
  }

  /** How many rows pass every filter but one. */
  matchedWithout(filter: FilterId): number {
    return this.#mask(filter).count;
  }

  /** Bytes that the sets, lists and counts take beside the columns. */
  get byteLength(): number {
    return this.#sets.memory.bytes.length;
  }

  /** A new filter, at first without effect. */
  addFilter(): FilterId {
    this.#filters.push({ rows: null, set: 0, without: null });
    return this.#filters.length - 1;
  }

  /**
   * Lets rows pass whose code, or any code of whose list, is allowed (`allowed[code]` is 1). O(rows / 64) for each value
   * allowed of an indexed column, O(rows) for others.
   */
  allowCodes(filter: FilterId, column: Column, allowed: Uint8Array): void {
    if (allowed.length < column.cardinality) {
      throw new RangeError(`Expected ${column.cardinality} verdicts, got ${allowed.length}`);
    }
    const set = this.#emptySetOf(filter);
    const index = this.#indexOf(column);
    if (index) {
      for (let code = 0; code < column.cardinality; code++) if (allowed[code] === 1) index.addRows(code, set);
    } else if (column.kind === 'codes') {
      this.#judge(set, this.#codesOf(column), allowed);
    }
    this.#setRows(filter, { kind: 'set', set });
  }

  /** Lets the rows pass for which `allowed[row]` is 1, not 0. O(rows). */
  allowRows(filter: FilterId, allowed: Uint8Array): void {
    if (allowed.length !== this.rowCount)
      throw new RangeError(`Expected ${this.rowCount} verdicts, got ${allowed.length}`);
    const set = this.#emptySetOf(filter);
    this.#sets.fillFrom(set, allowed);
    this.#setRows(filter, { kind: 'set', set });
  }

  /** Lets rows pass from the first to the last day, both included. O(rows that enter or leave / 64). */
  allowDays(filter: FilterId, firstDay: number, lastDay: number): void {
    const from = this.firstRowAt(firstDay);
    this.#setRows(filter, { kind: 'range', from, to: Math.max(from, this.firstRowAt(lastDay + 1)) });
  }

  /** Lets every row pass. */
  clear(filter: FilterId): void {
    this.#setRows(filter, null);
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

  /** Whether a row passes every filter. */
  passes(row: number): boolean {
    return this.#sets.has(this.#mask(undefined).rows, row);
  }

  /** A bit for each row, 32 rows a word, 1 where it passes every filter: for loops over many rows. Valid until a filter changes or something new is asked for. */
  passingBits(): Uint32Array {
    const { rows } = this.#mask(undefined);
    return this.#sets.memory.words.subarray(rows / 4, rows / 4 + 2 * this.#sets.wordCount);
  }

  /** The first, or the last, row that passes every filter; null when none does. O(rows / 32) before the first or after the last. */
  outermostRow(last: boolean): number | null {
    const bits = this.passingBits();
    const step = last ? -1 : 1;
    for (let at = last ? bits.length - 1 : 0; at >= 0 && at < bits.length; at += step) {
      const word = bits[at] ?? 0;
      if (word !== 0) return 32 * at + 31 - Math.clz32(last ? word : word & -word);
    }
    return null;
  }

  /** The rows that pass every filter, or every filter but one, ascending; valid until the next call. O(rows / 64 + rows that pass). */
  collect(leaveOut?: FilterId): Uint32Array {
    const { memory, wordCount } = this.#sets;
    if (this.#listed === 0) this.#listed = memory.allocate(4 * this.rowCount);
    const length = memory.kernels.listRows(this.#mask(leaveOut).rows, 0, wordCount, this.#listed);
    return memory.words.subarray(this.#listed / 4, this.#listed / 4 + length);
  }

  /**
   * Counts of the rows that pass, without one filter if so asked, by the values of a column; lists have one slot more,
   * for rows without a value. Read only, and valid until a filter changes or something new is asked for. Asked for the first time it costs
   * O(rows), from then on what the change since costs.
   */
  counts(column: Column, leaveOut?: FilterId): Uint32Array {
    const mask = this.#mask(leaveOut);
    const index = this.#indexOf(column);
    if (index) {
      const known = keptBy(this.#valueCounts, column, mask, () => new ValueCounts(this.#sets, column, index, mask));
      known.update();
      return known.counts;
    }
    if (column.kind !== 'codes') throw new RangeError('Expected lists to be indexed');
    return this.#codeCountsOf(column, leaveOut).counts;
  }

  /** Like `counts`, row by row however few codes there are. */
  countCodes(column: CodeColumn, leaveOut?: FilterId): Uint32Array {
    return this.#codeCountsOf(column, leaveOut).counts;
  }

  /** Sums of `countCodes` over each `width` codes in turn. Valid as those are. O(codes) once for each change. */
  sumRuns(column: CodeColumn, width: number, leaveOut?: FilterId): Uint32Array {
    return this.#codeCountsOf(column, leaveOut).runSums(width);
  }

  /** Counts of some runs of `width` codes, by group and place in the run, written to `into`. O(codes in the runs). */
  groupRuns(column: CodeColumn, width: number, groups: RunGroups, into: Uint32Array): void {
    const counts = this.#codeCountsOf(column, undefined);
    const { from, groupCount, to } = groups;
    const length = width * groupCount;
    const room = this.#roomFor(length + 2 * from.length);
    const { words } = this.#sets.memory;
    const at = room / 4;
    words.fill(0, at, at + length);
    words.set(from, at + length);
    words.set(to, at + length + from.length);
    counts.groupRuns(width, room + 4 * length, from.length, room);
    into.set(words.subarray(at, at + length));
  }

  /**
   * Counts of the rows that pass in each of the ranges from `bounds[i]` up to, not including, `bounds[i + 1]`. The bounds
   * ascend and are kept: give the same array for the same bounds. Valid until the next call. O(rows / 64 + ranges).
   */
  countRanges(bounds: Uint32Array, { leaveOut, within = [] }: RangeCountOptions = {}): Uint32Array {
    const { memory, wordCount } = this.#sets;
    const length = Math.max(0, bounds.length - 1);
    const { rows } = this.#mask(leaveOut);
    const kept = this.#keptBounds(bounds);
    const into = this.#roomFor(length);
    let both = rows;
    const [last = rows, ...others] = within;
    if (others.length > 0) {
      both = this.#scratch;
      this.#sets.copy(both, rows, 0, wordCount);
      for (const other of others) memory.kernels.keepBoth(both, other, 0, wordCount);
    }
    memory.kernels.countRanges(both, last, kept, length, into);
    return memory.words.subarray(into / 4, into / 4 + length);
  }

  /** The rows that have a value, for `countRanges`: kept, 1 bit a row. */
  rowSet(column: Column, code: number): RowSet {
    const sets = this.#valueSets.get(column) ?? [];
    this.#valueSets.set(column, sets);
    const known = sets[code];
    if (known !== undefined) return known;
    const set = this.#sets.create();
    const index = this.#indexOf(column);
    if (!index) throw new RangeError(`Expected a column of at most ${MAX_INDEXED} values`);
    index.addRows(code, set);
    sets[code] = set;
    return set;
  }

  /** The set of the rows for which `allowed[row]` is 1, not 0: kept, 1 bit a row. */
  rowSetOf(allowed: Uint8Array): RowSet {
    const set = this.#sets.create();
    this.#sets.fillFrom(set, allowed);
    return set;
  }

  #codeCountsOf(column: CodeColumn, leaveOut: FilterId | undefined): CodeCounts {
    const mask = this.#mask(leaveOut);
    const known = keptBy(this.#codeCounts, column, mask, () => {
      return new CodeCounts(this.#sets, this.#codesOf(column), column.cardinality, mask);
    });
    known.update();
    return known;
  }

  /** The mask without a filter is the mask of all where that filter lets everything pass. */
  #mask(leaveOut: FilterId | undefined): RowMask {
    const left = leaveOut === undefined ? undefined : this.#filter(leaveOut);
    if (!left?.rows) {
      if (this.#passing.isStale) this.#passing.refresh(this.#rowsInForce(undefined));
      return this.#passing;
    }
    left.without ??= new RowMask(this.#sets, 1 + this.#filters.indexOf(left));
    if (left.without.isStale) left.without.refresh(this.#rowsInForce(left));
    return left.without;
  }

  #rowsInForce(leftOut: Filter | undefined): FilterRows[] {
    const inForce: FilterRows[] = [];
    for (const filter of this.#filters) if (filter !== leftOut && filter.rows) inForce.push(filter.rows);
    return inForce;
  }

  #filter(id: FilterId): Filter {
    const filter = this.#filters[id];
    if (!filter) throw new RangeError(`Expected a known filter, got ${id}`);
    return filter;
  }

  #emptySetOf(id: FilterId): Address {
    const filter = this.#filter(id);
    if (filter.set === 0) filter.set = this.#sets.create();
    else this.#sets.clear(filter.set, 0, this.#sets.wordCount);
    return filter.set;
  }

  /** Tells every mask that heeds the filter which rows may have changed. */
  #setRows(id: FilterId, rows: FilterRows | null): void {
    const filter = this.#filter(id);
    const old = filter.rows;
    filter.rows = rows;
    this.#touch(this.#passing, old, rows);
    for (const other of this.#filters) if (other !== filter && other.without) this.#touch(other.without, old, rows);
  }

  #touch(mask: RowMask, old: FilterRows | null, now: FilterRows | null): void {
    const [a, b] = [this.#asRange(old), this.#asRange(now)];
    if (!a || !b) {
      mask.touch(0, this.#sets.wordCount);
      return;
    }
    const words = (from: number, to: number) => {
      if (from < to) mask.touch(from >>> 6, Math.ceil(to / 64));
    };
    words(Math.min(a.from, b.from), Math.max(a.from, b.from));
    words(Math.min(a.to, b.to), Math.max(a.to, b.to));
  }

  #asRange(rows: FilterRows | null): { readonly from: number; readonly to: number } | null {
    if (!rows) return { from: 0, to: this.rowCount };
    return rows.kind === 'range' ? rows : null;
  }

  #indexOf(column: Column): ValueIndex | null {
    const known = this.#indexes.get(column);
    if (known) return known;
    if (column.kind === 'codes' && column.cardinality > MAX_INDEXED) return null;
    const index = new ValueIndex(this.#sets, column);
    this.#indexes.set(column, index);
    return index;
  }

  #codesOf(column: CodeColumn): Address {
    let address = this.#codes.get(column);
    if (address === undefined) {
      address = this.#sets.memory.copyWords(column.codes);
      this.#codes.set(column, address);
    }
    return address;
  }

  #judge(set: Address, codes: Address, allowed: Uint8Array): void {
    const { memory } = this.#sets;
    const verdicts = this.#roomFor(Math.ceil(allowed.length / 4));
    memory.bytes.set(allowed, verdicts);
    memory.kernels.judgeCodes(set, codes, verdicts, this.rowCount);
  }

  #keptBounds(bounds: Uint32Array): Address {
    let address = this.#bounds.get(bounds);
    if (address === undefined) {
      address = this.#sets.memory.copyWords(bounds);
      this.#bounds.set(bounds, address);
    }
    return address;
  }

  #roomFor(length: number): Address {
    if (length > this.#room.length) {
      const grown = Math.ceil(1.5 * length);
      this.#room = { address: this.#sets.memory.allocate(4 * grown), length: grown };
    }
    return this.#room.address;
  }
}

function keptBy<K, V>(maps: Map<Column, Map<K, V>>, column: Column, key: K, create: () => V): V {
  let map = maps.get(column);
  if (!map) {
    map = new Map();
    maps.set(column, map);
  }
  let value = map.get(key);
  if (!value) {
    value = create();
    map.set(key, value);
  }
  return value;
}
