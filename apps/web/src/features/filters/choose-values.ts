import { EVENT_TYPES, type EventType, type Filter, SUB_EVENT_TYPES, type SubEventType } from '@corridor/domain';
import type { FilterChange } from './filter-part.ts';

/** The list with a value added, or without it where it was in. */
export function toggle<T>(values: readonly T[] | undefined, value: T): readonly T[] {
  const list = values ?? [];
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

/**
 * Sub-event types that a filter lets through by its types and sub-types together; empty where it names neither.
 */
export function chosenSubTypes({ type, subType }: Pick<Filter, 'type' | 'subType'>): ReadonlySet<SubEventType> {
  if (!type && !subType) return new Set();
  const all = (type ?? EVENT_TYPES).flatMap((name): readonly SubEventType[] => SUB_EVENT_TYPES[name]);
  return new Set(subType ? all.filter((name) => subType.includes(name)) : all);
}

export type Chosen = 'all' | 'some' | 'none';

export function chosenOfType(chosen: ReadonlySet<SubEventType>, type: EventType): Chosen {
  const count = SUB_EVENT_TYPES[type].filter((name) => chosen.has(name)).length;
  if (count === 0) return 'none';
  return count === SUB_EVENT_TYPES[type].length ? 'all' : 'some';
}

/** Whole types where the choice is made of whole types, a list of sub-types otherwise: never both, which would cut. */
function writeSubTypes(chosen: ReadonlySet<SubEventType>): FilterChange {
  const states = EVENT_TYPES.map((type) => chosenOfType(chosen, type));
  if (states.includes('some')) return { type: undefined, subType: [...chosen] };
  return { type: EVENT_TYPES.filter((_, index) => states[index] === 'all'), subType: undefined };
}

export function toggleType(filter: Filter, type: EventType): FilterChange {
  const chosen = new Set(chosenSubTypes(filter));
  const take = chosenOfType(chosen, type) !== 'all';
  for (const name of SUB_EVENT_TYPES[type]) {
    if (take) chosen.add(name);
    else chosen.delete(name);
  }
  return writeSubTypes(chosen);
}

export function toggleSubType(filter: Filter, subType: SubEventType): FilterChange {
  return writeSubTypes(new Set(toggle([...chosenSubTypes(filter)], subType)));
}

/** Provinces and districts are combined with "and": choosing one kind takes the place of the other. */
export function toggleProvince(filter: Filter, province: string): FilterChange {
  return { province: toggle(filter.province, province), district: undefined };
}

export function toggleDistrict(filter: Filter, district: string): FilterChange {
  return { district: toggle(filter.district, district), province: undefined };
}
