import { dayOf, EVENT_TYPES, type EventType, isoOf, nextUnit } from '@corridor/domain';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/chart-card.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
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
  const { t } = useTranslation('trends');
  const format = useFormat();
  const { info } = useEngine();
  const narrow = useMediaQuery('(max-width: 639px)') ?? false;
  const { months, types, imprecise } = useMonthSeries();
  const toggle = useTableToggle('months');
  const shownTypes = EVENT_TYPES.filter((type) => types.includes(type));
  const points = useMemo(() => toPoints(months, info?.lastDay ?? null), [months, info?.lastDay]);
  const shown = points.slice(narrow ? -SHOWN_MONTHS_NARROW : -SHOWN_MONTHS);
  return (
    <ChartCard
      className={className}
      title={t(form)}
      subtitle={imprecise > 0 && t('imprecise', { count: imprecise, formatted: format.count(imprecise) })}
      table={
        form === 'monthly'
          ? monthTable(points, shownTypes, t('month'), t('total'), format)
          : yearTable(points, t('year'), format)
      }
      controls={controls}
      {...toggle}
    >
      {form === 'monthly' ? <StackedMonths points={shown} types={shownTypes} /> : <YearLines points={points} />}
    </ChartCard>
  );
}

export interface MonthPoint extends Month {
  /** Mean of this month and the eleven before; null in the first year and in a month that is not over. */
  readonly mean: number | null;
  /** The data end within this month. */
  readonly unfinished: boolean;
}

function toPoints(months: readonly Month[], lastDay: string | null): MonthPoint[] {
  const means = rollingMean(
    months.map(({ total }) => total),
    12,
  );
  return months.map((month, index) => {
    const unfinished = lastDay !== null && lastDay < isoOf(nextUnit(dayOf(month.start), 'month') - 1);
    return { ...month, mean: unfinished ? null : (means[index] ?? null), unfinished };
  });
}

type Formats = ReturnType<typeof useFormat>;

function monthTable(
  points: readonly MonthPoint[],
  types: readonly EventType[],
  month: string,
  total: string,
  format: Formats,
) {
  return {
    head: [month, ...types, total],
    rows: points
      .toReversed()
      .map(({ start, byType, total: sum }) => [format.date(start, 'month'), ...types.map((type) => byType[type]), sum]),
  };
}

function yearTable(points: readonly MonthPoint[], year: string, format: Formats) {
  const years = [...new Set(points.map(({ start }) => start.slice(0, 4)))].toReversed();
  const cell = (of: string, month: number) =>
    points.find(({ start }) => start === `${of}-${String(month).padStart(2, '0')}-01`)?.total ?? '–';
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
