import {
  DEVELOPMENT,
  type DimensionName,
  EVENT_TYPES,
  type Filter,
  type IncidentSummary,
  type Query,
  type Timeline,
  type TimelineSeries,
  type TimeUnit,
  VIOLENT_TYPES,
} from '@corridor/domain';
import { useMemo } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { type AnswerState, useAnswer } from '../../engine/use-answer.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';

const YEARS_SHOWN = 6;
const MAX_SERIES = 6;
const MAX_DEVELOPMENTS = 500;

export interface TimelineData {
  readonly unit: TimeUnit;
  readonly stackBy: DimensionName;
  /** First day to show. */
  readonly since: string;
  readonly timeline: Timeline | undefined;
  /** What the bars are stacked of, at most six and the rest in one. */
  readonly stacks: readonly Stack[];
  /** Developments under the same filter, whatever its types: annotations, never stacked. */
  readonly developments: readonly IncidentSummary[];
  readonly failed: AnswerState | null;
}

export interface Stack {
  /** The value; null for incidents without one; undefined for the rest beyond the largest. */
  readonly key: string | null | undefined;
  readonly counts: readonly number[];
}

/** What the timeline draws: the whole extent of the data under the filter without its period. */
export function useTimeline(): TimelineData {
  const { view } = useView();
  const { info } = useEngine();
  const { filter } = useScreenFilter();
  const unit = view.unit ?? 'month';
  const stackBy = view.stack ?? 'type';
  const bars = useAnswer(
    useMemo(
      (): Query => ({ filter: barFilter(filter), timeline: { unit, stackBy, ignorePeriod: true } }),
      [filter, unit, stackBy],
    ),
  );
  const ticks = useAnswer(useMemo((): Query => developmentsQuery(filter), [filter]));
  const timeline = bars.answer?.timeline;
  const stacks = useMemo(() => (timeline ? stackSeries(timeline.series, stackBy) : []), [timeline, stackBy]);
  return {
    unit,
    stackBy,
    since: firstShown(view.span, filter.from, info?.lastDay ?? null),
    timeline,
    stacks,
    developments: ticks.answer?.page?.items ?? [],
    failed: [bars, ticks].find(({ error }) => error !== null) ?? null,
  };
}

/** Bars never count developments. */
function barFilter(filter: Filter): Filter {
  if (filter.type)
    return { ...filter, type: filter.type.filter((type) => type !== DEVELOPMENT || filter.type?.length === 1) };
  return filter.subType ? filter : { ...filter, type: VIOLENT_TYPES };
}

function developmentsQuery(filter: Filter): Query {
  const { from: _from, to: _to, subType: _subType, ...rest } = filter;
  return {
    filter: { ...rest, type: [DEVELOPMENT] },
    page: { sort: { by: 'date', descending: true }, offset: 0, limit: MAX_DEVELOPMENTS },
  };
}

/** January of the chosen year; without a choice of the last six years, or earlier where the filter's period begins earlier. */
function firstShown(span: string | undefined, from: string | undefined, lastDay: string | null): string {
  if (span !== undefined) return `${span}-01-01`;
  const year = Number((lastDay ?? '1970').slice(0, 4)) - YEARS_SHOWN + 1;
  const usual = `${year}-01-01`;
  return from !== undefined && from < usual ? `${from.slice(0, 4)}-01-01` : usual;
}

/** Types in their fixed order; other values largest first, those beyond the sixth added up. */
export function stackSeries(series: readonly TimelineSeries[], stackBy: DimensionName): Stack[] {
  if (stackBy === 'type') {
    const byKey = new Map(series.map(({ key, counts }) => [key, counts]));
    return EVENT_TYPES.filter((type) => type !== DEVELOPMENT).flatMap((type) => {
      const counts = byKey.get(type);
      return counts ? [{ key: type, counts }] : [];
    });
  }
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const largest = [...series].sort((a, b) => sum(b.counts) - sum(a.counts));
  const rest = largest.slice(MAX_SERIES);
  if (rest.length === 0) return largest;
  const others =
    rest[0]?.counts.map((_, index) => rest.reduce((total, { counts }) => total + (counts[index] ?? 0), 0)) ?? [];
  return [...largest.slice(0, MAX_SERIES), { key: undefined, counts: others }];
}
