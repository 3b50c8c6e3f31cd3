import type { DimensionName, EventType } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';

/** The name of a stacked value: null is "not known", undefined the rest beyond the largest. */
export function useSeriesName(stackBy: DimensionName): (key: string | null | undefined) => string {
  const { t } = useTranslation(['timeline', 'taxonomy']);
  const provinceName = useProvinceName();
  const places = [...useSites(), ...useRoutes()];
  return (key) => {
    if (key === undefined) return t('timeline:others');
    if (key === null) return t('timeline:notKnown');
    if (stackBy === 'type') return t(`taxonomy:typeShort.${key as EventType}`);
    if (stackBy === 'targetType' || stackBy === 'status') return t(`taxonomy:${stackBy}.${key}`, { defaultValue: key });
    if (stackBy === 'severity')
      return t('timeline:severity', { level: key, name: t(`taxonomy:severity.${key}`, { defaultValue: '' }) });
    if (stackBy === 'chinese') return t(key === 'true' ? 'timeline:chinese.true' : 'timeline:chinese.false');
    if (stackBy === 'province') return provinceName(key);
    return places.find(({ id }) => id === key)?.name ?? key;
  };
}
