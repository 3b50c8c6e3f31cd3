import type { RunGroups } from '@corridor/crossfilter';

/** In no group. */
export const NO_GROUP = -1;

/** Places in groups: those in the cell of a map, say. A place is in one group at most. */
export class PlaceGroups implements RunGroups {
  readonly groupCount: number;
  /** Places and their groups, by group, then place. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The places of group g are `from[offsets[g]]` up to, not including, `from[offsets[g + 1]]`. */
  readonly offsets: Uint32Array;
  readonly #groupOf: Int32Array;

  /** `groupOf` is by place, NO_GROUP for those in none; it is taken over. O(places). */
  constructor(groupOf: Int32Array, groupCount: number) {
    this.groupCount = groupCount;
    this.#groupOf = groupOf;
    this.offsets = new Uint32Array(groupCount + 1);
    for (const group of groupOf) if (group !== NO_GROUP) this.offsets[group + 1] = (this.offsets[group + 1] ?? 0) + 1;
    for (let g = 0; g < groupCount; g++) this.offsets[g + 1] = (this.offsets[g + 1] ?? 0) + (this.offsets[g] ?? 0);
    const next = this.offsets.slice();
    this.from = new Uint32Array(this.offsets[groupCount] ?? 0);
    this.to = new Uint32Array(this.from.length);
    groupOf.forEach((group, place) => {
      if (group === NO_GROUP) return;
      const at = next[group] ?? 0;
      this.from[at] = place;
      this.to[at] = group;
      next[group] = at + 1;
    });
  }

  /** The group of a place, or NO_GROUP. */
  groupOf(place: number): number {
    return this.#groupOf[place] ?? NO_GROUP;
  }
}
