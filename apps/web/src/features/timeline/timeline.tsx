import { dayOf, isoOf, nextUnit, uncoveredPart } from '@corridor/domain';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenTable } from '../../components/hidden-table.tsx';
import { LoadError } from '../../components/load-error.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { Window } from './brush.ts';
import { Plot, type Pointed } from './plot.tsx';
import { PHONE_METRICS, WIDE_METRICS } from './plot-metrics.ts';
import { Readout } from './readout.tsx';
import { useStackName } from './stack-words.ts';
import { createTimeAxis } from './time-axis.ts';
import classes from './timeline.module.css';
import { PlayButton, SpeedSelect, TimelineChoices } from './timeline-header.tsx';
import type { Commit } from './use-brush.ts';
import { usePlay } from './use-play.ts';
import { type TimelineData, useTimeline } from './use-timeline.ts';

const RECENT_YEARS = { wide: 5, phone: 4 } as const;

/** Incidents over time in stacked bars; the period is a window over them that can be dragged, stepped and played. */
export function Timeline() {
  const { t } = useTranslation('timeline');
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  const { data, empty, error, retry } = useTimeline(phone ? RECENT_YEARS.phone : RECENT_YEARS.wide);
  return (
    <section className={classes.timeline} aria-label={t('label')}>
      {error ? (
        <LoadError what={t('what')} error={error} retry={retry} />
      ) : data ? (
        <LoadedTimeline data={data} phone={phone} />
      ) : empty ? (
        <p className={classes.empty}>{t('empty')}</p>
      ) : (
        <div className={classes.skeleton} />
      )}
    </section>
  );
}

function LoadedTimeline({ data, phone }: { readonly data: TimelineData; readonly phone: boolean }) {
  const { t } = useTranslation('timeline');
  const { patch } = useView();
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<Pointed>(null);
  const { period, commit, text } = usePeriod(data);
  const metrics = phone ? PHONE_METRICS : WIDE_METRICS;
  const axis = useMemo(
    () => createTimeAxis(data.starts, data.unit, metrics.left, Math.max(0, width - metrics.left - metrics.right)),
    [data.starts, data.unit, metrics, width],
  );
  const play = usePlay(axis, period, commit);
  const { unit, by, since, firstDay, lastDay } = data;
  const choices = { unit, by, since, firstDay, lastDay };
  return (
    <>
      <div className={classes.header}>
        {!phone && <PlayButton play={play} />}
        {!phone && !play.single && <SpeedSelect play={play} />}
        <b>{t(`title.${data.unit}`, { by: t(`by.${data.by}`) })}</b>
        {phone && !pointed ? (
          <span className={classes.readout}>{text}</span>
        ) : (
          <Readout data={data} axis={axis} pointed={pointed} />
        )}
        {phone ? <PlayButton play={play} /> : <TimelineChoices {...choices} />}
      </div>
      <div ref={ref} className={classes.frame}>
        {width > 0 && (
          <Plot
            data={data}
            axis={axis}
            metrics={metrics}
            width={width}
            period={period}
            pointed={pointed}
            onPoint={setPointed}
            onOpen={({ id }) => patch({ incident: id })}
            commit={commit}
          />
        )}
      </div>
      <TimelineTable data={useSettled(data)} />
    </>
  );
}

/** The filter's period as days, an open end standing for the end of the data. */
function usePeriod(data: TimelineData): {
  readonly period: Window | null;
  readonly commit: Commit;
  readonly text: string;
} {
  const format = useFormat();
  const { filter } = useScreenFilter('now');
  const { view, setFilter } = useView('now');
  const { firstDay, lastDay } = data;
  const { from, to } = filter;
  const period = useMemo(
    () =>
      from === undefined && to === undefined
        ? null
        : { from: dayOf(from ?? firstDay), to: dayOf(to ?? maxOf(from ?? lastDay, lastDay)) },
    [from, to, firstDay, lastDay],
  );
  const { filter: urlFilter } = view;
  const commit = useCallback<Commit>(
    (window, options) => {
      const { from: _from, to: _to, ...rest } = urlFilter;
      setFilter(window ? { ...rest, from: isoOf(window.from), to: isoOf(window.to) } : rest, options);
    },
    [urlFilter, setFilter],
  );
  return { period, commit, text: format.period(from, to) };
}

const maxOf = (a: string, b: string): string => (a > b ? a : b);

/** The bars' numbers for those who cannot see them. */
function TimelineTable({ data }: { readonly data: TimelineData }) {
  const { t } = useTranslation(['timeline', 'coverage']);
  const format = useFormat();
  const nameOf = useStackName(data.by);
  return useMemo(() => {
    const { gaps, stacks, starts, unit } = data;
    const periodOf = (start: string) => {
      const period = format.bucket(start, unit);
      const end = isoOf(nextUnit(dayOf(start), unit) - 1);
      return uncoveredPart(gaps, { from: start, to: end }) === 'whole' ? t('coverage:marked', { period }) : period;
    };
    return (
      <HiddenTable
        caption={t('table')}
        head={[t('period'), ...stacks.map(({ key }) => nameOf(key))]}
        rows={starts.map((start, index) => [
          periodOf(start),
          ...stacks.map(({ counts }) => format.count(counts[index] ?? 0)),
        ])}
      />
    );
  }, [t, format, nameOf, data]);
}
