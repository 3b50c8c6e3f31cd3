import { DEFAULT_SORT, type DistancesRequest, type IncidentDistance } from '@corridor/domain';
import { collectMatchedRows } from './answer-page.ts';
import type { IncidentCube } from './incident-cube.ts';
import type { RowOrders } from './row-orders.ts';

/**
 * Distance of each matched incident with a usable place from one site or route, newest first; empty for one that is
 * not known. O(rows), and O(places) distances the first time.
 */
export function answerDistances(
  cube: IncidentCube,
  orders: RowOrders,
  { kind, id }: DistancesRequest,
): IncidentDistance[] {
  const { place } = cube.table.columns;
  const distances: IncidentDistance[] = [];
  for (const row of collectMatchedRows(cube, orders.order(DEFAULT_SORT))) {
    const interval = cube.places.intervalTo(kind, id, place.codes[row] ?? 0);
    if (interval) distances.push({ incident: cube.table.summary(row), ...interval });
  }
  return distances;
}
