import type { GroupCount } from '@corridor/domain';

/** Rows are moved to their places one step at a time, as counts seldom change their order; after so many steps a row, all are sorted. */
const STEPS_A_ROW = 4;

/**
 * The values of a dimension with their counts: most first, then by key, none last and only where it occurs. What was
 * handed out is never changed: rows whose counts differ are new objects in a new list, the others are those handed out
 * before, and the list itself is when nothing changed. O(values) comparisons of numbers; a row that changed costs the
 * places that it moves.
 */
export class GroupList {
  readonly #hasNone: boolean;
  /** Numbers by code, as they are in the list. */
  readonly #counts: Float64Array;
  readonly #possible: Float64Array;
  /** Codes and their ranks: the alphabetical order of the values, then none. */
  readonly #codes: Uint32Array;
  readonly #ranks: Uint32Array;
  /** All rows as they are sorted, none included; their counts and ranks; and by rank where they stand. */
  readonly #rows: GroupCount[];
  readonly #sorted: Float64Array;
  readonly #order: Uint32Array;
  readonly #places: Uint32Array;
  /** Scratch: ranks of rows that changed, and keys to sort by. */
  readonly #changed: Uint32Array;
  readonly #keys: Float64Array;
  #list: readonly GroupCount[];

  constructor(values: readonly string[], countsNone: boolean) {
    const codes = [...values.keys()].sort((a, b) => ((values[a] ?? '') < (values[b] ?? '') ? -1 : 1));
    if (countsNone) codes.push(values.length);
    const size = codes.length;
    this.#hasNone = countsNone;
    this.#counts = new Float64Array(size);
    this.#possible = new Float64Array(size);
    this.#codes = Uint32Array.from(codes);
    this.#ranks = new Uint32Array(size);
    codes.forEach((code, rank) => {
      this.#ranks[code] = rank;
    });
    this.#rows = codes.map((code) => ({ key: values[code] ?? null, count: 0, possible: 0 }));
    this.#sorted = new Float64Array(size);
    this.#order = Uint32Array.from(codes.keys());
    this.#places = this.#order.slice();
    this.#changed = new Uint32Array(size);
    this.#keys = new Float64Array(size);
    this.#list = this.#shown();
  }

  /** The list for counts by code; code `values.length` stands for none. */
  update(counts: ArrayLike<number>, possible?: ArrayLike<number>): readonly GroupCount[] {
    const changed = this.#findChanged(counts, possible);
    if (changed === 0) return this.#list;
    for (let i = 0; i < changed; i++) this.#renew(this.#changed[i] ?? 0);
    if (!this.#settle()) this.#sort();
    this.#list = this.#shown();
    return this.#list;
  }

  #findChanged(counts: ArrayLike<number>, possible: ArrayLike<number> | undefined): number {
    let changed = 0;
    for (let code = 0; code < this.#counts.length; code++) {
      const count = counts[code] ?? 0;
      const perhaps = possible ? (possible[code] ?? 0) : 0;
      if (count === this.#counts[code] && perhaps === this.#possible[code]) continue;
      this.#counts[code] = count;
      this.#possible[code] = perhaps;
      this.#changed[changed++] = this.#ranks[code] ?? 0;
    }
    return changed;
  }

  #renew(rank: number): void {
    const place = this.#places[rank] ?? 0;
    const code = this.#codes[rank] ?? 0;
    const key = this.#rows[place]?.key ?? null;
    const count = this.#counts[code] ?? 0;
    this.#rows[place] = { key, count, possible: this.#possible[code] ?? 0 };
    this.#sorted[place] = count;
  }

  /** By insertion: O(values), and the places that rows move. Returns false, with some of them moved, when these are many. */
  #settle(): boolean {
    let steps = STEPS_A_ROW * this.#rows.length;
    for (let place = 1; place < this.#rows.length; place++) {
      if (!this.#isBefore(place, place - 1)) continue;
      const row = this.#rows[place];
      const rank = this.#order[place] ?? 0;
      if (!row) continue;
      let at = place;
      do {
        const other = this.#rows[at - 1];
        if (other) this.#put(this.#order[at - 1] ?? 0, other, at);
        at--;
        steps--;
      } while (at > 0 && this.#goesBefore(row.count, rank, at - 1));
      this.#put(rank, row, at);
      if (steps < 0) return false;
    }
    return true;
  }

  #isBefore(first: number, second: number): boolean {
    return this.#goesBefore(this.#sorted[first] ?? 0, this.#order[first] ?? 0, second);
  }

  #goesBefore(count: number, rank: number, place: number): boolean {
    const other = this.#sorted[place] ?? 0;
    return count > other || (count === other && rank < (this.#order[place] ?? 0));
  }

  #put(rank: number, row: GroupCount, place: number): void {
    this.#rows[place] = row;
    this.#sorted[place] = row.count;
    this.#order[place] = rank;
    this.#places[rank] = place;
  }

  /** By numbers that are less the more there are, and among equals the less the rank, which they exceed a multiple by. */
  #sort(): void {
    const size = this.#rows.length;
    const rows = this.#rows.slice();
    const places = this.#places.slice();
    for (let rank = 0; rank < size; rank++)
      this.#keys[rank] = rank - size * (this.#counts[this.#codes[rank] ?? 0] ?? 0);
    this.#keys.sort();
    for (let place = 0; place < size; place++) {
      const key = this.#keys[place] ?? 0;
      const rank = key - Math.floor(key / size) * size;
      const row = rows[places[rank] ?? 0];
      if (row) this.#put(rank, row, place);
    }
  }

  /** None is the last of all where there is none. */
  #shown(): readonly GroupCount[] {
    const isHidden = this.#hasNone && this.#counts[this.#counts.length - 1] === 0;
    return this.#rows.slice(0, this.#rows.length - (isHidden ? 1 : 0));
  }
}
