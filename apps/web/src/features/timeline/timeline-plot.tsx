import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-context.tsx';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { useFormat } from '../../lib/use-format.ts';
import { barPaths, countTicks, tallestBar } from './bar-paths.ts';
import { stackColour } from './stack-colour.ts';
import classes from './timeline.module.css';
import type { TimelineHover } from './timeline.tsx';
import type { TimelineScale } from './timeline-scale.ts';
import type { BrushHandle } from './use-brush.ts';
import type { TimelineData } from './use-timeline.ts';

export const PLOT_HEIGHT = 60;
const TICK_TOP = PLOT_HEIGHT + 4;
const TICK_HEIGHT = 9;
const YEARS_AT = TICK_TOP + TICK_HEIGHT + 14;
const MIN_LABEL_GAP = 44;

/** The drawing: bars, axis, thin coverage, development ticks, years. Outside the brush everything is pale. */
export function TimelinePlot({
  data,
  scale,
  brush,
  hover,
}: {
  readonly data: TimelineData;
  readonly scale: TimelineScale;
  readonly brush: BrushHandle;
  readonly hover: TimelineHover | null;
}) {
  const { t } = useTranslation('timeline');
  const clip = useId();
  const left = scale.x(brush.from);
  const right = scale.xAfter(brush.to);
  return (
    <svg className={classes.plot} width={scale.width} height={YEARS_AT + 4} role="img" aria-label={t('plot')}>
      <clipPath id={clip}>
        <rect x={left} y="-4" width={Math.max(0, right - left)} height={YEARS_AT} />
      </clipPath>
      <Coverage scale={scale} />
      <CountAxis data={data} scale={scale} />
      {brush.isSet && (
        <rect
          className={classes.brush}
          x={left}
          y="-4"
          width={Math.max(0, right - left)}
          height={TICK_TOP + TICK_HEIGHT + 6}
        />
      )}
      <g className={brush.isSet ? classes.outside : undefined}>
        <Bars data={data} scale={scale} />
        <Developments data={data} scale={scale} hover={hover} />
      </g>
      {brush.isSet && (
        <g clipPath={`url(#${clip})`}>
          <Bars data={data} scale={scale} />
          <Developments data={data} scale={scale} hover={hover} />
        </g>
      )}
      <Years scale={scale} />
      {hover && <HoverRule data={data} scale={scale} hover={hover} />}
    </svg>
  );
}

function Bars({ data, scale }: { readonly data: TimelineData; readonly scale: TimelineScale }) {
  const { info } = useEngine();
  const id = useId();
  const lastDay = info?.lastDay ?? null;
  const { whole, unfinished } = useMemo(() => {
    const isUnfinished = (position: number) => lastDay !== null && (scale.buckets[position]?.end ?? '') > lastDay;
    const max = tallestBar(scale, data.stacks);
    const paths = (take: (position: number) => boolean) => barPaths(scale, data.stacks, PLOT_HEIGHT, max, take);
    return { whole: paths((position) => !isUnfinished(position)), unfinished: paths(isUnfinished) };
  }, [scale, data.stacks, lastDay]);
  return (
    <>
      {data.stacks.map((stack, position) => {
        const colour = stackColour(stack, position);
        return (
          <g key={stack.key ?? `rest${position}`}>
            <pattern
              id={`${id}${position}`}
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="4" height="4" fill="var(--cw-surface)" />
              <rect width="2" height="4" fill={colour} />
            </pattern>
            <path d={whole[position]} fill={colour} />
            <path d={unfinished[position]} fill={`url(#${id}${position})`} />
          </g>
        );
      })}
    </>
  );
}

function CountAxis({ data, scale }: { readonly data: TimelineData; readonly scale: TimelineScale }) {
  const format = useFormat();
  const max = tallestBar(scale, data.stacks);
  return (
    <g className={classes.axis}>
      {countTicks(max).map((count) => {
        const y = PLOT_HEIGHT - (count * PLOT_HEIGHT) / max;
        return (
          <g key={count}>
            <line x1="0" x2={scale.width} y1={y} y2={y} data-base={count === 0 || undefined} />
            <text x="-8" y={y + 4} textAnchor="end">
              {format.count(count)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Coverage({ scale }: { readonly scale: TimelineScale }) {
  const { coverageNotes } = usePortfolio();
  return coverageNotes.map(({ from, to, note }) => {
    const [left, right] = [scale.x(from), scale.xAfter(to)];
    return right > left ? (
      <rect key={from} className={classes.coverage} x={left} y="-4" width={right - left} height={PLOT_HEIGHT + 4}>
        <title>{note}</title>
      </rect>
    ) : null;
  });
}

/** A tick for each development on its day; one known only to its month stands at the month's beginning. */
function Developments({
  data,
  scale,
  hover,
}: {
  readonly data: TimelineData;
  readonly scale: TimelineScale;
  readonly hover: TimelineHover | null;
}) {
  const first = scale.buckets[0]?.start ?? '';
  return data.developments
    .filter(({ start }) => start >= first)
    .map(({ id, start }) => (
      <rect
        key={id}
        className={classes.tick}
        data-hovered={(hover?.kind === 'development' && hover.id === id) || undefined}
        x={scale.x(start) - 0.75}
        y={TICK_TOP}
        width="1.5"
        height={TICK_HEIGHT}
      />
    ));
}

function Years({ scale }: { readonly scale: TimelineScale }) {
  const last = scale.buckets.at(-1)?.end ?? '';
  const first = scale.buckets[0]?.start ?? '';
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, index) =>
    String(Number(first.slice(0, 4)) + index),
  );
  const labels: { year: string; x: number }[] = [];
  for (const year of years) {
    const x = scale.x(`${year}-01-01`);
    const fits = x - (labels.at(-1)?.x ?? -MIN_LABEL_GAP) >= MIN_LABEL_GAP && x <= scale.width - 26;
    if (fits) labels.push({ year, x });
  }
  return (
    <g className={classes.axis}>
      {labels.map(({ year, x }) => (
        <text key={year} x={x} y={YEARS_AT}>
          {year}
        </text>
      ))}
    </g>
  );
}

function HoverRule({
  data,
  scale,
  hover,
}: {
  readonly data: TimelineData;
  readonly scale: TimelineScale;
  readonly hover: TimelineHover;
}) {
  const bucket = hover.kind === 'bar' ? scale.buckets[hover.position] : undefined;
  const development = hover.kind === 'development' ? data.developments.find(({ id }) => id === hover.id) : undefined;
  const x = bucket
    ? (scale.x(bucket.start) + scale.xAfter(bucket.end)) / 2
    : development
      ? scale.x(development.start)
      : null;
  return x === null ? null : <line className={classes.rule} x1={x} x2={x} y1="-4" y2={TICK_TOP + TICK_HEIGHT} />;
}
