import { dayOf, type EventType, isoOf, type Span, startOfUnit } from '@corridor/domain';
import { useReducedMotion } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { EVENT_TYPE_KEYS, EventTypeMark, eventTypeColor } from '../../components/event-type.tsx';
import { UncoveredPattern } from '../../components/uncovered-pattern.tsx';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import type { MonthPoint } from './month-chart.tsx';
import classes from './stacked-months.module.css';

/**
 * Months as bars stacked by type in the fixed order, with the twelve-month mean, thin coverage shaded,
 * the unfinished month and what no source covers hatched.
 */
export function StackedMonths({
  gaps,
  points,
  types,
}: {
  readonly gaps: readonly Span[];
  readonly points: readonly MonthPoint[];
  readonly types: readonly EventType[];
}) {
  const { t } = useTranslation('trends');
  const format = useFormat();
  const still = useReducedMotion();
  return (
    <>
      <Legend types={types} hasGaps={gaps.length > 0} />
      <div className={classes.plot} role="img" aria-label={t('monthly')}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...points]}
            margin={{ top: 10, right: 4, bottom: 0, left: 0 }}
            barCategoryGap="10%"
            accessibilityLayer={false}
          >
            <defs>
              {types.map((type) => (
                <Hatch key={type} type={type} />
              ))}
              <UncoveredPattern id="months-uncovered" />
            </defs>
            <CartesianGrid vertical={false} stroke="var(--cw-border)" />
            {useAreas(points, gaps)}
            <XAxis
              dataKey="start"
              ticks={points.map(({ start }) => start).filter((start) => start.endsWith('-01-01'))}
              tickFormatter={(start: string) => start.slice(0, 4)}
              tick={{ fontSize: 11, fill: 'var(--cw-text-3)' }}
              stroke="var(--cw-border-strong)"
              interval={0}
              minTickGap={4}
            />
            <YAxis
              width={28}
              domain={[0, withHeadroom]}
              allowDecimals={false}
              tick={{ fontSize: 11, fill: 'var(--cw-text-3)' }}
              axisLine={false}
              tickLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--cw-surface-3)', opacity: 0.5 }}
              content={({ active, payload }) => {
                const point: MonthPoint | undefined = payload?.[0]?.payload;
                return active && point ? (
                  <MonthNumbers point={point} types={types} title={format.date(point.start, 'month')} />
                ) : null;
              }}
            />
            {types.map((type) => (
              <Bar
                key={type}
                dataKey={(point: MonthPoint) => point.byType[type]}
                name={type}
                stackId="month"
                fill={eventTypeColor(type)}
                isAnimationActive={!still}
                animationDuration={200}
              >
                {points.map(({ start, unfinished }) => (
                  <Cell key={start} fill={unfinished ? `url(#hatch-${EVENT_TYPE_KEYS[type]})` : eventTypeColor(type)} />
                ))}
              </Bar>
            ))}
            <Line
              dataKey="mean"
              type="linear"
              dot={false}
              activeDot={false}
              stroke="var(--cw-surface)"
              strokeWidth={4}
              isAnimationActive={false}
            />
            <Line
              dataKey="mean"
              type="linear"
              dot={false}
              activeDot={false}
              stroke="var(--cw-text)"
              strokeWidth={1.8}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}

/** The period of the page, stretches of thin coverage and those that no source covers, as areas behind the bars. */
function useAreas(points: readonly MonthPoint[], gaps: readonly Span[]) {
  const { t } = useTranslation('trends');
  const { filter } = useScreenFilter();
  const { coverageNotes } = usePortfolio();
  const first = points[0]?.start;
  const last = points.at(-1)?.start;
  if (!first || !last) return null;
  const within = (from: string, to: string) => {
    const start = monthOf(from);
    const end = monthOf(to);
    return end < first || start > last ? null : { x1: later(start, first), x2: earlier(end, last) };
  };
  const period = filter.from && filter.to ? within(filter.from, filter.to) : null;
  return [
    ...coverageNotes.map(({ from, to, note }) => {
      const span = within(from, to);
      return span ? (
        <ReferenceArea
          key={from}
          {...span}
          fill="var(--cw-surface-3)"
          fillOpacity={0.7}
          label={{ value: note, position: 'insideTopLeft', fontSize: 11, fill: 'var(--cw-text-3)' }}
        />
      ) : null;
    }),
    ...gaps.map(({ from, to }) => {
      const span = within(from, to);
      return span ? (
        <ReferenceArea key={`uncovered ${from}`} {...span} fill="url(#months-uncovered)" fillOpacity={1} />
      ) : null;
    }),
    period ? (
      <ReferenceArea
        key="period"
        {...period}
        fill="var(--cw-accent)"
        fillOpacity={0.07}
        label={{
          value: t('thisPeriod'),
          position: 'insideTopLeft',
          fontSize: 11,
          fontWeight: 600,
          fill: 'var(--cw-accent)',
        }}
      />
    ) : null,
  ];
}

/** Room above the tallest bar for the names of the shaded stretches. */
const withHeadroom = (max: number): number => Math.max(4, Math.ceil((max * 1.25) / 4) * 4);

const later = (a: string, b: string): string => (a.localeCompare(b) > 0 ? a : b);
const earlier = (a: string, b: string): string => (a.localeCompare(b) > 0 ? b : a);
const monthOf = (iso: string): string => isoOf(startOfUnit(dayOf(iso), 'month'));

function Hatch({ type }: { readonly type: EventType }) {
  return (
    <pattern
      id={`hatch-${EVENT_TYPE_KEYS[type]}`}
      width="4"
      height="4"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="4" height="4" fill="var(--cw-surface)" />
      <rect width="2" height="4" fill={eventTypeColor(type)} />
    </pattern>
  );
}

function Legend({ hasGaps, types }: { readonly hasGaps: boolean; readonly types: readonly EventType[] }) {
  const { t } = useTranslation(['trends', 'taxonomy', 'coverage']);
  return (
    <div className={classes.legend}>
      {types.map((type) => (
        <span key={type}>
          <EventTypeMark type={type} decorative />
          {t(`taxonomy:typeShort.${type}`)}
        </span>
      ))}
      <span>
        <i className={classes.mean} />
        {t('trends:mean')}
      </span>
      <span>
        <i className={classes.hatch} />
        {t('trends:unfinished')}
      </span>
      {hasGaps && (
        <span>
          <i className={classes.uncovered} />
          {t('coverage:none')}
        </span>
      )}
    </div>
  );
}

function MonthNumbers({
  point,
  types,
  title,
}: {
  readonly point: MonthPoint;
  readonly types: readonly EventType[];
  readonly title: string;
}) {
  const { t } = useTranslation(['trends', 'taxonomy', 'coverage']);
  const format = useFormat();
  if (point.uncovered) {
    return (
      <div className={classes.tooltip}>
        <b>{title}</b>
        <em>{t('coverage:none')}</em>
      </div>
    );
  }
  return (
    <div className={classes.tooltip}>
      <b>{title}</b>
      {types
        .filter((type) => point.byType[type] > 0)
        .map((type) => (
          <span key={type}>
            <EventTypeMark type={type} decorative />
            {t(`taxonomy:typeShort.${type}`)}
            <b>{format.count(point.byType[type])}</b>
          </span>
        ))}
      <span>
        {t('trends:total')}
        <b>{format.count(point.total)}</b>
      </span>
      {point.unfinished && <em>{t('trends:unfinished')}</em>}
    </div>
  );
}
