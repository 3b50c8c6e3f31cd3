import type { FilterPart } from './dimensions.ts';
import type { IncidentCube } from './incident-cube.ts';
import { moveCounts } from './place-value-counts.ts';

/**
 * Rows that pass, certainly and possibly within each site's or route's own radius or another, in the order of the
 * portfolio. O(places within each); where few rows moved and the radius stayed O(rows that moved).
 */
export class NearCounts {
  readonly inside: Float64Array;
  readonly possible: Float64Array;
  readonly #cube: IncidentCube;
  readonly #kind: 'site' | 'route';
  readonly #leaveOut: FilterPart | undefined;
  #radiusKm: number | undefined;
  #state = Number.NaN;

  constructor(cube: IncidentCube, kind: 'site' | 'route', leaveOut: FilterPart | undefined) {
    const { routes, sites } = cube.geography;
    const { length } = kind === 'site' ? sites : routes;
    this.inside = new Float64Array(length + 1);
    this.possible = new Float64Array(length + 1);
    this.#cube = cube;
    this.#kind = kind;
    this.#leaveOut = leaveOut;
  }

  /** Brings the counts to the rows that pass and to a radius, or each one's own. */
  update(radiusKm: number | undefined): void {
    const cube = this.#cube;
    const leaveOut = this.#leaveOut && cube.filterOf(this.#leaveOut);
    const moves = radiusKm === this.#radiusKm ? cube.crossfilter.movesSince(this.#state, leaveOut) : null;
    this.#radiusKm = radiusKm;
    this.#state = cube.crossfilter.stateOf(leaveOut);
    if (moves?.length === 0) return;
    if (!moves) {
      cube.places.sumNear(this.#kind, radiusKm, cube.countPlaceTotals(this.#leaveOut), this.inside, this.possible);
      return;
    }
    const { column, possible } = cube.dimension(this.#kind, radiusKm);
    const { place } = cube.table.columns;
    moveCounts(this.inside, column, moves, place);
    if (possible) moveCounts(this.possible, possible, moves, place);
  }
}
