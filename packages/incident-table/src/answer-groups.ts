import type { Column } from '@corridor/crossfilter';
import type { DimensionName, GroupCount } from '@corridor/domain';
import type { Dimension } from './dimensions.ts';
import { type Counts, type IncidentCube, TYPE_COUNT } from './incident-cube.ts';

/**
 * How many rows have each value of a dimension, its own part of the filter left out: every known value, also with 0;
 * most first, then by key. O(values), for places and rings O(places).
 */
export function answerGroups(cube: IncidentCube, name: DimensionName, radiusKm: number | undefined): GroupCount[] {
  const dimension = cube.dimension(name, radiusKm);
  if (dimension.by === 'place') {
    const byPlace = countByPlace(cube, cube.countPlaces(dimension.part));
    const counts = spread(dimension.column, byPlace);
    return toGroups(dimension, counts, dimension.possible ? spread(dimension.possible, byPlace) : null);
  }
  const counts = cube.countColumn(dimension.column, dimension.part);
  return toGroups(
    dimension,
    Float64Array.from({ length: counts.length }, (_, code) => counts.at(code)),
    null,
  );
}

function countByPlace(cube: IncidentCube, counts: Counts): Float64Array {
  const byPlace = new Float64Array(cube.places.count);
  for (let place = 0, code = 0; place < byPlace.length; place++) {
    let count = 0;
    for (const end = code + TYPE_COUNT; code < end; code++) count += counts.at(code);
    byPlace[place] = count;
  }
  return byPlace;
}

/** Counts by value, from counts by place; one slot more for places with none. */
function spread(column: Column, byPlace: Float64Array): Float64Array {
  const counts = new Float64Array(column.cardinality + 1);
  byPlace.forEach((count, place) => {
    if (count === 0) return;
    if (column.kind === 'codes') {
      const code = column.codes[place] ?? 0;
      counts[code] = (counts[code] ?? 0) + count;
      return;
    }
    const end = column.offsets[place + 1] ?? 0;
    for (let k = column.offsets[place] ?? 0; k < end; k++) {
      const code = column.values[k] ?? 0;
      counts[code] = (counts[code] ?? 0) + count;
    }
  });
  return counts;
}

function toGroups(
  { values, countsNone }: Dimension,
  counts: Float64Array,
  possible: Float64Array | null,
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
