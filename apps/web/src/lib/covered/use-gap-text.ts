import { dayOf, isoOf, nextUnit, type Span, startOfUnit } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format.ts';

/** Names the stretches that are hatched in a chart; null without any. */
export function useGapText(gaps: readonly Span[]): string | null {
  const { t } = useTranslation('coverage');
  const periods = useGapPeriods();
  return gaps.length === 0 ? null : t('hatched', { periods: periods(gaps) });
}

/** Gives stretches of time in words: whole months by their names. */
export function useGapPeriods(): (gaps: readonly Span[]) => string {
  const format = useFormat();
  const period = ({ from, to }: Span) => {
    const isWhole = from.endsWith('-01') && isoOf(nextUnit(dayOf(to), 'month') - 1) === to;
    if (!isWhole) return format.period(from, to);
    const last = isoOf(startOfUnit(dayOf(to), 'month'));
    return from === last ? format.date(from, 'month') : `${format.date(from, 'month')} – ${format.date(last, 'month')}`;
  };
  return (gaps) => gaps.map(period).join(', ');
}
