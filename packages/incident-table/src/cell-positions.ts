import { type BBox, degreeParts, meanDegrees } from '@corridor/domain';
import type { PlaceGeometry } from './place-geometry.ts';
import type { PlaceGroups } from './place-groups.ts';

/** Numbers kept for a cell: sums of longitudes and latitudes in two exact parts each, then west, south, east and north. */
const WIDTH = 8;
const BOX = 4;

/**
 * Where the incidents of cells are: their mean position, and the box round their places. Incidents that come or go cost
 * an addition for each place; a place at the edge of its box that holds none any more a look at all places of the cell.
 */
export class CellPositions {
  readonly #groups: PlaceGroups;
  readonly #longitude: Float64Array;
  readonly #latitude: Float64Array;
  readonly #parts: Float64Array;
  readonly #cells: Float64Array;
  /** 1 where all of a cell has to be looked at anew. */
  readonly #isStale: Uint8Array;

  /** `parts` are those of `partsOfPositions`. */
  constructor({ latitude, longitude }: PlaceGeometry, groups: PlaceGroups, parts: Float64Array) {
    this.#groups = groups;
    this.#longitude = longitude;
    this.#latitude = latitude;
    this.#parts = parts;
    this.#cells = new Float64Array(WIDTH * groups.groupCount);
    this.#isStale = new Uint8Array(groups.groupCount).fill(1);
  }

  /** Any place may hold other incidents than before. */
  forget(): void {
    this.#isStale.fill(1);
  }

  /** A place of a cell holds `now` incidents, `more` than before. */
  change(cell: number, place: number, more: number, now: number): void {
    if (this.#isStale[cell] === 1) return;
    this.#add(cell, place, more);
    if (now === more) this.#extend(cell, place);
    else if (now === 0 && this.#isAtEdge(cell, place)) this.#isStale[cell] = 1;
  }

  /** Brings a cell to how many incidents places hold, `without` one of those of a place if so asked. */
  update(cell: number, byPlace: Uint32Array, without?: number): void {
    if (this.#isStale[cell] === 0 && without === undefined) return;
    const { from, offsets } = this.#groups;
    const end = offsets[cell + 1] ?? 0;
    const at = WIDTH * cell;
    this.#cells.fill(0, at, at + BOX);
    this.#cells.fill(Infinity, at + BOX, at + BOX + 2);
    this.#cells.fill(-Infinity, at + BOX + 2, at + WIDTH);
    for (let i = offsets[cell] ?? 0; i < end; i++) {
      const place = from[i] ?? 0;
      const count = (byPlace[place] ?? 0) - (place === without ? 1 : 0);
      if (count === 0) continue;
      this.#add(cell, place, count);
      this.#extend(cell, place);
    }
    this.#isStale[cell] = without === undefined ? 0 : 1;
  }

  /** The mean of so many incidents, which are all that the cell holds. */
  mean(cell: number, count: number): { readonly longitude: number; readonly latitude: number } {
    const at = WIDTH * cell;
    return { longitude: this.#mean(at, count), latitude: this.#mean(at + 2, count) };
  }

  extent(cell: number): BBox {
    const at = WIDTH * cell + BOX;
    const cells = this.#cells;
    return [cells[at] ?? 0, cells[at + 1] ?? 0, cells[at + 2] ?? 0, cells[at + 3] ?? 0];
  }

  #mean(at: number, count: number): number {
    return meanDegrees(this.#cells[at] ?? 0, this.#cells[at + 1] ?? 0, count);
  }

  #add(cell: number, place: number, count: number): void {
    const at = WIDTH * cell;
    const cells = this.#cells;
    const parts = this.#parts;
    for (let part = 0; part < BOX; part++)
      cells[at + part] = (cells[at + part] ?? 0) + count * (parts[4 * place + part] ?? 0);
  }

  #extend(cell: number, place: number): void {
    const at = WIDTH * cell + BOX;
    const cells = this.#cells;
    const longitude = this.#longitude[place] ?? 0;
    const latitude = this.#latitude[place] ?? 0;
    if (longitude < (cells[at] ?? 0)) cells[at] = longitude;
    if (latitude < (cells[at + 1] ?? 0)) cells[at + 1] = latitude;
    if (longitude > (cells[at + 2] ?? 0)) cells[at + 2] = longitude;
    if (latitude > (cells[at + 3] ?? 0)) cells[at + 3] = latitude;
  }

  #isAtEdge(cell: number, place: number): boolean {
    const at = WIDTH * cell + BOX;
    const longitude = this.#longitude[place];
    const latitude = this.#latitude[place];
    const [west, south, east, north] = [this.#cells[at], this.#cells[at + 1], this.#cells[at + 2], this.#cells[at + 3]];
    return longitude === west || latitude === south || longitude === east || latitude === north;
  }
}

/** The two parts of each place's longitude, then of its latitude: 32 bytes a place. O(places). */
export function partsOfPositions({ count, latitude, longitude }: PlaceGeometry): Float64Array {
  const parts = new Float64Array(4 * count);
  for (let place = 0; place < count; place++) {
    parts.set(degreeParts(longitude[place] ?? 0), 4 * place);
    parts.set(degreeParts(latitude[place] ?? 0), 4 * place + 2);
  }
  return parts;
}
