import type { DimensionName, GroupCount } from '@corridor/domain';
import type { FilterPart } from './dimensions.ts';
import { GroupList } from './group-list.ts';
import type { IncidentCube } from './incident-cube.ts';
import { NearCounts } from './near-counts.ts';

/**
 * How many rows have each value of a dimension, its own part of the filter left out or not: every known value, also with 0;
 * most first, then by key. Keeps what it handed out: see `GroupList`. O(values) beside the counting; for rings O(places
 * within each), and where few rows moved O(rows that moved).
 */
export class GroupsAnswerer {
  readonly #cube: IncidentCube;
  readonly #lists = new Map<string, GroupList>();
  readonly #near = new Map<string, NearCounts>();

  constructor(cube: IncidentCube) {
    this.#cube = cube;
  }

  answer(name: DimensionName, radiusKm: number | undefined, leaveOutOwn: boolean): readonly GroupCount[] {
    if (name === 'site' || name === 'route') return this.#answerNear(name, radiusKm, leaveOutOwn);
    const cube = this.#cube;
    const { by, column, countsNone, part, values } = cube.dimension(name, undefined);
    const leaveOut = this.#leftOut(part, leaveOutOwn);
    const list = this.#list(name, leaveOut, () => new GroupList(values, countsNone));
    if (by === 'row') return list.update(cube.countColumn(column, leaveOut));
    return list.update(cube.countPlaceValues(column, leaveOut));
  }

  /** Certainly and possibly within each ring or width. */
  #answerNear(kind: 'site' | 'route', radiusKm: number | undefined, leaveOutOwn: boolean): readonly GroupCount[] {
    const leaveOut = this.#leftOut('near', leaveOutOwn);
    const targets = kind === 'site' ? this.#cube.geography.sites : this.#cube.geography.routes;
    const list = this.#list(kind, leaveOut, () => {
      return new GroupList(
        targets.map(({ id }) => id),
        false,
      );
    });
    const key = keyOf(kind, leaveOut);
    const near = this.#near.get(key) ?? new NearCounts(this.#cube, kind, leaveOut);
    this.#near.set(key, near);
    near.update(radiusKm);
    return list.update(near.inside, near.possible);
  }

  /** To leave out what is not in force is to ask for the same rows as without: what is kept of them is shared. */
  #leftOut(part: FilterPart, leaveOutOwn: boolean): FilterPart | undefined {
    return leaveOutOwn && this.#cube.crossfilter.isInForce(this.#cube.filterOf(part)) ? part : undefined;
  }

  #list(name: DimensionName, leaveOut: FilterPart | undefined, create: () => GroupList): GroupList {
    const key = keyOf(name, leaveOut);
    const list = this.#lists.get(key) ?? create();
    this.#lists.set(key, list);
    return list;
  }
}

function keyOf(name: DimensionName, leaveOut: FilterPart | undefined): string {
  return leaveOut ? `${name} alone` : name;
}

/** Most first; equal counts by key, none last. */
export function byCountThenKey(a: GroupCount, b: GroupCount): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
