import { dayOf, type Filter, type Query } from '@corridor/domain';
import { useMemo } from 'react';
import { divergingClasses, type ShadeClass, sequentialClasses } from '../../../components/base-map/index.ts';
import { useEngine } from '../../../engine/engine-context.tsx';
import { useAnswer } from '../../../engine/use-answer.ts';
import { type Uncovered, uncoveredOf } from '../../../lib/covered/uncovered-of.ts';
import { useCovered } from '../../../lib/covered/use-covered.ts';
import { filterBefore } from '../../../lib/view/filter-before.ts';
import { useScreenFilter } from '../../../lib/view/screen-filter.ts';
import { useView } from '../../../lib/view/use-view.ts';
import type { Shade } from '../../../lib/view/view.ts';

const DAYS_PER_MONTH = 365.25 / 12;

export interface AreaValues {
  readonly by: 'district' | 'province';
  /** What is shown: change is only possible for a period that begins on a day. */
  readonly shade: Shade;
  readonly values: ReadonlyMap<string, number>;
  readonly now: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number>;
  /** How much of the period before no source covers. */
  readonly uncoveredBefore: Uncovered['part'];
  readonly shades: readonly ShadeClass[];
  readonly whole: boolean;
}

interface ShadeState {
  readonly shade: Shade;
  readonly changePossible: boolean;
  /** How much of the period before no source covers. */
  readonly uncoveredBefore: Uncovered['part'];
}

/** What the map is shaded by: the chosen shade, or counts while change has no period to be measured against. */
export function useShade(): ShadeState {
  const { view } = useView();
  const closed = useClosedFilter();
  const covered = useCovered();
  const before = useMemo(() => filterBefore(closed), [closed]);
  const uncoveredBefore = closed.from === undefined ? 'none' : uncoveredOf(covered, before.from, before.to).part;
  const changePossible = closed.from !== undefined && uncoveredBefore !== 'whole';
  const chosen = view.shade ?? 'count';
  return { shade: chosen === 'change' && !changePossible ? 'count' : chosen, changePossible, uncoveredBefore };
}

/** The filter with an end: that of the data where it has none. */
function useClosedFilter(): Filter {
  const { filter } = useScreenFilter();
  const { info } = useEngine();
  const to = filter.to ?? info?.lastDay ?? undefined;
  return useMemo(() => (to === undefined ? filter : { ...filter, to }), [filter, to]);
}

/** Counts of districts or provinces, as rates or against the period before if that is asked for; none while not `shown`. */
export function useAreaValues(by: AreaValues['by'], shown: boolean): AreaValues {
  const { filter } = useScreenFilter();
  const { info } = useEngine();
  const { shade, uncoveredBefore } = useShade();
  const closed = useClosedFilter();
  const now = useCounts(shown ? filter : null, by);
  const earlier = useMemo(() => filterBefore(closed), [closed]);
  const before = useCounts(shown ? earlier : null, by);
  const months = monthsOf(filter.from ?? info?.firstDay, closed.to);
  return useMemo(() => {
    const values = new Map(now);
    if (shade === 'rate') for (const [name, count] of now) values.set(name, count / months);
    if (shade === 'change') {
      for (const [name, count] of before) values.set(name, (now.get(name) ?? 0) - count);
      for (const [name, count] of now) values.set(name, count - (before.get(name) ?? 0));
    }
    const all = [...values.values()];
    const shades = shade === 'change' ? divergingClasses(all) : sequentialClasses(all, shade === 'count');
    return { by, shade, values, now, before, uncoveredBefore, shades, whole: shade !== 'rate' };
  }, [by, shade, now, before, uncoveredBefore, months]);
}

function useCounts(filter: Filter | null, by: AreaValues['by']): ReadonlyMap<string, number> {
  const query = useMemo((): Query | null => filter && { filter, counts: [by] }, [filter, by]);
  const { answer } = useAnswer(query);
  return useMemo(() => {
    const rows = answer?.counts?.[by] ?? [];
    return new Map(rows.flatMap(({ key, count }): [string, number][] => (key === null ? [] : [[key, count]])));
  }, [answer, by]);
}

function monthsOf(from: string | null | undefined, to: string | null | undefined): number {
  if (!from || !to) return 1;
  return Math.max(1, (dayOf(to) - dayOf(from) + 1) / DAYS_PER_MONTH);
}
