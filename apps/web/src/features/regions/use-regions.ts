import type { Answer, Filter, Query } from '@corridor/domain';
import { useMemo } from 'react';
import { type AnswerState, useAnswer } from '../../engine/use-answer.ts';
import { usePortfolio, useSites } from '../../lib/api/portfolio.ts';
import type { ComparedCoverage } from '../../lib/covered/use-comparison-note.ts';
import { useComparison } from '../../lib/view/use-comparison.ts';
import { buildProvinceRows, type ProvinceRows, type RegionCounts } from './region-rows.ts';

export interface Regions {
  /** Undefined until the first answer has come. */
  readonly provinces: readonly ProvinceRows[] | undefined;
  /** Months that the sparklines show, and how many of them belong to the period. */
  readonly months: number;
  readonly monthsNow: number;
  /** What no source covers of both periods. */
  readonly uncovered: ComparedCoverage;
  readonly failed: AnswerState | null;
}

/** Provinces and districts under the page's filter, against the period before. */
export function useRegions(): Regions {
  const { now, before, both, uncovered } = useComparison();
  const portfolio = usePortfolio();
  const sites = useSites();
  const current = useBreakdowns(now);
  const earlier = useBreakdowns(before ?? now);
  const whole = useBreakdowns(both);
  const compared = before !== null;
  const provinces = useMemo(() => {
    if (!current.answer || !earlier.answer || !whole.answer) return undefined;
    const counts = (index: number): RegionCounts => ({
      now: rowsOf(current.answer, index),
      before: compared ? rowsOf(earlier.answer, index) : null,
      both: rowsOf(whole.answer, index),
    });
    return buildProvinceRows(portfolio, { province: counts(0), district: counts(1) }, sites);
  }, [current.answer, earlier.answer, whole.answer, compared, portfolio, sites]);
  const months = whole.answer?.breakdowns?.[0]?.starts.length ?? 0;
  return {
    provinces,
    months,
    monthsNow: compared ? Math.ceil(months / 2) : months,
    uncovered,
    failed: [current, earlier, whole].find(({ error }) => error !== null) ?? null,
  };
}

function useBreakdowns(filter: Filter): AnswerState {
  const query = useMemo(
    (): Query => ({
      filter,
      breakdowns: [
        { by: 'province', unit: 'month' },
        { by: 'district', unit: 'month' },
      ],
    }),
    [filter],
  );
  return useAnswer(query);
}

function rowsOf(answer: Answer | undefined, index: number) {
  return answer?.breakdowns?.[index]?.rows ?? [];
}
