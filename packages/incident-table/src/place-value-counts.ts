import type { CodeColumn, Crossfilter, FilterId, ListColumn, RowMoves } from '@corridor/crossfilter';

/**
 * Counts by the values of places among the rows that pass, without one filter if so asked; lists have one slot more, for
 * places without a value. O(rows that moved) where they are few, else O(places).
 */
export class PlaceValueCounts {
  readonly counts: Float64Array;
  readonly #column: CodeColumn | ListColumn;
  #state = Number.NaN;

  constructor(column: CodeColumn | ListColumn) {
    this.#column = column;
    this.counts = new Float64Array(column.cardinality + 1);
  }

  /** `places` are by row; `countPlaces` gives the rows that pass by place. */
  update(
    crossfilter: Crossfilter,
    places: CodeColumn,
    countPlaces: () => Uint32Array,
    leaveOut: FilterId | undefined,
  ): void {
    const moves = crossfilter.movesSince(this.#state, leaveOut);
    this.#state = crossfilter.stateOf(leaveOut);
    if (moves) moveCounts(this.counts, this.#column, moves, places);
    else {
      this.counts.fill(0);
      spreadCounts(this.counts, this.#column, countPlaces());
    }
  }
}

/** Adds one for each row that entered, and takes one off for each that left, to the counts of the values of its place. */
export function moveCounts(
  counts: Float64Array,
  column: CodeColumn | ListColumn,
  { length, rows }: RowMoves,
  places: CodeColumn,
): void {
  for (let i = 0; i < length; i++) {
    const moved = rows[i] ?? 0;
    addToValues(counts, column, places.codes[moved < 0 ? ~moved : moved] ?? 0, moved < 0 ? -1 : 1);
  }
}

/** Adds the counts of places to those of their values. */
function spreadCounts(counts: Float64Array, column: CodeColumn | ListColumn, byPlace: Uint32Array): void {
  const codes = column.kind === 'codes' ? column.codes : null;
  for (let place = 0; place < byPlace.length; place++) {
    const count = byPlace[place] ?? 0;
    if (count === 0) continue;
    if (codes) counts[codes[place] ?? 0] = (counts[codes[place] ?? 0] ?? 0) + count;
    else addToValues(counts, column, place, count);
  }
}

function addToValues(counts: Float64Array, column: CodeColumn | ListColumn, place: number, by: number): void {
  if (column.kind === 'codes') {
    const code = column.codes[place] ?? 0;
    counts[code] = (counts[code] ?? 0) + by;
    return;
  }
  const end = column.offsets[place + 1] ?? 0;
  let k = column.offsets[place] ?? 0;
  if (k === end) counts[column.cardinality] = (counts[column.cardinality] ?? 0) + by;
  for (; k < end; k++) {
    const code = column.values[k] ?? 0;
    counts[code] = (counts[code] ?? 0) + by;
  }
}
