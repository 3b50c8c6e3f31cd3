import type { BinCell, IncidentSummary } from '@corridor/domain';
import { CellPositions } from './cell-positions.ts';
import type { IncidentCube } from './incident-cube.ts';
import type { BinMaker, BinSource, Excluded } from './kept-bins.ts';
import type { PlaceGroups } from './place-groups.ts';

/** Makes cells of a map from groups of places. For a cell of one incident also O(incidents at its place). */
export class CellMaker implements BinMaker<BinCell> {
  readonly #cube: IncidentCube;
  readonly #groups: PlaceGroups;
  readonly #positions: CellPositions;

  /** `parts` are those of `partsOfPositions`. */
  constructor(cube: IncidentCube, groups: PlaceGroups, parts: Float64Array) {
    this.#cube = cube;
    this.#groups = groups;
    this.#positions = new CellPositions(cube.places, groups, parts);
  }

  /** Texts that are not at hand yet are looked for each time. */
  isLasting(count: number): boolean {
    return count !== 1 || this.#cube.holdsTexts;
  }

  forget(): void {
    this.#positions.forget();
  }

  change(group: number, place: number, more: number, now: number): void {
    this.#positions.change(group, place, more, now);
  }

  make({ byPlace, byType, count, excluded, group }: BinSource): BinCell {
    this.#positions.update(group, byPlace, excluded?.place);
    const { latitude, longitude } = this.#positions.mean(group, count);
    const only = count === 1 ? this.#only(group, byPlace, excluded) : null;
    return { longitude, latitude, count, byType, only, extent: this.#positions.extent(group) };
  }

  #only(group: number, byPlace: Uint32Array, excluded: Excluded | null): IncidentSummary | null {
    const { from, offsets } = this.#groups;
    const { crossfilter } = this.#cube;
    for (const place of from.subarray(offsets[group], offsets[group + 1])) {
      if ((byPlace[place] ?? 0) === 0) continue;
      for (const row of this.#cube.rowsAt(place)) {
        if (crossfilter.passes(row) && row !== excluded?.row) return this.#cube.summary(row);
      }
    }
    return null;
  }
}
