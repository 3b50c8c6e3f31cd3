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
  if (name === 'site' || name === 'route') return answerNear(cube, name, radiusKm, leaveOutOwn);
  const dimension = cube.dimension(name, undefined);
  const leaveOut = leaveOutOwn ? dimension.part : undefined;
  if (dimension.by === 'row') return toGroups(dimension, cube.countColumn(dimension.column, leaveOut));
  return toGroups(dimension, spreadCounts(dimension.column, cube.countPlaceTotals(leaveOut)));
}

/** Certainly and possibly within each ring or width. O(places within each). */
function answerNear(
  cube: IncidentCube,
  kind: 'site' | 'route',
  radiusKm: number | undefined,
  leaveOutOwn: boolean,
): GroupCount[] {
  const byPlace = cube.countPlaceTotals(leaveOutOwn ? 'near' : undefined);
  const targets = kind === 'site' ? cube.geography.sites : cube.geography.routes;
  const sums = cube.places.sumsNear(kind, radiusKm, byPlace);
  const groups = targets.map(({ id }, index): GroupCount => {
    return { key: id, count: sums[2 * index] ?? 0, possible: sums[2 * index + 1] ?? 0 };
  });
  return groups.sort(byCountThenKey);
}

/** Sorting by count is stable: values that come alphabetically stay so among equals, without comparing a text. */
function toGroups(dimension: Dimension, counts: ArrayLike<number>): GroupCount[] {
  const { countsNone, values } = dimension;
  const groups: GroupCount[] = [];
  for (const code of alphabetical(values))
    groups.push({ key: values[code] ?? '', count: counts[code] ?? 0, possible: 0 });
  const none = counts[values.length] ?? 0;
  if (countsNone && none > 0) groups.push({ key: null, count: none, possible: 0 });
  return groups.sort((a, b) => b.count - a.count);
}

const orders = new WeakMap<readonly string[], Uint32Array>();

/** Codes by their value. Kept with the values. */
function alphabetical(values: readonly string[]): Uint32Array {
  const known = orders.get(values);
  if (known) return known;
  const order = Uint32Array.from(values.keys()).sort((a, b) => ((values[a] ?? '') < (values[b] ?? '') ? -1 : 1));
  orders.set(values, order);
  return order;
}

/** Most first; equal counts by key, none last. */
export function byCountThenKey(a: GroupCount, b: GroupCount): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
