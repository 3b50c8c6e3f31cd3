import { useTranslation } from 'react-i18next';
import type { Uncovered } from './uncovered-of.ts';
import { useGapPeriods } from './use-gap-text.ts';

export interface ComparedCoverage {
  readonly now: Uncovered;
  readonly before: Uncovered;
}

/** Says what no source covers of two periods that are compared; null where sources cover all of both. */
export function useComparisonNote({ before, now }: ComparedCoverage): string | null {
  const { t } = useTranslation('coverage');
  const periods = useGapPeriods();
  if (now.part === 'whole') return t('compared.now.whole');
  const noteOf = (which: 'now' | 'before', { gaps, part }: Uncovered) =>
    part === 'none' ? null : t(`compared.${which}.${part}`, { periods: periods(gaps) });
  return [noteOf('now', now), noteOf('before', before)].filter((note) => note !== null).join(' ') || null;
}
