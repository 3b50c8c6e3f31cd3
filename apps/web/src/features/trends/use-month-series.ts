import { type EventType, type Filter, type Query, VIOLENT_TYPES } from '@corridor/domain';
import { useMemo } from 'react';
import { useAnswer } from '../../engine/use-answer.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';

export interface Month {
  /** First day, ISO. */
  readonly start: string;
  readonly byType: Readonly<Record<EventType, number>>;
  readonly total: number;
}

/** Every month of the data by type, under the filter without its period: the period is a part of the picture. */
export function useMonthSeries(): {
  readonly months: readonly Month[];
  readonly types: readonly EventType[];
  readonly imprecise: number;
} {
  const { filter } = useScreenFilter();
  const query = useMemo((): Query => {
    const { from: _from, to: _to, ...rest }: Filter = filter;
    return { filter: rest, timeline: { unit: 'month', stackBy: 'type' } };
  }, [filter]);
  const timeline = useAnswer(query).answer?.timeline;
  return useMemo(() => {
    const types = filter.type ?? VIOLENT_TYPES;
    const counts = new Map(timeline?.series.map((series) => [series.key, series.counts]));
    const months = (timeline?.starts ?? []).map((start, index): Month => {
      const entries = types.map((type) => [type, counts.get(type)?.[index] ?? 0] as const);
      const byType = Object.fromEntries(entries) as Record<EventType, number>;
      return { start, byType, total: entries.reduce((sum, [, count]) => sum + count, 0) };
    });
    return { months, types, imprecise: timeline?.imprecise ?? 0 };
  }, [timeline, filter.type]);
}
