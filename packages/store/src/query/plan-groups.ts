import type { DimensionName, GroupCount } from '@corridor/domain';
import { type DimensionValues, dimensionValues, listedCodes } from './dimension-values.ts';
import { type FilterPart, partOf } from './filter-clause.ts';
import type { PlaceList } from './place-list.ts';
import type { Plan, Planned } from './plan.ts';
import type { Tally, TallyBy } from './tallies.ts';

export type Groups = Partial<Record<DimensionName, readonly GroupCount[]>>;

/**
 * How many incidents have each known value of dimensions, each without its own part of the filter or under the whole; most
 * first, then by key.
 */
export function planGroups(plan: Plan, names: readonly DimensionName[], leaveOutOwn: boolean): Planned<Groups> {
  const planned = names.map((name) => ({ name, group: planGroup(plan, name, leaveOutOwn ? partOf(name) : null) }));
  return async () => {
    const groups: Groups = {};
    for (const { name, group } of planned) groups[name] = await group();
    return groups;
  };
}

function planGroup({ filter, snapshot, tallies }: Plan, name: DimensionName, without: FilterPart | null) {
  const tally = tallies.want(tallyOf(name), without);
  return async (): Promise<readonly GroupCount[]> => {
    const values = await dimensionValues(name, snapshot, filter.radiusKm);
    const counts = values.codesOfPlace
      ? countByPlace(tally(), values.codesOfPlace, 'inside', snapshot.places)
      : tally();
    const possible = values.codesOfPlace
      ? countByPlace(tally(), values.codesOfPlace, 'possible', snapshot.places)
      : new Map<number, number>();
    return toGroups(values, counts, possible);
  };
}

/** By place where places decide. */
function tallyOf(name: DimensionName): TallyBy {
  return name === 'province' || name === 'district' || name === 'site' || name === 'route' ? 'place' : name;
}

/** Counts by value of what places decide. */
export function countByPlace(
  byPlace: Tally,
  codesOf: NonNullable<DimensionValues['codesOfPlace']>,
  relation: 'inside' | 'possible',
  places: PlaceList,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [id, count] of byPlace) {
    for (const code of codesOf(places.indexOf(id), relation)) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return counts;
}

function toGroups(values: DimensionValues, counts: Tally, possible: Tally): GroupCount[] {
  return listedCodes(values)
    .map(({ key, code }): GroupCount => {
      const count = code === null ? 0 : (counts.get(code) ?? 0);
      return { key, count, possible: code === null || key === null ? 0 : (possible.get(code) ?? 0) };
    })
    .filter(({ key, count }) => key !== null || count > 0)
    .sort(byCountThenKey);
}

/** Most first; equal counts by key, none last. */
export function byCountThenKey(a: GroupCount, b: GroupCount): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
