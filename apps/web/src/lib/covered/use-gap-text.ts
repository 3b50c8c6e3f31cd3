import { dayOf, isoOf, nextUnit, type Span, startOfUnit } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format.ts';

/** Names the stretches that are hatched in a chart; null without any. */
export function useGapText(gaps: readonly Span[]): string | null {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  if (gaps.length === 0) return null;
  const periods = gaps.map(({ from, to }) => {
    const isWhole = from.endsWith('-01') && isoOf(nextUnit(dayOf(to), 'month') - 1) === to;
    if (!isWhole) return format.period(from, to);
    const last = isoOf(startOfUnit(dayOf(to), 'month'));
    return from === last ? format.date(from, 'month') : `${format.date(from, 'month')} – ${format.date(last, 'month')}`;
  });
  return t('hatched', { periods: periods.join(', ') });
}
