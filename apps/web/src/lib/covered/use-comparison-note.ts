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
  const notes = ([['now', now] as const, ['before', before] as const] as const).flatMap(([which, { gaps, part }]) =>
    part === 'none' ? [] : [t(`compared.${which}.${part}`, { periods: periods(gaps) })],
  );
  return notes.length === 0 ? null : notes.join(' ');
}
