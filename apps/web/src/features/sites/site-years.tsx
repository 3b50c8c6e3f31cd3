import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartCard } from '../../components/chart-card.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useTableToggle } from '../../lib/view/use-table-toggle.ts';
import { countByYear, type SiteTimelines, type YearCounts } from './count-by-year.ts';
import classes from './site-years.module.css';

const PARTS = [
  { key: 'aimed', fill: 'var(--cw-accent)', label: 'aimed' },
  { key: 'inside', fill: 'var(--cw-text-3)', label: 'insideNotAimed' },
  { key: 'possible', fill: 'url(#site-years-possible)', label: 'possibleNotAimed' },
] as const;

/** Years of a site: what was aimed at it, what else happened inside, and what may have. */
export function SiteYears({ timelines, end }: { readonly timelines: SiteTimelines; readonly end: string }) {
  const { t } = useTranslation('sites');
  const { info } = useEngine();
  const { filter } = useScreenFilter();
  const toggle = useTableToggle('site-years');
  const first = Number((filter.from ?? info?.firstDay ?? end).slice(0, 4));
  const years = countByYear(timelines, first, Number(end.slice(0, 4)));
  return (
    <ChartCard
      title={t('perYear')}
      table={{
        head: [t('year'), ...PARTS.map(({ label }) => t(label))],
        rows: years.toReversed().map(({ year, aimed, inside, possible }) => [year, aimed, inside, possible]),
      }}
      {...toggle}
    >
      <div className={classes.legend}>
        {PARTS.map(({ key, label }) => (
          <span key={key}>
            <i className={classes[key]} />
            {t(label)}
          </span>
        ))}
      </div>
      <div className={classes.plot} role="img" aria-label={t('perYear')}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={years} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <defs>
              <pattern
                id="site-years-possible"
                width="4"
                height="4"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="4" height="4" fill="var(--cw-surface)" />
                <rect width="1.5" height="4" fill="var(--cw-text-3)" />
              </pattern>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--cw-border)" />
            <XAxis
              dataKey="year"
              tick={{ fontSize: 11, fill: 'var(--cw-text-3)' }}
              stroke="var(--cw-border-strong)"
              minTickGap={16}
            />
            <YAxis
              width={24}
              allowDecimals={false}
              tick={{ fontSize: 11, fill: 'var(--cw-text-3)' }}
              axisLine={false}
              tickLine={false}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--cw-surface-3)', opacity: 0.5 }}
              content={({ active, payload }) => {
                const point: YearCounts | undefined = payload?.[0]?.payload;
                return active && point ? (
                  <div className={classes.tooltip}>
                    <b>{point.year}</b>
                    {PARTS.map(({ key, label }) => (
                      <div key={key}>
                        {t(label)} <b>{point[key]}</b>
                      </div>
                    ))}
                  </div>
                ) : null;
              }}
            />
            {PARTS.map(({ key, fill }) => (
              <Bar key={key} dataKey={key} stackId="year" fill={fill} isAnimationActive={false} />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </ChartCard>
  );
}
