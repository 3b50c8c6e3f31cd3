import type { ByteColumn, RowCodes, RowLists } from './assemble-columns.ts';
import type { TextColumn } from './incident-columns.ts';

/**
 * Rows by (start day, id), as a table wants them. Rows that are sorted already stay where they are: O(rows), about
 * 1 µs each for reading the ids; others O(n log n). Throws RangeError on a repeated id within a day.
 */
export function sortRows(rows: RowCodes): RowCodes {
  const order = orderOf(rows.startDay, rows.id);
  return order ? takeRows(rows, order) : rows;
}

/** The rows in order; null when they are sorted already. */
export function orderOf(days: Int32Array, ids: TextColumn): Uint32Array | null {
  if (isSorted(days, ids)) return null;
  const order = rowsByDay(days);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && days[order[to] ?? 0] === days[order[from] ?? 0]) to++;
    sortById(order.subarray(from, to), ids);
    from = to;
  }
  return order;
}

/** Neighbours alone are compared, and only within a day. */
function isSorted(days: Int32Array, ids: TextColumn): boolean {
  let lastId = '';
  for (let row = 0; row < days.length; row++) {
    const [day, last] = [days[row] ?? 0, row === 0 ? Number.NEGATIVE_INFINITY : (days[row - 1] ?? 0)];
    if (day < last) return false;
    const id = ids.at(row);
    if (day === last && id <= lastId) return false;
    lastId = id;
  }
  return true;
}

/** A stable sort by day. */
function rowsByDay(days: Int32Array): Uint32Array {
  const order = Uint32Array.from(days, (_, row) => row);
  return order.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0));
}

/** Sorts the rows of one day in place. */
function sortById(rows: Uint32Array, ids: TextColumn): void {
  const known = Array.from(rows, (row) => ({ row, id: ids.at(row) }));
  known.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  known.forEach(({ row, id }, index) => {
    if (index > 0 && known[index - 1]?.id === id)
      throw new RangeError(`Expected ids without repetition, "${id}" occurs twice in a day`);
    rows[index] = row;
  });
}

function takeRows(rows: RowCodes, order: Uint32Array): RowCodes {
  const texts = (column: TextColumn): TextColumn => {
    return { length: column.length, at: (row) => column.at(order[row] ?? 0) };
  };
  const bytes = (column: ByteColumn) => Uint8Array.from(order, (row) => rows.bytes[column][row] ?? 0);
  const codes = (values: Uint32Array) => order.map((row) => values[row] ?? 0);
  return {
    id: texts(rows.id),
    title: texts(rows.title),
    summary: texts(rows.summary),
    startDay: Int32Array.from(order, (row) => rows.startDay[row] ?? 0),
    endDay: Int32Array.from(order, (row) => rows.endDay[row] ?? 0),
    bytes: {
      type: bytes('type'),
      subType: bytes('subType'),
      targetType: bytes('targetType'),
      status: bytes('status'),
      grade: bytes('grade'),
      severity: bytes('severity'),
      chinese: bytes('chinese'),
      datePrecision: bytes('datePrecision'),
      actorClaim: bytes('actorClaim'),
      summarisesDay: bytes('summarisesDay'),
    },
    place: codes(rows.place),
    toll: codes(rows.toll),
    placeName: codes(rows.placeName),
    actors: takeLists(rows.actors, order),
    targetedSites: takeLists(rows.targetedSites, order),
  };
}

function takeLists({ offsets, values }: RowLists, order: Uint32Array): RowLists {
  const taken = { offsets: new Uint32Array(order.length + 1), values: new Uint32Array(values.length) };
  let length = 0;
  order.forEach((row, index) => {
    const list = values.subarray(offsets[row], offsets[row + 1]);
    taken.values.set(list, length);
    length += list.length;
    taken.offsets[index + 1] = length;
  });
  return taken;
}
