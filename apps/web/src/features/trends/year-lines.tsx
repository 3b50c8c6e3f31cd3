import { LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import type { MonthPoint } from './month-chart.tsx';

const SHOWN_YEARS = 5;
/** The newest year stands out; the ones before it are told apart by dash as well as by shade. */
const COLORS = ['var(--cw-accent)', 'var(--cw-text)', 'var(--cw-text-3)', 'var(--cw-text-3)', 'var(--cw-text-off)'];
const DASHES = [undefined, undefined, undefined, '5 3', '2 3'];

/**
 * The last years as lines over the months, so that a season can be told from a trend. A month that is not over, or that
 * no source covers, is no point.
 */
export function YearLines({ points }: { readonly points: readonly MonthPoint[] }) {
  const { t } = useTranslation('trends');
  const format = useFormat();
  const years = [...new Set(points.map(({ start }) => start.slice(0, 4)))].slice(-SHOWN_YEARS).reverse();
  const byStart = new Map(
    points.map(({ start, total, uncovered, unfinished }) => [start, unfinished || uncovered ? null : total]),
  );
  const data = Array.from({ length: 12 }, (_, month) => {
    const part = String(month + 1).padStart(2, '0');
    const label = format.date(`2000-${part}-01`, 'month').replace(/\s*2000\s*/, '');
    const counts = years.map((year) => [year, byStart.get(`${year}-${part}-01`) ?? null]);
    return { month: label, ...Object.fromEntries(counts) };
  });
  return (
    <div role="img" aria-label={t('yearly')} style={{ flex: 1, minHeight: 240 }}>
      <LineChart
        h="100%"
        data={data}
        dataKey="month"
        series={years.map((year, index) => ({
          name: year,
          color: COLORS[index] ?? 'var(--cw-text-off)',
          ...(DASHES[index] && { strokeDasharray: DASHES[index] }),
        }))}
        connectNulls={false}
        curveType="linear"
        withLegend
        withDots={false}
        tickLine="none"
        gridAxis="x"
        strokeWidth={1.8}
        lineChartProps={{ accessibilityLayer: false }}
        lineProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
