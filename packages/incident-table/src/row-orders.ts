import { foldText, type Sort, type SortKey } from '@corridor/domain';
import { TOLL_WIDTH, UNKNOWN_TOLL } from './incident-columns.ts';
import type { IncidentTable } from './incident-table.ts';

/** Rank of a row that has no value to sort by: last in either direction. */
const NO_RANK = -1;

/**
 * All rows in each order that was asked for. An order costs O(rows) and 4 bytes a row when first asked for; by title
 * O(n log n), about 6 µs a row.
 */
export class RowOrders {
  readonly #table: IncidentTable;
  readonly #orders = new Map<string, Uint32Array>();

  constructor(table: IncidentTable) {
    this.#table = table;
  }

  /** Rows by a key; ties by date (newest first), then id; rows without a value last. Read only. */
  order({ by, descending }: Sort): Uint32Array {
    const key = `${by} ${descending}`;
    const known = this.#orders.get(key);
    if (known) return known;
    const order = by === 'date' ? this.#byDate(descending) : this.#byRank(by, descending);
    this.#orders.set(key, order);
    return order;
  }

  #byDate(descending: boolean): Uint32Array {
    const { startDay } = this.#table.columns;
    const order = Uint32Array.from({ length: this.#table.rowCount }, (_, row) => row);
    if (!descending) return order;
    order.reverse();
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && startDay[order[to] ?? 0] === startDay[order[from] ?? 0]) to++;
      order.subarray(from, to).reverse();
      from = to;
    }
    return order;
  }

  /** A stable counting sort of the rows by date. */
  #byRank(by: Exclude<SortKey, 'date'>, descending: boolean): Uint32Array {
    const newestFirst = this.order({ by: 'date', descending: true });
    const { ranks, count } = ranksOf(this.#table, by);
    const slotOf = (rank: number) => (rank === NO_RANK ? count : descending ? count - 1 - rank : rank);
    const next = new Uint32Array(count + 2);
    for (const rank of ranks) next[slotOf(rank) + 1] = (next[slotOf(rank) + 1] ?? 0) + 1;
    for (let slot = 1; slot < next.length; slot++) next[slot] = (next[slot] ?? 0) + (next[slot - 1] ?? 0);
    const order = new Uint32Array(newestFirst.length);
    for (const row of newestFirst) {
      const slot = slotOf(ranks[row] ?? NO_RANK);
      const at = next[slot] ?? 0;
      order[at] = row;
      next[slot] = at + 1;
    }
    return order;
  }
}

interface Ranks {
  readonly ranks: Int32Array;
  readonly count: number;
}

function ranksOf(table: IncidentTable, by: Exclude<SortKey, 'date'>): Ranks {
  const { columns, rowCount } = table;
  const byRow = (rankOf: (row: number) => number) => new Int32Array(rowCount).map((_, row) => rankOf(row));
  switch (by) {
    case 'severity':
    case 'targetType':
    case 'grade': {
      const column = columns[by];
      return { ranks: byRow((row) => column.codes[row] ?? 0), count: column.cardinality };
    }
    case 'killed':
    case 'wounded':
      return tollRanks(table, by === 'killed' ? 1 : 4);
    case 'title':
      return textRanks(
        byRow((row) => row),
        Array.from({ length: rowCount }, (_, row) => columns.title.at(row)),
      );
    case 'district': {
      const { district } = columns.places;
      return textRanks(
        byRow((row) => district[columns.place.codes[row] ?? 0] ?? 0),
        columns.districts,
      );
    }
    case 'actor': {
      const { offsets, values } = columns.actors;
      const first = (row: number) =>
        offsets[row] === offsets[row + 1] ? columns.actorNames.length : (values[offsets[row] ?? 0] ?? 0);
      return textRanks(byRow(first), columns.actorNames);
    }
  }
}

/** Ranks of codes by their text, case and accents set aside; a code beyond the texts has none. */
function textRanks(codes: Int32Array, texts: readonly string[]): Ranks {
  const folded = texts.map(foldText);
  const order = Uint32Array.from(folded.keys()).sort((a, b) => {
    const [first = '', second = ''] = [folded[a], folded[b]];
    return first < second ? -1 : first > second ? 1 : 0;
  });
  const rankOf = new Int32Array(texts.length);
  let rank = -1;
  order.forEach((code, index) => {
    if (index === 0 || folded[code] !== folded[order[index - 1] ?? 0]) rank++;
    rankOf[code] = rank;
  });
  return { ranks: codes.map((code) => rankOf[code] ?? NO_RANK), count: rank + 1 };
}

/** `offset` is the place of the figure among the TOLL_WIDTH of a toll. */
function tollRanks(table: IncidentTable, offset: number): Ranks {
  const { toll, tolls } = table.columns;
  const figureOf = (code: number) => tolls[code * TOLL_WIDTH + offset] ?? UNKNOWN_TOLL;
  const figures = new Set<number>();
  for (let code = 0; code < toll.cardinality; code++) if (figureOf(code) !== UNKNOWN_TOLL) figures.add(figureOf(code));
  const rankOf = new Map([...figures].sort((a, b) => a - b).map((figure, rank) => [figure, rank]));
  return { ranks: Int32Array.from(toll.codes, (code) => rankOf.get(figureOf(code)) ?? NO_RANK), count: rankOf.size };
}
