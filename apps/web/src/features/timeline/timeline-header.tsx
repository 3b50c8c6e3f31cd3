import { DIMENSIONS, type DimensionName, TIME_UNITS } from '@corridor/domain';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-context.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import { PlayControls } from './play-controls.tsx';
import classes from './timeline.module.css';
import type { TimelineHover } from './timeline.tsx';
import type { TimelineScale } from './timeline-scale.ts';
import type { BrushHandle } from './use-brush.ts';
import { useSeriesName } from './use-series-name.ts';
import type { TimelineData } from './use-timeline.ts';

/** Play, title, the line that answers the pointer, and how the bars are made. */
export function TimelineHeader({
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
  const { t } = useTranslation(['timeline', 'taxonomy']);
  const { patch } = useView();
  const { info } = useEngine();
  const lastYear = Number((info?.lastDay ?? '1970').slice(0, 4));
  const firstYear = Number((info?.firstDay ?? '1970').slice(0, 4));
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(lastYear - index));
  return (
    <header className={classes.header}>
      <PlayControls scale={scale} brush={brush} />
      <h2>{t(`timeline:title.${data.unit}`, { by: t(`timeline:by.${data.stackBy}`) })}</h2>
      <p className={classes.answer} aria-live="polite">
        <HoverText data={data} scale={scale} hover={hover} />
      </p>
      <div className={classes.selects}>
        <NativeSelect
          variant="unstyled"
          size="xs"
          aria-label={t('timeline:unit')}
          value={data.unit}
          onChange={(event) => patch({ unit: TIME_UNITS.find((unit) => unit === event.currentTarget.value) })}
          data={TIME_UNITS.map((value) => ({ value, label: t(`taxonomy:unit.${value}`) }))}
        />
        <NativeSelect
          variant="unstyled"
          size="xs"
          aria-label={t('timeline:stack')}
          value={data.stackBy}
          onChange={(event) =>
            patch({ stack: DIMENSIONS.find((name: DimensionName) => name === event.currentTarget.value) })
          }
          data={DIMENSIONS.map((value) => ({
            value,
            label: t('timeline:byOption', { by: t(`timeline:by.${value}`) }),
          }))}
        />
        <NativeSelect
          variant="unstyled"
          size="xs"
          aria-label={t('timeline:since')}
          value={data.since.slice(0, 4)}
          onChange={(event) => patch({ span: event.currentTarget.value })}
          data={years.map((year) => ({ value: year, label: t('timeline:sinceYear', { year }) }))}
        />
      </div>
    </header>
  );
}

function HoverText({
  data,
  scale,
  hover,
}: {
  readonly data: TimelineData;
  readonly scale: TimelineScale;
  readonly hover: TimelineHover | null;
}) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const { info } = useEngine();
  const name = useSeriesName(data.stackBy);
  const development = hover?.kind === 'development' ? data.developments.find(({ id }) => id === hover.id) : undefined;
  if (development) {
    return t('development', {
      date: format.date(development.start, development.datePrecision),
      title: development.title,
    });
  }
  const bucket = hover?.kind === 'bar' ? scale.buckets[hover.position] : undefined;
  if (!bucket) return <Leftovers data={data} scale={scale} />;
  const parts = data.stacks
    .map((stack) => ({ name: name(stack.key), count: stack.counts[bucket.index] ?? 0 }))
    .filter(({ count }) => count > 0);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return [
    format.bucket(bucket.start, data.unit),
    t('total', { count: total, formatted: format.count(total) }),
    ...parts.map((part) => t('part', { name: part.name, count: part.count })),
    ...(info?.lastDay && bucket.end > info.lastDay ? [t('unfinished')] : []),
  ].join(' · ');
}

/** What the bars do not hold: rows dated too roughly, and what lies before the first bar. */
function Leftovers({ data, scale }: { readonly data: TimelineData; readonly scale: TimelineScale }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const imprecise = data.timeline?.imprecise ?? 0;
  const firstIndex = scale.buckets[0]?.index ?? 0;
  const earlier = data.stacks.reduce(
    (sum, { counts }) => sum + counts.slice(0, firstIndex).reduce((a, b) => a + b, 0),
    0,
  );
  const date = format.date(scale.buckets[0]?.start ?? data.since);
  return [
    ...(earlier > 0 ? [t('earlier', { count: earlier, formatted: format.count(earlier), date })] : []),
    ...(imprecise > 0 ? [t('imprecise', { count: imprecise, formatted: format.count(imprecise) })] : []),
  ].join(' · ');
}
