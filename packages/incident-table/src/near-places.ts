import type { DistanceInterval } from '@corridor/geography';
import { INSIDE, POSSIBLE } from './relation-codes.ts';

/**
 * Distances of one site or route from all places that may lie within a reach, computed once for every radius up to
 * that reach: a radius that is dragged costs a comparison for each of them. 20 bytes each.
 */
export class NearPlaces {
  readonly reachKm: number;
  /** Nearest first, so that a radius reaches a beginning of the list. */
  readonly #places: Uint32Array;
  readonly #minKm: Float64Array;
  readonly #maxKm: Float64Array;

  /** `places` are those whose distance may be `reachKm` or less, and `distances` theirs, in the same order. */
  constructor(reachKm: number, places: readonly number[], distances: readonly DistanceInterval[]) {
    this.reachKm = reachKm;
    const minOf = (index: number) => distances[index]?.minKm ?? 0;
    const order = Uint32Array.from(places.keys()).sort((a, b) => minOf(a) - minOf(b));
    this.#places = Uint32Array.from(order, (index) => places[index] ?? 0);
    this.#minKm = Float64Array.from(order, minOf);
    this.#maxKm = Float64Array.from(order, (index) => distances[index]?.maxKm ?? 0);
  }

  /** Visits the places that lie inside a radius of at most `reachKm`, or may. */
  eachWithin(radiusKm: number, visit: (place: number, relation: number) => void): void {
    const reached = this.#countReached(radiusKm);
    for (let i = 0; i < reached; i++) visit(this.#places[i] ?? 0, this.#relation(i, radiusKm));
  }

  /** Visits the places whose least distance is no more than a radius of at most `reachKm`. */
  eachReached(radiusKm: number, visit: (place: number, minKm: number, maxKm: number) => void): void {
    const reached = this.#countReached(radiusKm);
    for (let i = 0; i < reached; i++) visit(this.#places[i] ?? 0, this.#minKm[i] ?? 0, this.#maxKm[i] ?? 0);
  }

  /** Sums what places count: certainly inside a radius of at most `reachKm`, and possibly, into `at` of each. */
  sumWithin(radiusKm: number, counts: Uint32Array, insides: Float64Array, possibles: Float64Array, at: number): void {
    const reached = this.#countReached(radiusKm);
    let inside = 0;
    let possible = 0;
    for (let i = 0; i < reached; i++) {
      const count = counts[this.#places[i] ?? 0] ?? 0;
      if ((this.#maxKm[i] ?? 0) <= radiusKm) inside += count;
      else possible += count;
    }
    insides[at] = inside;
    possibles[at] = possible;
  }

  /** Of a place that is reached, as `relationToRadius` has it. */
  #relation(index: number, radiusKm: number): number {
    return (this.#maxKm[index] ?? 0) <= radiusKm ? INSIDE : POSSIBLE;
  }

  /** How many places have a least distance of no more than a radius. */
  #countReached(radiusKm: number): number {
    let low = 0;
    let high = this.#minKm.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#minKm[middle] ?? 0) <= radiusKm) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
