import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';

const HOUR = 60;
const DAY_HOURS = 24;
/** From then on days say more than hours. */
const DAYS_FROM_HOURS = 72;

/** Stretches of time in words, in the unit that says most. */
export function useSpanText() {
  const { t } = useTranslation('freshness');
  const format = useFormat();
  const counted = (count: number) => ({ count, formatted: format.count(count) });
  return {
    span: (hours: number): string => {
      if (hours < 1) return t('minutes', counted(Math.round(hours * HOUR)));
      if (hours < DAYS_FROM_HOURS) return t('hours', counted(Math.round(hours)));
      return t('days', counted(Math.round(hours / DAY_HOURS)));
    },
    days: (days: number): string => t('days', counted(days)),
    every: (minutes: number): string =>
      minutes % HOUR === 0 ? t('everyHours', counted(minutes / HOUR)) : t('everyMinutes', counted(minutes)),
  };
}
