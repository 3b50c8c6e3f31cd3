import type { DistanceInterval } from '@corridor/geography';
import { INSIDE, OUTSIDE, POSSIBLE } from './relation-codes.ts';

/**
 * Distances of one site or route from all places that may lie within a reach, computed once for every radius up to
 * that reach: a radius that is dragged costs a comparison for each of them. 20 bytes each.
 */
export class NearPlaces {
  readonly reachKm: number;
  readonly #places: Uint32Array;
  readonly #minKm: Float64Array;
  readonly #maxKm: Float64Array;

  /** `places` are those whose distance may be `reachKm` or less, and `distances` theirs, in the same order. */
  constructor(reachKm: number, places: readonly number[], distances: readonly DistanceInterval[]) {
    this.reachKm = reachKm;
    this.#places = Uint32Array.from(places);
    this.#minKm = Float64Array.from(distances, ({ minKm }) => minKm);
    this.#maxKm = Float64Array.from(distances, ({ maxKm }) => maxKm);
  }

  /** Visits the places that lie inside a radius of at most `reachKm`, or may. */
  eachWithin(radiusKm: number, visit: (place: number, relation: number) => void): void {
    for (let i = 0; i < this.#places.length; i++) {
      const relation = this.#relation(i, radiusKm);
      if (relation !== OUTSIDE) visit(this.#places[i] ?? 0, relation);
    }
  }

  /** Sums what places count: certainly inside a radius of at most `reachKm`, and possibly. */
  sumWithin(radiusKm: number, counts: Uint32Array): { readonly inside: number; readonly possible: number } {
    let [inside, possible] = [0, 0];
    for (let i = 0; i < this.#places.length; i++) {
      const relation = this.#relation(i, radiusKm);
      if (relation === INSIDE) inside += counts[this.#places[i] ?? 0] ?? 0;
      else if (relation === POSSIBLE) possible += counts[this.#places[i] ?? 0] ?? 0;
    }
    return { inside, possible };
  }

  /** As `relationToRadius` has it, without an object for each place. */
  #relation(index: number, radiusKm: number): number {
    if ((this.#maxKm[index] ?? 0) <= radiusKm) return INSIDE;
    return (this.#minKm[index] ?? 0) > radiusKm ? OUTSIDE : POSSIBLE;
  }
}
