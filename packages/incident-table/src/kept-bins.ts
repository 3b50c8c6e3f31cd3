import type { RowMoves } from '@corridor/crossfilter';
import { type IncidentCube, TYPE_COUNT } from './incident-cube.ts';
import { NO_GROUP, type PlaceGroups } from './place-groups.ts';

/** An incident to leave out, which passes the filter. */
export interface Excluded {
  readonly row: number;
  readonly place: number;
  readonly type: number;
}

/** What the bin of a group is made from. */
export interface BinSource {
  readonly group: number;
  /** How many incidents there are, of all types and of each. */
  readonly count: number;
  readonly byType: readonly number[];
  /** By place, the excluded included. */
  readonly byPlace: Uint32Array;
  readonly excluded: Excluded | null;
}

/** How bins are made, and who is told what changes between. */
export interface BinMaker<T> {
  make(source: BinSource): T;
  /** Whether a bin of so many incidents depends on them alone. */
  isLasting(count: number): boolean;
  /** Any place may hold other incidents than before. */
  forget?(): void;
  /** A place of a group holds `now` incidents, `more` than before. */
  change?(group: number, place: number, more: number, now: number): void;
}

/**
 * Bins of groups of places. A bin is made anew when an incident entered or left its group; the others are those that were
 * handed out before, and so is the list when no bin is new. O(places) where many rows moved, else O(rows that moved) and
 * what bins take to be made.
 */
export class KeptBins<T> {
  readonly #cube: IncidentCube;
  readonly #groups: PlaceGroups;
  readonly #maker: BinMaker<T>;
  readonly #byType: Uint32Array;
  /** By group; null without incidents. */
  readonly #bins: (T | null)[];
  /** Groups whose bins have to be made anew, each once, and 1 by group where it is among them. */
  #stale: number[] = [];
  readonly #isStale: Uint8Array;
  /** Scratch, by place: how many more incidents it has than before. All 0 between uses; null where the maker is not told. */
  readonly #more: Int32Array | null;
  #list: readonly T[] = [];
  #state = Number.NaN;

  constructor(cube: IncidentCube, groups: PlaceGroups, maker: BinMaker<T>) {
    this.#cube = cube;
    this.#groups = groups;
    this.#maker = maker;
    this.#byType = new Uint32Array(groups.groupCount * TYPE_COUNT);
    this.#bins = new Array<T | null>(groups.groupCount).fill(null);
    this.#isStale = new Uint8Array(groups.groupCount);
    this.#more = maker.change ? new Int32Array(cube.places.count) : null;
  }

  /** The bins that hold incidents, in the order of their groups. */
  list(excluded: Excluded | null): readonly T[] {
    const { crossfilter } = this.#cube;
    const moves = crossfilter.movesSince(this.#state);
    this.#state = crossfilter.stateOf();
    if (!moves) this.#countAll();
    else if (moves.length > 0) this.#follow(moves);
    if (this.#stale.length > 0) this.#renew();
    const group = excluded ? this.#groups.groupOf(excluded.place) : NO_GROUP;
    return excluded && group !== NO_GROUP ? this.#listWithout(excluded, group) : this.#list;
  }

  #renew(): void {
    const stale = this.#stale;
    this.#stale = [];
    const byPlace = this.#cube.countPlaceTotals();
    for (const group of stale) {
      const { bin, count } = this.#bin(group, byPlace, null);
      this.#bins[group] = bin;
      this.#isStale[group] = 0;
      if (!this.#maker.isLasting(count)) this.#addStale(group);
    }
    this.#list = withoutNull(this.#bins);
  }

  #listWithout(excluded: Excluded, group: number): readonly T[] {
    const bins = [...this.#bins];
    bins[group] = this.#bin(group, this.#cube.countPlaceTotals(), excluded).bin;
    return withoutNull(bins);
  }

  #countAll(): void {
    this.#cube.countPlaceGroups(this.#groups, this.#byType);
    for (let group = 0; group < this.#bins.length; group++) this.#addStale(group);
    this.#maker.forget?.();
  }

  #follow(moves: RowMoves): void {
    const { place: places, type } = this.#cube.table.columns;
    const more = this.#more;
    for (let i = 0; i < moves.length; i++) {
      const moved = moves.rows[i] ?? 0;
      const row = moved < 0 ? ~moved : moved;
      const place = places.codes[row] ?? 0;
      const group = this.#groups.groupOf(place);
      if (group === NO_GROUP) continue;
      const at = group * TYPE_COUNT + (type.codes[row] ?? 0);
      const by = moved < 0 ? -1 : 1;
      this.#byType[at] = (this.#byType[at] ?? 0) + by;
      if (more) more[place] = (more[place] ?? 0) + by;
      this.#addStale(group);
    }
    if (more) this.#tellPlaces(moves, more);
  }

  /** Which places hold more incidents than before, or fewer. */
  #tellPlaces({ length, rows }: RowMoves, more: Int32Array): void {
    const { codes } = this.#cube.table.columns.place;
    const byPlace = this.#cube.countPlaceTotals();
    for (let i = 0; i < length; i++) {
      const moved = rows[i] ?? 0;
      const place = codes[moved < 0 ? ~moved : moved] ?? 0;
      const by = more[place] ?? 0;
      if (by === 0) continue;
      more[place] = 0;
      this.#maker.change?.(this.#groups.groupOf(place), place, by, byPlace[place] ?? 0);
    }
  }

  #addStale(group: number): void {
    if (this.#isStale[group] === 1) return;
    this.#isStale[group] = 1;
    this.#stale.push(group);
  }

  #bin(group: number, byPlace: Uint32Array, excluded: Excluded | null): { bin: T | null; count: number } {
    const byType: number[] = [];
    let count = 0;
    for (let type = 0; type < TYPE_COUNT; type++) {
      const ofType = (this.#byType[group * TYPE_COUNT + type] ?? 0) - (excluded?.type === type ? 1 : 0);
      byType.push(ofType);
      count += ofType;
    }
    return { bin: count === 0 ? null : this.#maker.make({ group, count, byType, byPlace, excluded }), count };
  }
}

function withoutNull<T>(bins: readonly (T | null)[]): readonly T[] {
  const found: T[] = [];
  for (const bin of bins) if (bin !== null) found.push(bin);
  return found;
}
