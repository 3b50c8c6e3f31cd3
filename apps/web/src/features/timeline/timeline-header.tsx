import { DIMENSIONS, type DimensionName, TIME_UNITS, type TimeUnit } from '@corridor/domain';
import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipForward } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../lib/view/use-view.ts';
import { yearChoices } from './time-axis.ts';
import classes from './timeline.module.css';
import { type Play, SPEEDS } from './use-play.ts';
import type { TimelineData } from './use-timeline.ts';

export function PlayButton({ play }: { readonly play: Play }) {
  const { t } = useTranslation('timeline');
  const Icon = play.single ? IconPlayerSkipForward : play.playing ? IconPlayerPause : IconPlayerPlay;
  const label = t(play.single ? 'step' : play.playing ? 'pause' : 'play');
  return (
    <ActionIcon size={24} aria-label={label} title={label} onClick={play.press}>
      <Icon size={14} stroke={1.5} />
    </ActionIcon>
  );
}

export function SpeedSelect({ play }: { readonly play: Play }) {
  const { t } = useTranslation('timeline');
  return (
    <HeaderSelect
      label={t('speed')}
      value={String(play.speed)}
      options={SPEEDS.map((speed) => ({ value: String(speed), label: t('speedValue', { speed }) }))}
      onChange={(value) => play.setSpeed(SPEEDS.find((speed) => String(speed) === value) ?? 1)}
    />
  );
}

/** How the bars are cut, stacked, and from which year on they are drawn. */
export const TimelineChoices = memo(function TimelineChoices(data: TimelineChoice) {
  const { t } = useTranslation(['timeline', 'taxonomy']);
  const { patch } = useView();
  const since = data.since;
  const years = yearChoices(data.firstDay, data.lastDay);
  return (
    <>
      <HeaderSelect
        label={t('timeline:unit')}
        value={data.unit}
        options={TIME_UNITS.map((unit) => ({ value: unit, label: t(`taxonomy:unit.${unit}`) }))}
        onChange={(value) => patch({ unit: TIME_UNITS.find((unit): unit is TimeUnit => unit === value) })}
      />
      <HeaderSelect
        label={t('timeline:stack')}
        value={data.by}
        options={DIMENSIONS.map((by) => ({
          value: by,
          label: t('timeline:byOption', { by: t(`timeline:by.${by}`) }),
        }))}
        onChange={(value) => patch({ stack: DIMENSIONS.find((by): by is DimensionName => by === value) })}
      />
      <HeaderSelect
        label={t('timeline:since')}
        value={String(since)}
        options={years.map((year) => ({ value: String(year), label: t('timeline:sinceYear', { year }) }))}
        onChange={(value) => patch({ span: value })}
      />
    </>
  );
});

type TimelineChoice = Pick<TimelineData, 'unit' | 'by' | 'since' | 'firstDay' | 'lastDay'>;

interface HeaderSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function HeaderSelect({ label, value, options, onChange }: HeaderSelectProps) {
  return (
    <NativeSelect
      variant="unstyled"
      size="xs"
      aria-label={label}
      title={label}
      classNames={{ root: classes.select ?? '', input: classes.selectInput ?? '' }}
      rightSectionWidth={20}
      value={value}
      data={[...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
