import { Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenTable } from '../../components/hidden-table.tsx';
import { LoadError } from '../../components/load-error.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { BrushLayer } from './brush-layer.tsx';
import classes from './timeline.module.css';
import { TimelineHeader } from './timeline-header.tsx';
import { TimelinePlot } from './timeline-plot.tsx';
import { createScale } from './timeline-scale.ts';
import { useBrush } from './use-brush.ts';
import { useSeriesName } from './use-series-name.ts';
import { useTimeline } from './use-timeline.ts';

/** What the pointer or the focus is on: a bar, or a development. */
export type TimelineHover =
  | { readonly kind: 'bar'; readonly position: number }
  | { readonly kind: 'development'; readonly id: string };

/** Bars over time with developments as ticks, and a brush that is the filter's period. */
export function Timeline() {
  const { t } = useTranslation('timeline');
  const { ref, width } = useElementSize();
  const data = useTimeline();
  const [hover, setHover] = useState<TimelineHover | null>(null);
  const scale = useMemo(
    () => createScale(data.timeline?.starts ?? [], data.unit, data.since, Math.max(1, width)),
    [data.timeline?.starts, data.unit, data.since, width],
  );
  const brush = useBrush(scale);
  return (
    <section className={classes.timeline} aria-label={t('label')}>
      <TimelineHeader data={data} scale={scale} brush={brush} hover={hover} />
      {data.failed?.error ? (
        <LoadError what={t('what')} error={data.failed.error} retry={data.failed.retry} />
      ) : (
        <div className={classes.plotArea}>
          <div ref={ref} className={classes.plotWidth}>
            {data.timeline ? (
              <>
                <TimelinePlot data={data} scale={scale} brush={brush} hover={hover} />
                <BrushLayer data={data} scale={scale} brush={brush} onHover={setHover} />
              </>
            ) : (
              <Skeleton height={60} radius="sm" />
            )}
          </div>
        </div>
      )}
      <NumbersTable data={data} scale={scale} />
    </section>
  );
}

function NumbersTable({
  data,
  scale,
}: {
  readonly data: ReturnType<typeof useTimeline>;
  readonly scale: ReturnType<typeof createScale>;
}) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const name = useSeriesName(data.stackBy);
  const rows = useMemo(
    () =>
      scale.buckets.map(({ start, index }) => [
        format.bucket(start, data.unit),
        ...data.stacks.map(({ counts }) => format.count(counts[index] ?? 0)),
      ]),
    [scale, data.stacks, data.unit, format],
  );
  return (
    <HiddenTable caption={t('table')} head={[t('period'), ...data.stacks.map(({ key }) => name(key))]} rows={rows} />
  );
}
