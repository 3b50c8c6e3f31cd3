import { dayOf, type Filter, isoOf, type Query, uncoveredPart } from '@corridor/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../components/chart-card.tsx';
import { UncoveredPattern } from '../../components/uncovered-pattern.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { gapsOf } from '../../lib/covered/gaps-of.ts';
import { useCovered } from '../../lib/covered/use-covered.ts';
import { useGapText } from '../../lib/covered/use-gap-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useTableToggle } from '../../lib/view/use-table-toggle.ts';
import classes from './calendar.module.css';
import { layOutCalendar } from './lay-out-calendar.ts';

const MAX_DAYS = 366;
const CELL = 7.5;
const ROW = CELL * 2.5;
const LEFT = 28;
const TOP = 20;

/** One cell a day: at most the last year of the period. Rows known only to a month have no day and are counted apart. */
export function Calendar() {
  const { t } = useTranslation(['trends', 'coverage']);
  const format = useFormat();
  const toggle = useTableToggle('calendar');
  const { days, cut, shownUpTo, imprecise } = useDays();
  const gaps = gapsOf(useCovered(), days[0]?.start, days.at(-1)?.start);
  const gapText = useGapText(gaps);
  const isGap = (day: string) => uncoveredPart(gaps, { from: day, to: day }) === 'whole';
  const { cells, monthLabels, weeks } = useMemo(() => layOutCalendar(days), [days]);
  const busy = days.filter(({ count }) => count > 0);
  const most = busy.reduce((best, day) => (day.count > best.count ? day : best), { start: '', count: 0 });
  const note = most.start
    ? t('trends:calendarNote', {
        days: format.count(busy.length),
        all: format.count(days.length),
        date: format.date(most.start),
        most: format.count(most.count),
      })
    : days.length === 0
      ? t('trends:nothing')
      : t('trends:calendarNone', { all: format.count(days.length) });
  const width = LEFT + weeks * CELL;
  const height = TOP + 7 * ROW;
  return (
    <ChartCard
      title={t('trends:calendar')}
      subtitle={note}
      table={{
        head: [t('trends:day'), t('trends:incidents')],
        rows: busy.toReversed().map(({ start, count }) => [format.date(start), count]),
      }}
      {...toggle}
    >
      <svg
        className={classes.calendar}
        viewBox={`0 0 ${width} ${height}`}
        style={{ maxInlineSize: width }}
        role="img"
        aria-label={[`${t('trends:calendar')}.`, note, gapText].filter(Boolean).join(' ')}
      >
        <defs>
          <UncoveredPattern id="calendar-uncovered" />
        </defs>
        {monthLabels.map(({ start, week }) => (
          <text key={start} x={LEFT + week * CELL} y="12">
            {format.date(start, 'month').split(' ')[0]}
          </text>
        ))}
        {(['mon', 'wed', 'fri', 'sun'] as const).map((day, index) => (
          <text key={day} x="0" y={TOP + index * 2 * ROW + CELL * 1.7}>
            {t(`trends:weekdays.${day}`)}
          </text>
        ))}
        {cells.map(({ start, count, week, weekday }) => (
          <rect
            key={start}
            x={LEFT + week * CELL}
            y={TOP + weekday * ROW}
            width={CELL - 1.2}
            height={ROW - 1.5}
            rx="1"
            className={isGap(start) ? classes.uncovered : classes[`level${Math.min(count, 3)}`]}
          >
            <title>
              {isGap(start)
                ? t('coverage:marked', { period: format.date(start) })
                : t('trends:calendarCell', { date: format.date(start), count })}
            </title>
          </rect>
        ))}
      </svg>
      <div className={classes.key}>
        {[0, 1, 2, 3].map((count) => (
          <span key={count}>
            <i className={classes[`level${count}`]} />
            {count === 3 ? t('trends:calendarMore') : format.count(count)}
          </span>
        ))}
      </div>
      <p className={classes.foot}>
        {gapText && `${gapText} `}
        {shownUpTo !== null
          ? `${t('trends:calendarUpTo', { all: format.count(days.length), date: format.date(shownUpTo) })} `
          : cut && days.length > 0 && `${t('trends:calendarLast', { all: format.count(days.length) })} `}
        {imprecise > 0 && t('trends:calendarOut', { count: imprecise, formatted: format.count(imprecise) })}
      </p>
    </ChartCard>
  );
}

/** Counts per day of the filter's period as far as the data reach, or of the last year of a longer one. */
function useDays() {
  const { filter } = useScreenFilter();
  const { info } = useEngine();
  const lastDay = info?.lastDay ?? undefined;
  const endsEarly =
    lastDay !== undefined && filter.to !== undefined && lastDay < filter.to && lastDay >= (filter.from ?? lastDay);
  const to = endsEarly ? lastDay : (filter.to ?? lastDay ?? filter.from);
  const earliest = to ? isoOf(dayOf(to) - MAX_DAYS + 1) : undefined;
  const cut = earliest !== undefined && (filter.from === undefined || filter.from < earliest);
  const query = useMemo((): Query => {
    const from = cut ? earliest : filter.from;
    const shown: Filter = { ...filter, ...(from && { from }), ...(to && { to }) };
    return { filter: shown, timeline: { unit: 'day' } };
  }, [filter, to, cut, earliest]);
  const timeline = useAnswer(query).answer?.timeline;
  const days = useMemo(
    () => (timeline?.starts ?? []).map((start, index) => ({ start, count: timeline?.series[0]?.counts[index] ?? 0 })),
    [timeline],
  );
  const shownUpTo = endsEarly && cut ? (days.at(-1)?.start ?? null) : null;
  return { days, cut, shownUpTo, imprecise: timeline?.imprecise ?? 0 };
}
