import { dayOf, type Filter, isoOf } from '@corridor/domain';
import { useMemo } from 'react';
import { filterBefore } from './filter-before.ts';
import { useScreenFilter } from './screen-filter.ts';

export interface Comparison {
  readonly now: Filter;
  /** The same over the period before; null where the period has no beginning or no end. */
  readonly before: Filter | null;
  /** Both periods together: what sparklines show. */
  readonly both: Filter;
}

/** The filters of a comparison with the period before. */
export function useComparison(): Comparison {
  const { filter } = useScreenFilter();
  return useMemo(() => {
    if (!filter.from || !filter.to) return { now: filter, before: null, both: filter };
    const before = filterBefore(filter);
    return { now: filter, before, both: { ...filter, from: before.from ?? isoOf(dayOf(filter.from)) } };
  }, [filter]);
}
