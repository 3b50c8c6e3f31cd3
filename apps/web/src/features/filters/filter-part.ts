import { FILTER_KEYS, type Filter } from '@corridor/domain';

/** What a reader thinks of as one filter: a chip, a facet and an editor each. */
export const FILTER_PARTS = [
  'type',
  'text',
  'period',
  'place',
  'near',
  'area',
  'actor',
  'targetType',
  'targetedSite',
  'severity',
  'chinese',
  'status',
  'grade',
  'origin',
] as const;
export type FilterPart = (typeof FILTER_PARTS)[number];

export const PART_KEYS: Readonly<Record<FilterPart, readonly (keyof Filter)[]>> = {
  type: ['type', 'subType'],
  text: ['q'],
  period: ['from', 'to'],
  place: ['province', 'district'],
  near: ['site', 'route', 'radiusKm'],
  area: ['area'],
  actor: ['actor'],
  targetType: ['targetType'],
  targetedSite: ['targetedSite'],
  severity: ['minSeverity'],
  chinese: ['chinese'],
  status: ['status'],
  grade: ['grade'],
  origin: ['origin'],
};

/** New values for parts of a filter; `undefined` takes one away. */
export type FilterChange = { readonly [K in keyof Filter]?: Filter[K] | undefined };

/**
 * A filter after a change. An empty list restricts nothing and goes; a radius without a site or route and a certainty
 * without anything to be near to mean nothing and go too.
 */
export function changeFilter(filter: Filter, change: FilterChange): Filter {
  const next: FilterChange = { ...filter, ...change };
  const near = !isEmpty(next.site) || !isEmpty(next.route);
  const idle: readonly (keyof Filter)[] = [
    ...(near ? [] : (['radiusKm'] as const)),
    ...(near || next.area ? [] : (['certainty'] as const)),
  ];
  return compact(next, idle);
}

/** The filter without a part. */
export function withoutPart(filter: Filter, part: FilterPart): Filter {
  return changeFilter(filter, Object.fromEntries(PART_KEYS[part].map((key) => [key, undefined])));
}

export function hasPart(filter: Filter, part: FilterPart): boolean {
  return PART_KEYS[part].some((key) => key !== 'radiusKm' && filter[key] !== undefined);
}

function isEmpty(value: Filter[keyof Filter] | undefined): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Only known keys with a value are copied, each from a filter, so the result is a filter. */
function compact(change: FilterChange, idle: readonly (keyof Filter)[]): Filter {
  const keys = FILTER_KEYS.filter((key) => !idle.includes(key) && !isEmpty(change[key]));
  return Object.fromEntries(keys.map((key) => [key, change[key]])) as Filter;
}
