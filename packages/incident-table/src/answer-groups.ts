import type { DimensionName, GroupCount } from '@corridor/domain';
import type { Dimension } from './dimensions.ts';
import { type IncidentCube, spreadCounts } from './incident-cube.ts';

/**
 * How many rows have each value of a dimension, its own part of the filter left out or not: every known value, also with 0;
 * most first, then by key. O(values) beside the counting, for places and rings O(places).
 */
export function answerGroups(
  cube: IncidentCube,
  name: DimensionName,
  radiusKm: number | undefined,
  leaveOutOwn: boolean,
): GroupCount[] {
  const dimension = cube.dimension(name, radiusKm);
  const leaveOut = leaveOutOwn ? dimension.part : undefined;
  if (dimension.by === 'row') return toGroups(dimension, cube.countColumn(dimension.column, leaveOut), null);
  const byPlace = cube.countPlaceTotals(leaveOut);
  const possible = dimension.possible ? spreadCounts(dimension.possible, byPlace) : null;
  return toGroups(dimension, spreadCounts(dimension.column, byPlace), possible);
}

function toGroups(
  { values, countsNone }: Dimension,
  counts: ArrayLike<number>,
  possible: ArrayLike<number> | null,
): GroupCount[] {
  const groups: GroupCount[] = values.map((key, code) => {
    return { key, count: counts[code] ?? 0, possible: possible?.[code] ?? 0 };
  });
  const none = counts[values.length] ?? 0;
  if (countsNone && none > 0) groups.push({ key: null, count: none, possible: 0 });
  return groups.sort(byCountThenKey);
}

/** Most first; equal counts by key, none last. */
export function byCountThenKey(a: GroupCount, b: GroupCount): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
