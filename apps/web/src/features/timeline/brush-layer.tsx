import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { type Brush, type Grip, moveBrush, spanBrush, stepOfKey } from './brush.ts';
import classes from './timeline.module.css';
import type { TimelineHover } from './timeline.tsx';
import { PLOT_HEIGHT } from './timeline-plot.tsx';
import type { TimelineScale } from './timeline-scale.ts';
import type { BrushHandle } from './use-brush.ts';
import type { TimelineData } from './use-timeline.ts';

const TICK_REACH = 5;

/** What a drag began as: a new span, or a window that moves. */
interface Drag {
  readonly grip: 'span' | Grip;
  readonly anchor: number;
  readonly start: Brush;
}

/** The part of the timeline that is taken hold of: the plot for spans and windows, and a handle at each end. */
export function BrushLayer({
  data,
  scale,
  brush,
  onHover,
}: {
  readonly data: TimelineData;
  readonly scale: TimelineScale;
  readonly brush: BrushHandle;
  readonly onHover: (hover: TimelineHover | null) => void;
}) {
  const { t } = useTranslation('timeline');
  const surface = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const count = scale.buckets.length;

  const pixelOf = (event: PointerEvent): number => {
    const box = surface.current?.getBoundingClientRect();
    return box ? event.clientX - box.left : 0;
  };
  const begin = (event: PointerEvent, grip: Drag['grip']) => {
    if (event.button !== 0 || count === 0) return;
    event.preventDefault();
    event.stopPropagation();
    surface.current?.setPointerCapture(event.pointerId);
    const anchor = scale.bucketAt(pixelOf(event));
    drag.current = { grip, anchor, start: brush.brush };
    if (grip === 'span') brush.drag(spanBrush(anchor, anchor));
  };
  const move = (event: PointerEvent) => {
    const position = scale.bucketAt(pixelOf(event));
    if (!drag.current) return onHover(hoverAt(data, scale, pixelOf(event), event, surface.current));
    const { grip, anchor, start } = drag.current;
    brush.drag(grip === 'span' ? spanBrush(anchor, position) : moveBrush(start, grip, position - anchor, count));
  };
  const end = () => {
    drag.current = null;
    brush.drop();
  };
  const within = (event: PointerEvent) => {
    const x = pixelOf(event);
    return brush.isSet && x >= scale.x(brush.from) && x <= scale.xAfter(brush.to);
  };
  const isWhole = brush.brush.first === 0 && brush.brush.last === count - 1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a plot; the two handles are the keyboard's way
    <div
      ref={surface}
      className={classes.surface}
      role="group"
      aria-label={t('brush')}
      onPointerDown={(event) => begin(event, within(event) && !isWhole ? 'both' : 'span')}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onPointerLeave={() => onHover(null)}
    >
      {count > 0 &&
        (['from', 'to'] as const).map((side) => (
          <Handle key={side} side={side} scale={scale} brush={brush} onTake={(event) => begin(event, side)} />
        ))}
    </div>
  );
}

function Handle({
  side,
  scale,
  brush,
  onTake,
}: {
  readonly side: 'from' | 'to';
  readonly scale: TimelineScale;
  readonly brush: BrushHandle;
  readonly onTake: (event: PointerEvent) => void;
}) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const count = scale.buckets.length;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = stepOfKey(event.key, getComputedStyle(event.currentTarget).direction === 'rtl', count);
    if (by === null) return;
    event.preventDefault();
    brush.drag(moveBrush(brush.brush, event.shiftKey ? 'both' : side, by, count));
  };
  return (
    <div
      className={classes.handle}
      data-set={brush.isSet || undefined}
      style={{ left: side === 'from' ? scale.x(brush.from) : scale.xAfter(brush.to), height: PLOT_HEIGHT + 20 }}
      role="slider"
      tabIndex={0}
      aria-label={t(side)}
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={side === 'from' ? brush.brush.first : brush.brush.last}
      aria-valuetext={format.date(side === 'from' ? brush.from : brush.to)}
      onPointerDown={onTake}
      onKeyDown={onKeyDown}
      onKeyUp={brush.drop}
      onBlur={brush.drop}
    />
  );
}

/** The development tick near the pointer when it is below the bars, else the bar. */
function hoverAt(
  data: TimelineData,
  scale: TimelineScale,
  x: number,
  event: PointerEvent,
  surface: HTMLElement | null,
): TimelineHover | null {
  const y = event.clientY - (surface?.getBoundingClientRect().top ?? 0);
  if (y <= PLOT_HEIGHT) return { kind: 'bar', position: scale.bucketAt(x) };
  const first = scale.buckets[0]?.start ?? '';
  const near = data.developments
    .filter(({ start }) => start >= first)
    .map(({ id, start }) => ({ id, distance: Math.abs(scale.x(start) - x) }))
    .filter(({ distance }) => distance <= TICK_REACH)
    .sort((a, b) => a.distance - b.distance)[0];
  return near ? { kind: 'development', id: near.id } : null;
}
