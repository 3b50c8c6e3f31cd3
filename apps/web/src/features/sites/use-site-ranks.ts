import type { Answer, Filter, Query } from '@corridor/domain';
import { useMemo } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { type AnswerState, useAnswer } from '../../engine/use-answer.ts';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { uncoveredOf } from '../../lib/covered/uncovered-of.ts';
import type { ComparedCoverage } from '../../lib/covered/use-comparison-note.ts';
import { useCovered } from '../../lib/covered/use-covered.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { type RankedSite, rankSites } from './rank-sites.ts';
import { siteWindows } from './site-windows.ts';

export interface SiteRanks {
  /** Undefined until the first answer has come. */
  readonly ranked: readonly RankedSite[] | undefined;
  /** The day from which days are counted back. */
  readonly end: string;
  /** What no source covers of the last 365 days and of those before. */
  readonly uncovered: ComparedCoverage;
  readonly failed: AnswerState | null;
}

/** Every site and route with its counts under the page's filter. */
export function useSiteRanks(): SiteRanks {
  const { filter } = useScreenFilter();
  const { info } = useEngine();
  const lastDay = info?.lastDay ?? '1970-01-01';
  const sites = useSites();
  const routes = useRoutes();
  const windows = useMemo(() => siteWindows(filter, lastDay), [filter, lastDay]);
  const covered = useCovered();
  const uncovered = useMemo(() => {
    const of = (filter: Filter | null) => uncoveredOf(covered, filter?.from, filter?.to);
    return { now: of(windows.last[365]), before: of(windows.yearBefore) };
  }, [covered, windows]);
  const yearBefore = uncovered.before.part === 'whole' ? null : windows.yearBefore;
  const d30 = useCounts(windows.last[30]);
  const d90 = useCounts(windows.last[90]);
  const d365 = useCounts(windows.last[365]);
  const before = useCounts(yearBefore ?? windows.last[365]);
  const all = useCounts(filter);
  const ranked = useMemo(() => {
    if (!d30.answer || !d90.answer || !d365.answer || !before.answer || !all.answer) return undefined;
    return rankSites(sites, routes, {
      windows: { 30: rowsOf(d30.answer), 90: rowsOf(d90.answer), 365: rowsOf(d365.answer) },
      yearBefore: yearBefore && rowsOf(before.answer),
      all: rowsOf(all.answer),
    });
  }, [d30.answer, d90.answer, d365.answer, before.answer, all.answer, sites, routes, yearBefore]);
  return {
    ranked,
    end: windows.end,
    uncovered,
    failed: [d30, d90, d365, before, all].find(({ error }) => error !== null) ?? null,
  };
}

function useCounts(filter: Filter): AnswerState {
  return useAnswer(useMemo((): Query => ({ filter, breakdowns: [{ by: 'site' }, { by: 'route' }] }), [filter]));
}

function rowsOf(answer: Answer) {
  return (answer.breakdowns ?? []).flatMap(({ rows }) => rows);
}
