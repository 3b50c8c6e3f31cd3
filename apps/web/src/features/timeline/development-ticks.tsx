import { dayOf, type IncidentSummary, isoOf } from '@corridor/domain';
import { type PointerEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyOf } from '../../lib/keys/key-commands.ts';
import { pressedKey } from '../../lib/keys/pressed-key.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Window } from './brush.ts';
import type { PlotMetrics } from './plot-metrics.ts';
import { barCount, type TimeAxis, xOfDay } from './time-axis.ts';
import classes from './timeline.module.css';

interface DevelopmentTicksProps {
  readonly axis: TimeAxis;
  readonly metrics: PlotMetrics;
  readonly developments: readonly IncidentSummary[];
  readonly window: Window | null;
  /** Which one names itself in the header line, by id. */
  readonly active: string | null;
  readonly onActive: (incident: IncidentSummary | null) => void;
  readonly onOpen: (incident: IncidentSummary) => void;
}

const REACH_PX = 6;

/** Developments as ticks. One stop for the keyboard: arrows go from tick to tick, Enter opens the record. */
export function DevelopmentTicks(props: DevelopmentTicksProps) {
  const { axis, metrics, developments, window, active, onActive, onOpen } = props;
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const ticks = useMemo(() => placeTicks(axis, developments), [axis, developments]);
  const { ticks: strip } = metrics;
  if (!strip || ticks.length === 0) return null;
  const index = Math.max(
    0,
    ticks.findIndex(({ incident }) => incident.id === active),
  );
  const current = ticks[index];
  const nearest = (event: PointerEvent<SVGGElement>) => {
    const left = event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0;
    return nearestTick(ticks, event.clientX - left);
  };
  const go = (to: number) => onActive(ticks[Math.max(0, Math.min(ticks.length - 1, to))]?.incident ?? null);
  return (
    <g
      role="slider"
      tabIndex={0}
      className={classes.ticks}
      aria-label={t('developmentsOpen')}
      aria-valuemin={0}
      aria-valuemax={ticks.length - 1}
      aria-valuenow={index}
      aria-valuetext={
        current &&
        t('development', {
          date: format.date(current.incident.start, current.incident.datePrecision),
          title: current.incident.title,
        })
      }
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && go(index)}
      onBlur={() => onActive(null)}
      onKeyDown={(event) => {
        const key = pressedKey(event, 'developmentStep', 'developmentEnd');
        if (key !== null) go(STEPS[key](index, ticks.length));
        else if (current && pressedKey(event, 'developmentOpen') !== null) onOpen(current.incident);
        else return;
        event.preventDefault();
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onPointerMove={(event) => {
        event.stopPropagation();
        onActive(nearest(event)?.incident ?? null);
      }}
      onPointerLeave={() => onActive(null)}
      onClick={(event) => {
        const left = event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0;
        const tick = nearestTick(ticks, event.clientX - left);
        if (tick) onOpen(tick.incident);
      }}
    >
      <rect
        className={classes.grip}
        x={axis.left}
        y={strip.top - 2}
        width={axis.barWidth * barCount(axis)}
        height={strip.height + 6}
      />
      {ticks.map(({ incident, x }) => (
        <line
          key={incident.id}
          x1={x}
          x2={x}
          y1={strip.top}
          y2={strip.top + strip.height}
          data-active={incident.id === active || undefined}
          data-outside={isOutside(incident, window) || undefined}
        />
      ))}
    </g>
  );
}

type StepKey = KeyOf<'developmentStep' | 'developmentEnd'>;
const STEPS: Readonly<Record<StepKey, (index: number, count: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowDown: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

interface Tick {
  readonly incident: IncidentSummary;
  readonly x: number;
}

function placeTicks(axis: TimeAxis, developments: readonly IncidentSummary[]): readonly Tick[] {
  const first = axis.edges[0];
  const end = axis.edges.at(-1);
  if (first === undefined || end === undefined) return [];
  return developments
    .filter(({ start }) => start >= isoOf(first) && start < isoOf(end))
    .map((incident) => ({ incident, x: xOfDay(axis, dayOf(incident.start)) }));
}

function nearestTick(ticks: readonly Tick[], x: number): Tick | null {
  let best: Tick | null = null;
  for (const tick of ticks) {
    if (Math.abs(tick.x - x) <= Math.abs((best?.x ?? Number.NEGATIVE_INFINITY) - x)) best = tick;
  }
  return best && Math.abs(best.x - x) <= REACH_PX ? best : null;
}

function isOutside({ start }: IncidentSummary, window: Window | null): boolean {
  return window !== null && (dayOf(start) < window.from || dayOf(start) > window.to);
}
