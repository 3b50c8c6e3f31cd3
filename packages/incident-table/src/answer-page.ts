import type { Distance, HeldRows, IncidentSummary, Page, PageRequest } from '@corridor/domain';
import type { IncidentCube } from './incident-cube.ts';
import { isWithin } from './is-within.ts';
import type { RowOrders } from './row-orders.ts';

/**
 * One page of the matched incidents in order. Walks the order up to the page's end: O(offset + limit) matched rows and
 * those that do not match between them, at most O(rows); where rows are held, once more up to the first of them.
 * Distances are computed for its items alone.
 */
export function answerPage(cube: IncidentCube, orders: RowOrders, request: PageRequest): Page {
  const { distanceTo, held, limit, sort, within } = request;
  const inBox = within ? placesWithin(cube, within) : null;
  const { place } = cube.table.columns;
  const items: IncidentSummary[] = [];
  const distances: (Distance | null)[] = [];
  const order = orders.order(sort);
  const start = sort.by === 'date' ? firstByDate(cube, sort.descending) : 0;
  const isListed = listedRows(cube, inBox);
  const offset = held ? heldOffset(cube, order.subarray(start), isListed, request.offset, held) : request.offset;
  let skip = offset;
  for (let at = start; at < order.length && items.length < limit; at++) {
    const row = order[at] ?? 0;
    if (!isListed(row)) continue;
    if (skip > 0) {
      skip--;
      continue;
    }
    items.push(cube.summary(row));
    if (distanceTo) distances.push(cube.places.intervalTo(distanceTo.kind, distanceTo.id, place.codes[row] ?? 0));
  }
  const total = inBox ? countWithin(cube, inBox) : cube.crossfilter.matched;
  return { total, items, ...(distanceTo && { distances }), ...(held && { offset }) };
}

/** Whether a row passes the filter and lies in the box. */
function listedRows(cube: IncidentCube, inBox: Uint8Array | null): (row: number) => boolean {
  const { codes } = cube.table.columns.place;
  const passing = cube.crossfilter.passingBits();
  return (row) =>
    ((passing[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0 && (inBox === null || inBox[codes[row] ?? 0] === 1);
}

function heldOffset(
  { table }: IncidentCube,
  order: Uint32Array,
  isListed: (row: number) => boolean,
  offset: number,
  { ids, index }: HeldRows,
): number {
  for (const [nth, id] of ids.entries()) {
    const row = table.rowOf(id);
    if (row === undefined || !isListed(row)) continue;
    let before = 0;
    for (let at = 0; order[at] !== row; at++) if (isListed(order[at] ?? 0)) before++;
    return Math.max(0, offset + before - (index + nth));
  }
  return offset;
}

/** Where in the order by date the first day begins that has a row that passes: a period leaves out all before. */
function firstByDate({ crossfilter, table }: IncidentCube, descending: boolean): number {
  const row = crossfilter.outermostRow(descending);
  const day = table.columns.startDay[row ?? 0] ?? 0;
  return descending ? table.rowCount - crossfilter.firstRowAt(day + 1) : crossfilter.firstRowAt(day);
}

/** Every matched row in order. O(rows). */
export function collectMatchedRows(cube: IncidentCube, order: Uint32Array): Uint32Array {
  const rows = new Uint32Array(cube.crossfilter.matched);
  const passing = cube.crossfilter.passingBits();
  let length = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0;
    if ((passing[row >>> 5] ?? 0) & (1 << (row & 31))) rows[length++] = row;
  }
  return rows;
}

function placesWithin({ places }: IncidentCube, box: NonNullable<PageRequest['within']>): Uint8Array {
  return Uint8Array.from({ length: places.count }, (_, place) =>
    isWithin(box, places.longitude[place] ?? Number.NaN, places.latitude[place] ?? Number.NaN) ? 1 : 0,
  );
}

function countWithin(cube: IncidentCube, inBox: Uint8Array): number {
  return cube.countPlaceTotals().reduce((total, count, place) => (inBox[place] === 1 ? total + count : total), 0);
}
