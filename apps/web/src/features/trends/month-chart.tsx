import { dayOf, EVENT_TYPES, type EventType, isoOf, nextUnit, type Span, uncoveredPart } from '@corridor/domain';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/chart-card.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
import { gapsOf } from '../../lib/covered/gaps-of.ts';
import { useCovered } from '../../lib/covered/use-covered.ts';
import { useGapText } from '../../lib/covered/use-gap-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTableToggle } from '../../lib/view/use-table-toggle.ts';
import { rollingMean } from './rolling-mean.ts';
import { StackedMonths } from './stacked-months.tsx';
import { type Month, useMonthSeries } from './use-month-series.ts';
import { YearLines } from './year-lines.tsx';

const SHOWN_MONTHS = 88;
const SHOWN_MONTHS_NARROW = 40;

/** The long view: months stacked by type with their mean, or each year as a line. */
export function MonthChart({
  form,
  controls,
  className,
}: {
  readonly form: 'monthly' | 'yearly';
  readonly controls: ReactNode;
  readonly className?: string | undefined;
}) {
  const { t } = useTranslation(['trends', 'coverage']);
  const format = useFormat();
  const { info } = useEngine();
  const narrow = useMediaQuery('(max-width: 639px)') ?? false;
  const { months, types, imprecise } = useMonthSeries();
  const toggle = useTableToggle('months');
  const shownTypes = EVENT_TYPES.filter((type) => types.includes(type));
  const covered = useCovered();
  const lastDay = info?.lastDay ?? null;
  const gaps = useMemo(() => gapsOf(covered, months[0]?.start, lastDay ?? undefined), [covered, months, lastDay]);
  const points = useMemo(() => toPoints(months, gaps, lastDay), [months, gaps, lastDay]);
  const shown = points.slice(narrow ? -SHOWN_MONTHS_NARROW : -SHOWN_MONTHS);
  const shownGaps = gapsOf(covered, (form === 'monthly' ? shown : points)[0]?.start, lastDay ?? undefined);
  const notes = [
    useGapText(shownGaps),
    imprecise > 0 ? t('trends:imprecise', { count: imprecise, formatted: format.count(imprecise) }) : null,
  ].filter((note) => note !== null);
  const periodOf = ({ start, uncovered }: MonthPoint) => {
    const period = format.date(start, 'month');
    return uncovered ? t('coverage:marked', { period }) : period;
  };
  return (
    <ChartCard
      className={className}
      title={t(`trends:${form}`)}
      subtitle={
        notes.length > 0 && <span title={shownGaps.length > 0 ? t('coverage:rule') : undefined}>{notes.join(' ')}</span>
      }
      table={
        form === 'monthly'
          ? monthTable(points, shownTypes, t('trends:month'), t('trends:total'), periodOf)
          : yearTable(points, t('trends:year'), format)
      }
      controls={controls}
      {...toggle}
    >
      {form === 'monthly' ? (
        <StackedMonths points={shown} types={shownTypes} gaps={shownGaps} />
      ) : (
        <YearLines points={points} />
      )}
    </ChartCard>
  );
}

export interface MonthPoint extends Month {
  /**
   * Mean of this month and the eleven before; null in the first year, in a month that is not over, and where no source covers
   * one of them.
   */
  readonly mean: number | null;
  /** The data end within this month. */
  readonly unfinished: boolean;
  /** No source covers it: that nothing is counted says nothing. */
  readonly uncovered: boolean;
}

function toPoints(months: readonly Month[], gaps: readonly Span[], lastDay: string | null): MonthPoint[] {
  const means = rollingMean(
    months.map(({ total }) => total),
    12,
  );
  let lastUncovered = -Infinity;
  return months.map((month, index) => {
    const end = isoOf(nextUnit(dayOf(month.start), 'month') - 1);
    const unfinished = lastDay !== null && lastDay < end;
    const uncovered = uncoveredPart(gaps, { from: month.start, to: end }) === 'whole';
    if (uncovered) lastUncovered = index;
    const hasMean = !unfinished && index - lastUncovered >= 12;
    return { ...month, mean: hasMean ? (means[index] ?? null) : null, unfinished, uncovered };
  });
}

type Formats = ReturnType<typeof useFormat>;

function monthTable(
  points: readonly MonthPoint[],
  types: readonly EventType[],
  month: string,
  total: string,
  periodOf: (point: MonthPoint) => string,
) {
  return {
    head: [month, ...types, total],
    rows: points
      .toReversed()
      .map((point) => [periodOf(point), ...types.map((type) => point.byType[type]), point.total]),
  };
}

function yearTable(points: readonly MonthPoint[], year: string, format: Formats) {
  const years = [...new Set(points.map(({ start }) => start.slice(0, 4)))].toReversed();
  const cell = (of: string, month: number) =>
    points.find(({ start, uncovered }) => !uncovered && start === `${of}-${String(month).padStart(2, '0')}-01`)
      ?.total ?? '–';
  const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);
  return {
    head: [
      year,
      ...monthNumbers.map(
        (month) => format.date(`2000-${String(month).padStart(2, '0')}-01`, 'month').split(' ')[0] ?? '',
      ),
    ],
    rows: years.map((of) => [of, ...monthNumbers.map((month) => cell(of, month))]),
  };
}
