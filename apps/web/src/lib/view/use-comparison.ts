import { dayOf, type Filter, isoOf } from '@corridor/domain';
import { useMemo } from 'react';
import { ALL_COVERED, uncoveredOf } from '../covered/uncovered-of.ts';
import type { ComparedCoverage } from '../covered/use-comparison-note.ts';
import { useCovered } from '../covered/use-covered.ts';
import { filterBefore } from './filter-before.ts';
import { useScreenFilter } from './screen-filter.ts';

export interface Comparison {
  readonly now: Filter;
  /** The same over the period before; null where the period has no beginning or no end, or no source covers one of the two. */
  readonly before: Filter | null;
  /** Both periods together: what sparklines show. */
  readonly both: Filter;
  /** What no source covers of each. */
  readonly uncovered: ComparedCoverage;
}

/** The filters of a comparison with the period before. */
export function useComparison(): Comparison {
  const { filter } = useScreenFilter();
  const covered = useCovered();
  return useMemo(() => {
    const now = uncoveredOf(covered, filter.from, filter.to);
    if (!filter.from || !filter.to) {
      return { now: filter, before: null, both: filter, uncovered: { now, before: ALL_COVERED } };
    }
    const before = filterBefore(filter);
    const uncovered = { now, before: uncoveredOf(covered, before.from, before.to) };
    if (now.part === 'whole' || uncovered.before.part === 'whole')
      return { now: filter, before: null, both: filter, uncovered };
    return { now: filter, before, both: { ...filter, from: before.from ?? isoOf(dayOf(filter.from)) }, uncovered };
  }, [covered, filter]);
}
