import type { Filter } from '@corridor/domain';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { Brush } from './brush.ts';
import type { TimelineScale } from './timeline-scale.ts';

export interface BrushHandle {
  /** The bars of the period as it is drawn: what is dragged now, or the filter's period. */
  readonly brush: Brush;
  /** Whether a period is set; without one the brush spans all bars. */
  readonly isSet: boolean;
  /** First and last day of the drawn period. */
  readonly from: string;
  readonly to: string;
  /** Moves the brush at once and the filter with the next frame. */
  readonly drag: (brush: Brush) => void;
  /** Ends a drag: the step that Back returns over. */
  readonly drop: () => void;
}

/** The filter's period as bars. A bound at the end of the bars is no bound. */
export function useBrush(scale: TimelineScale): BrushHandle {
  const { view, setFilter } = useView();
  const { filter } = useScreenFilter();
  const [dragged, setDragged] = useState<Brush | null>(null);
  const frame = useRef(0);
  const latest = useRef({ filter: view.filter, scale });
  latest.current = { filter: view.filter, scale };

  const count = scale.buckets.length;
  const set = useMemo(
    (): Brush => ({
      first: filter.from === undefined ? 0 : scale.bucketOf(filter.from),
      last: filter.to === undefined ? Math.max(0, count - 1) : scale.bucketOf(filter.to),
    }),
    [filter.from, filter.to, scale, count],
  );
  const drag = useCallback(
    (brush: Brush) => {
      setDragged(brush);
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        const { filter: current, scale: bars } = latest.current;
        setFilter(withPeriod(current, brush, bars), { replace: true });
      });
    },
    [setFilter],
  );
  const drop = useCallback(() => setDragged(null), []);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const brush = dragged ?? set;
  return {
    brush,
    isSet: dragged !== null || filter.from !== undefined || filter.to !== undefined,
    from: (dragged ? undefined : filter.from) ?? scale.buckets[brush.first]?.start ?? '',
    to: (dragged ? undefined : filter.to) ?? scale.buckets[brush.last]?.end ?? '',
    drag,
    drop,
  };
}

function withPeriod(filter: Filter, { first, last }: Brush, { buckets }: TimelineScale): Filter {
  const { from: _from, to: _to, ...rest } = filter;
  const from = first > 0 || (buckets[0]?.index ?? 0) > 0 ? buckets[first]?.start : undefined;
  const to = last < buckets.length - 1 ? buckets[last]?.end : undefined;
  return { ...rest, ...(from && { from }), ...(to && { to }) };
}
