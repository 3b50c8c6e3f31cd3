import { FILTER_KEYS, type Filter, type FilterKey } from '@corridor/domain';

/** What a reader would call one filter: keys that come and go together. Narrowest first, which decides a tie. */
const PART_KEYS = {
  targetedSite: ['targetedSite'],
  certainty: ['certainty'],
  area: ['area'],
  near: ['site', 'route', 'radiusKm'],
  q: ['q'],
  origin: ['origin'],
  actor: ['actor'],
  district: ['district'],
  grade: ['grade'],
  status: ['status'],
  targetType: ['targetType'],
  chinese: ['chinese'],
  minSeverity: ['minSeverity'],
  province: ['province'],
  period: ['from', 'to'],
  type: ['type', 'subType'],
} as const satisfies Record<string, readonly FilterKey[]>;

export type FilterPart = keyof typeof PART_KEYS;
const PARTS = Object.keys(PART_KEYS).filter((key): key is FilterPart => key in PART_KEYS);

export interface FilterWithout {
  readonly part: FilterPart;
  /** The filter without that part. */
  readonly filter: Filter;
}

/** The filter with each of its parts left out in turn. */
export function withoutEachPart(filter: Filter): readonly FilterWithout[] {
  return PARTS.filter((part) => PART_KEYS[part].some((key) => filter[key] !== undefined)).map((part) => {
    const left: ReadonlySet<FilterKey> = new Set(PART_KEYS[part]);
    const kept = FILTER_KEYS.filter((key) => !left.has(key) && filter[key] !== undefined);
    return { part, filter: Object.fromEntries(kept.map((key) => [key, filter[key]])) };
  });
}

/**
 * Of the parts without which something matches, the one that leaves most of the question standing: it matches least.
 * Null when no single part is at fault.
 */
export function partAtFault<T extends { readonly matched: number }>(candidates: readonly T[]): T | null {
  return candidates
    .filter(({ matched }) => matched > 0)
    .reduce<T | null>((best, next) => (best === null || next.matched < best.matched ? next : best), null);
}
