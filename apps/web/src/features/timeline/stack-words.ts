import { type DimensionName, EVENT_TYPES, type EventType, SEVERITIES, STATUSES, TARGET_TYPES } from '@corridor/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { eventTypeColor } from '../../components/event-type.tsx';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { OTHERS } from './stacks.ts';

const find = <T extends string | number>(values: readonly T[], key: string): T | undefined =>
  values.find((value) => String(value) === key);

/** The name of a dimension's value, as the header line prints it. */
export function useStackName(by: DimensionName): (key: string | null) => string {
  const { t } = useTranslation(['timeline', 'taxonomy']);
  const provinceName = useProvinceName();
  const sites = useSites();
  const routes = useRoutes();
  return useCallback(
    (key) => {
      if (key === null) return t('timeline:notKnown');
      if (key === OTHERS) return t('timeline:others');
      const type = by === 'type' ? find(EVENT_TYPES, key) : undefined;
      if (type) return t(`taxonomy:typeShort.${type}`);
      const target = by === 'targetType' ? find(TARGET_TYPES, key) : undefined;
      if (target) return t(`taxonomy:targetType.${target}`);
      const status = by === 'status' ? find(STATUSES, key) : undefined;
      if (status) return t(`taxonomy:status.${status}`);
      const level = by === 'severity' ? find(SEVERITIES, key) : undefined;
      if (level) return t('timeline:severity', { level, name: t(`taxonomy:severity.${level}`) });
      if (by === 'chinese') return t(key === 'true' ? 'timeline:chinese.true' : 'timeline:chinese.false');
      if (by === 'province') return provinceName(key);
      if (by === 'site' || by === 'route' || by === 'targetedSite') {
        return [...sites, ...routes].find(({ id }) => id === key)?.name ?? key;
      }
      return key;
    },
    [t, by, provinceName, sites, routes],
  );
}

const CATEGORICAL = ['seq-5', 'div-m2', 'area', 'seq-3', 'div-p2', 'text-2'] as const;
const ORDERED = { '5': 'seq-5', '4': 'seq-4', '3': 'seq-3', '2': 'seq-2', '1': 'text-off' } as const;

/** A stack's colour: a type's own, darker for graver severities, else by place in the stack. */
export function stackColor(by: DimensionName, key: string | null, index: number): string {
  if (by === 'type') return eventTypeColor(find<EventType>(EVENT_TYPES, key ?? '') ?? 'Strategic developments');
  if (by === 'severity') {
    const level = find(SEVERITIES, key ?? '');
    return `var(--cw-${level ? ORDERED[level] : 'text-off'})`;
  }
  if (key === null || key === OTHERS) return 'var(--cw-text-off)';
  return `var(--cw-${CATEGORICAL[index] ?? 'text-off'})`;
}
