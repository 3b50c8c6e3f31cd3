import {
  DEVELOPMENT,
  type DimensionName,
  EVENT_TYPES,
  type Filter,
  type IncidentSummary,
  type Query,
  type Span,
  type TimeUnit,
  VIOLENT_TYPES,
} from '@corridor/domain';
import { useMemo } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { gapsOf } from '../../lib/covered/gaps-of.ts';
import { useCovered } from '../../lib/covered/use-covered.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import { type Extent, extentOf } from './extent-of.ts';
import { countOutside, type Stack, stackSeries } from './stacks.ts';
import { type DrawnRange, defaultSince, drawnRange } from './time-axis.ts';

export interface TimelineData extends Extent {
  readonly unit: TimeUnit;
  readonly by: DimensionName;
  readonly since: number;
  /** First days of the drawn bars. */
  readonly starts: readonly string[];
  readonly stacks: readonly Stack[];
  /** What no source covers of the years drawn, up to the last record. */
  readonly gaps: readonly Span[];
  readonly imprecise: number;
  readonly outside: { readonly earlier: number; readonly later: number };
  /** Oldest first. */
  readonly developments: readonly IncidentSummary[];
}

interface TimelineState {
  /** Null while the table loads, and where there are no incidents. */
  readonly data: TimelineData | null;
  /** Whether there are no incidents at all, whatever the filter. */
  readonly empty: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** What the timeline draws: the filter's incidents over all time, and the developments that go with them. */
export function useTimeline(recentYears: number): TimelineState {
  const { view } = useView();
  const { info } = useEngine();
  const { filter } = useScreenFilter();
  const unit = view.unit ?? 'month';
  const by = view.stack ?? 'type';
  const rest = useTimelessFilter(filter);
  const bars = useAnswer(
    useMemo((): Query => ({ filter: violenceOf(rest), timeline: { unit, stackBy: by } }), [rest, unit, by]),
  );
  const ticks = useAnswer(useMemo((): Query => developmentsQuery(rest), [rest]));
  const { answer } = bars;
  const developments = ticks.answer?.page?.items;
  const extent = useMemo(() => extentOf(info), [info]);
  const span = view.span;
  const drawn = useMemo(() => {
    if (!answer?.timeline || !extent || extent === 'none') return null;
    const since = span === undefined ? defaultSince(extent.lastDay, recentYears, filter.from) : Number(span);
    return { since, ...drawnRange(answer.timeline.starts, since, filter.from) };
  }, [answer, extent, span, recentYears, filter.from]);
  const { since, first, last } = drawn ?? NOT_DRAWN;
  const covered = useCovered();
  const data = useMemo((): TimelineData | null => {
    if (!answer?.timeline || !extent || extent === 'none') return null;
    const range: DrawnRange = { first, last };
    const starts = answer.timeline.starts.slice(first, last);
    return {
      unit: answer.timeline.unit,
      by,
      since: Math.max(since, Number(extent.firstDay.slice(0, 4))),
      ...extent,
      starts,
      gaps: gapsOf(covered, starts[0], extent.lastDay),
      stacks: stackSeries(answer.timeline, by, range),
      imprecise: answer.timeline.imprecise,
      outside: countOutside(answer.timeline, by, range),
      developments: developments ?? [],
    };
  }, [answer, extent, since, first, last, by, covered, developments]);
  return { data, empty: extent === 'none', error: bars.error, retry: bars.retry };
}

const NOT_DRAWN = { since: 0, first: 0, last: 0 };

/** The filter without its period; the same object while only the period changes, so that dragging asks nothing anew. */
function useTimelessFilter(filter: Filter): Filter {
  const { from: _from, to: _to, ...rest } = filter;
  const text = JSON.stringify(rest);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal text is an equal filter
  return useMemo(() => rest, [text]);
}

/** Developments are ticks under the plot, never part of a bar. */
function violenceOf(filter: Filter): Filter {
  const types = (filter.type ?? EVENT_TYPES).filter((type) => type !== DEVELOPMENT);
  return { ...filter, type: types.length > 0 ? types : VIOLENT_TYPES, ...(types.length > 0 ? {} : NOTHING) };
}

/** A search that no record answers: only developments are asked for, so there are no bars. */
const NOTHING: Filter = { subType: ['Agreement'] };

const MAX_TICKS = 2000;

function developmentsQuery({ type: _type, subType: _subType, ...rest }: Filter): Query {
  return {
    filter: { ...rest, type: [DEVELOPMENT] },
    page: { sort: { by: 'date', descending: false }, offset: 0, limit: MAX_TICKS },
  };
}
