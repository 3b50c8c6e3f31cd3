import { dayOf, isoOf, nextUnit, uncoveredPart } from '@corridor/domain';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../components/event-type.tsx';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { useGapText } from '../../lib/covered/use-gap-text.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Pointed } from './plot.tsx';
import { stackColor, useStackName } from './stack-words.ts';
import { isUnfinished, type TimeAxis } from './time-axis.ts';
import classes from './timeline.module.css';
import type { TimelineData } from './use-timeline.ts';

interface ReadoutProps {
  readonly data: TimelineData;
  readonly axis: TimeAxis;
  readonly pointed: Pointed;
}

/** The header line: what the pointer is on, otherwise what is not drawn and why. */
export function Readout({ data, axis, pointed }: ReadoutProps) {
  const format = useFormat();
  if (pointed?.kind === 'development') {
    const { start, datePrecision, title } = pointed.incident;
    return (
      <span className={classes.readout} data-testid="timeline-readout">
        <EventTypeMark type="Strategic developments" size={12} />
        <b>{format.date(start, datePrecision)}</b> <span>{title}</span>
      </span>
    );
  }
  return (
    <span className={classes.readout} data-testid="timeline-readout">
      {pointed ? <BarWords data={data} axis={axis} index={pointed.index} /> : <Notes data={data} />}
    </span>
  );
}

/** Dimensions of which an incident has several values or none: their bars do not add up to incidents. */
const SEVERAL: readonly string[] = ['actor', 'site', 'route', 'targetedSite'];

function BarWords({ data, axis, index }: Omit<ReadoutProps, 'pointed'> & { readonly index: number }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const nameOf = useStackName(data.by);
  const { isUncovered, note } = useCoverageNote(data, index);
  const start = data.starts[index];
  if (start === undefined) return null;
  const parts = data.stacks.filter(({ counts }) => (counts[index] ?? 0) > 0);
  const total = parts.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
  const words = [
    SEVERAL.includes(data.by) || isUncovered ? null : t('total', { count: total, formatted: format.count(total) }),
    ...parts.map(({ key, counts }) => t('part', { count: format.count(counts[index] ?? 0), name: nameOf(key) })),
    isUnfinished(axis, index, data.lastDay) ? t('unfinished') : null,
    note,
  ];
  return (
    <>
      <b>{format.bucket(start, data.unit)}</b> <span>{words.filter((word) => word !== null).join(' · ')}</span>
    </>
  );
}

/** What is known of a bar's coverage, and whether nothing is counted there because no source covers it. */
function useCoverageNote({ gaps, starts, unit }: TimelineData, index: number) {
  const { t } = useTranslation('coverage');
  const { coverageNotes } = usePortfolio();
  const start = starts[index];
  if (start === undefined) return { note: null, isUncovered: false };
  const end = isoOf(nextUnit(dayOf(start), unit) - 1);
  const part = uncoveredPart(gaps, { from: start, to: end });
  if (part === 'whole') return { note: t('none'), isUncovered: true };
  const thin = coverageNotes.find(({ from, to }) => from <= end && to >= start)?.note ?? null;
  return { note: part === 'part' ? t('part') : thin, isUncovered: false };
}

function Notes({ data }: { readonly data: TimelineData }) {
  const { t } = useTranslation(['timeline', 'coverage']);
  const format = useFormat();
  const gapText = useGapText(data.gaps);
  const { imprecise, outside, starts, by, stacks } = data;
  const counted = (count: number) => ({ count, formatted: format.count(count) });
  const notes: (ReactNode | null)[] = [
    stacks.length === 0 ? t('none') : null,
    gapText && (
      <span key="gaps" title={t('coverage:rule')}>
        {gapText}
      </span>
    ),
    by === 'type' ? null : <Key key="key" data={data} />,
    SEVERAL.includes(by) ? t('several') : null,
    outside.earlier > 0 ? t('earlier', { ...counted(outside.earlier), date: format.date(starts[0] ?? '') }) : null,
    outside.later > 0 ? t('later', counted(outside.later)) : null,
    imprecise > 0 ? t('imprecise', counted(imprecise)) : null,
  ];
  const shown = notes.filter((note) => note !== null);
  return shown.map((note, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the notes have an order and nothing else
    <Fragment key={index}>
      {index > 0 && ' · '}
      {note}
    </Fragment>
  ));
}

function Key({ data: { by, stacks } }: { readonly data: TimelineData }) {
  const nameOf = useStackName(by);
  return (
    <span className={classes.key}>
      {stacks.map(({ key }, index) => (
        <span key={key ?? ''}>
          <svg width="8" height="8" aria-hidden="true">
            <rect width="8" height="8" rx="1.5" fill={stackColor(by, key, index)} />
          </svg>
          {nameOf(key)}
        </span>
      ))}
    </span>
  );
}
