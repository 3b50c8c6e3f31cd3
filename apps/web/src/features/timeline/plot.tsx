import { dayOf, type IncidentSummary, isoOf } from '@corridor/domain';
import { useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { UncoveredPattern } from '../../components/uncovered-pattern.tsx';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { useFormat } from '../../lib/use-format.ts';
import { barPaths, countScale, type PlotBox, wholeBarPath, yOfCount } from './bar-paths.ts';
import { type Window, wholeWindow } from './brush.ts';
import { BrushHandles } from './brush-handles.tsx';
import { DevelopmentTicks } from './development-ticks.tsx';
import type { PlotMetrics } from './plot-metrics.ts';
import { stackColor } from './stack-words.ts';
import { sumOf } from './stacks.ts';
import { barCount, bucketAt, isUnfinished, type TimeAxis, xOfDay, yearMarks } from './time-axis.ts';
import classes from './timeline.module.css';
import { type Commit, useBrush } from './use-brush.ts';
import type { TimelineData } from './use-timeline.ts';

/** What the pointer or the keyboard is on. */
export type Pointed =
  | { readonly kind: 'bar'; readonly index: number }
  | { readonly kind: 'development'; readonly incident: IncidentSummary }
  | null;

interface PlotProps {
  readonly data: TimelineData;
  readonly axis: TimeAxis;
  readonly metrics: PlotMetrics;
  readonly width: number;
  readonly period: Window | null;
  readonly pointed: Pointed;
  readonly onPoint: (pointed: Pointed) => void;
  readonly onOpen: (incident: IncidentSummary) => void;
  readonly commit: Commit;
}

/** The bars with their window; the bars are drawn anew only when their numbers change. */
export function Plot({ data, axis, metrics, width, period, pointed, onPoint, onOpen, commit }: PlotProps) {
  const { t } = useTranslation('timeline');
  const svgRef = useRef<SVGSVGElement>(null);
  const whole = useMemo(() => wholeWindow(axis), [axis]);
  const brush = useBrush(axis, period, whole, svgRef, commit);
  const window = brush.window ?? whole;
  const [left, right] = [xOfDay(axis, window.from), xOfDay(axis, window.to + 1)];
  const clip = useId();
  const bars = useMemo(() => <Bars data={data} axis={axis} metrics={metrics} />, [data, axis, metrics]);
  const scenery = useMemo(
    () => <Scenery data={data} axis={axis} metrics={metrics} width={width} />,
    [data, axis, metrics, width],
  );
  const bottom = metrics.top + metrics.barsHeight;
  return (
    <svg
      ref={svgRef}
      className={classes.plot}
      aria-label={t('plot')}
      width={width}
      height={metrics.height}
      data-dragging={brush.dragging || undefined}
      onPointerDown={brush.onPointerDown}
      onPointerMove={(event) => {
        brush.onPointerMove(event);
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        onPoint(barCount(axis) > 0 ? { kind: 'bar', index: bucketAt(axis, x) } : null);
      }}
      onPointerUp={brush.onPointerUp}
      onPointerCancel={brush.onPointerCancel}
      onPointerLeave={() => onPoint(null)}
    >
      {scenery}
      {brush.window && (
        <>
          <clipPath id={clip}>
            <rect x={left} y="0" width={Math.max(0, right - left)} height={metrics.height} />
          </clipPath>
          <rect
            x={left}
            y="0"
            width={Math.max(0, right - left)}
            height={bottom + (metrics.ticks ? 16 : 0)}
            className={classes.window}
          />
          <g className={classes.outside}>{bars}</g>
          <g clipPath={`url(#${CSS.escape(clip)})`} className={classes.inside}>
            {bars}
          </g>
        </>
      )}
      {!brush.window && bars}
      <Rule axis={axis} metrics={metrics} pointed={pointed} />
      <BrushHandles axis={axis} metrics={metrics} window={window} set={brush.window !== null} commit={commit} />
      <DevelopmentTicks
        axis={axis}
        metrics={metrics}
        developments={data.developments}
        window={brush.window}
        active={pointed?.kind === 'development' ? pointed.incident.id : null}
        onActive={(incident) => onPoint(incident && { kind: 'development', incident })}
        onOpen={onOpen}
      />
    </svg>
  );
}

/** Pixels within which the words of a gap stand. */
const LABEL_WIDTH = 180;

type PartProps = Pick<PlotProps, 'data' | 'axis' | 'metrics'>;

function boxOf(axis: TimeAxis, { top, barsHeight }: PlotMetrics): PlotBox {
  return { left: axis.left, barWidth: axis.barWidth, top, height: barsHeight };
}

function Bars({ data, axis, metrics }: PartProps) {
  const { stacks, by, lastDay } = data;
  const box = boxOf(axis, metrics);
  const { max } = countScale(sumOf(stacks));
  const last = barCount(axis) - 1;
  const unfinished = last >= 0 && isUnfinished(axis, last, lastDay);
  return (
    <>
      {barPaths(stacks, box, max).map((path, index) => {
        const key = stacks[index]?.key ?? null;
        return <path key={key ?? ''} d={path} fill={stackColor(by, key, index)} />;
      })}
      {unfinished && <path d={wholeBarPath(stacks, last, box, max)} className={classes.hatched} />}
    </>
  );
}

function Scenery({ data, axis, metrics, width }: PartProps & { readonly width: number }) {
  const format = useFormat();
  const { t } = useTranslation('coverage');
  const { coverageNotes } = usePortfolio();
  const box = boxOf(axis, metrics);
  const { max, ticks } = countScale(sumOf(data.stacks));
  const bottom = metrics.top + metrics.barsHeight;
  const [first, end] = [axis.edges[0] ?? 0, axis.edges.at(-1) ?? 0];
  return (
    <>
      <defs>
        <pattern id="timeline-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="4" className={classes.hatchLine} />
        </pattern>
        <UncoveredPattern id="timeline-uncovered" />
      </defs>
      {coverageNotes
        .filter(({ from, to }) => to >= isoOf(first) && from < isoOf(end))
        .map(({ from, to, note }) => {
          const [left, right] = [xOfDay(axis, dayOf(from)), xOfDay(axis, dayOf(to) + 1)];
          return (
            <rect
              key={`${from} ${note}`}
              x={left}
              y={metrics.top}
              width={Math.max(0, right - left)}
              height={metrics.barsHeight}
              className={classes.thin}
            />
          );
        })}
      {data.gaps.map(({ from, to }) => {
        const [left, right] = [xOfDay(axis, dayOf(from)), xOfDay(axis, dayOf(to) + 1)];
        const size = { x: left, y: metrics.top, width: Math.max(0, right - left), height: metrics.barsHeight };
        return (
          <g key={from} data-testid="uncovered">
            <rect {...size} className={classes.uncovered} />
            {size.width >= LABEL_WIDTH && (
              <text x={left + size.width / 2} y={metrics.top + metrics.barsHeight / 2 + 4} className={classes.gapLabel}>
                {t('none')}
              </text>
            )}
          </g>
        );
      })}
      {ticks.map((tick) => {
        const y = yOfCount(box, max, tick);
        return (
          <g key={tick}>
            <line
              x1={axis.left}
              x2={width - metrics.right}
              y1={y}
              y2={y}
              className={tick === 0 ? classes.base : classes.grid}
            />
            <text x={axis.left - 8} y={Math.max(9, y + 4)} className={classes.count}>
              {format.count(tick)}
            </text>
          </g>
        );
      })}
      {yearMarks(axis, 40).map(({ year, x }) => (
        <g key={year}>
          <line x1={x} x2={x} y1={bottom} y2={bottom + 3} className={classes.base} />
          <text x={Math.min(x, width - 30)} y={metrics.labelsAt} className={classes.year}>
            {year}
          </text>
        </g>
      ))}
    </>
  );
}

function Rule({ axis, metrics, pointed }: Pick<PlotProps, 'axis' | 'metrics' | 'pointed'>) {
  if (!pointed) return null;
  const x =
    pointed.kind === 'bar'
      ? axis.left + (pointed.index + 0.5) * axis.barWidth
      : xOfDay(axis, dayOf(pointed.incident.start));
  return <line x1={x} x2={x} y1="0" y2={metrics.top + metrics.barsHeight} className={classes.rule} />;
}
