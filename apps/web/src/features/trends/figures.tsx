import type { Answer, Query, TimelineMeasure } from '@corridor/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Change } from '../../components/change.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { type ComparedCoverage, useComparisonNote } from '../../lib/covered/use-comparison-note.ts';
import { useFormat } from '../../lib/use-format.ts';
import { type Comparison, useComparison } from '../../lib/view/use-comparison.ts';
import classes from './figures.module.css';

/** Five figures of the period, each against the period before and with its own monthly sparkline. */
export function Figures() {
  const { t } = useTranslation('trends');
  const format = useFormat();
  const comparison = useComparison();
  const now = useTotals(comparison.now);
  const before = useTotals(comparison.before ?? comparison.now);
  const siteCount = useSites().length + useRoutes().length;
  const unknown = (count: number) => (count > 0 ? t('unknown', { count, formatted: format.count(count) }) : '');
  const noteOf = (key: FigureSource['key']): string => {
    switch (key) {
      case 'incidents':
        return '';
      case 'killed':
      case 'wounded':
        return unknown(now?.totals.casualties[key].unknown ?? 0);
      case 'chinese':
        return t('harmed');
      case 'sites':
        return t('ofSites', { formatted: format.count(siteCount) });
    }
  };
  const compared = comparison.before !== null;
  const coverage = useComparisonNote(comparison.uncovered);
  return (
    <section className={classes.figures} aria-label={t('figures')} data-testid="figures">
      {FIGURES.map(({ key, measures, value }) => (
        <Figure
          key={key}
          label={t(key)}
          now={now && value(now)}
          before={compared ? before && value(before) : null}
          comparison={comparison}
          measures={measures}
          note={noteOf(key)}
        />
      ))}
      {coverage && <p className={classes.coverage}>{coverage}</p>}
    </section>
  );
}

interface FigureSource {
  readonly key: 'incidents' | 'killed' | 'wounded' | 'chinese' | 'sites';
  readonly measures: readonly TimelineMeasure[] | 'sites';
  readonly value: (answer: Answer) => number;
}

const FIGURES: readonly FigureSource[] = [
  { key: 'incidents', measures: ['incidents'], value: ({ totals }) => totals.matched },
  { key: 'killed', measures: ['killed'], value: ({ totals }) => totals.casualties.killed.best },
  { key: 'wounded', measures: ['wounded'], value: ({ totals }) => totals.casualties.wounded.best },
  {
    key: 'chinese',
    measures: ['chineseKilled', 'chineseWounded'],
    value: ({ totals }) => totals.casualties.chineseKilled.best + totals.casualties.chineseWounded.best,
  },
  { key: 'sites', measures: 'sites', value: sitesAimedAt },
];

function sitesAimedAt(answer: Answer): number {
  return answer.breakdowns?.[0]?.rows.filter(({ key, count }) => key !== null && count > 0).length ?? 0;
}

function useTotals(filter: Query['filter']): Answer | undefined {
  return useAnswer(useMemo(() => ({ filter, breakdowns: [{ by: 'targetedSite' }] }), [filter])).answer;
}

function Figure({
  label,
  now,
  before,
  comparison,
  measures,
  note,
}: {
  readonly label: string;
  readonly now: number | undefined;
  readonly before: number | null | undefined;
  readonly comparison: Comparison;
  readonly measures: FigureSource['measures'];
  readonly note: string;
}) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const values = useMonthly(comparison, measures);
  const beforeWords = useBeforeWords(before, comparison.uncovered);
  return (
    <div className={classes.figure}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>
        <b>{now === undefined ? '–' : format.count(now)}</b>
        {now !== undefined && typeof before === 'number' && <Change now={now} before={before} percent />}
      </div>
      <div className={classes.foot}>
        <span>
          {[beforeWords, t(`beside.now.${comparison.uncovered.now.part}`), note]
            .filter((words) => words !== '')
            .map((words) => (
              <span key={words}>{words}</span>
            ))}
        </span>
        <Sparkline
          values={values}
          now={comparison.before ? Math.ceil(values.length / 2) : values.length}
          width={96}
          height={26}
        />
      </div>
    </div>
  );
}

/** The figure of the period before, and how far sources cover that; else why there is none. */
function useBeforeWords(figure: number | null | undefined, { before, now }: ComparedCoverage): string {
  const { t } = useTranslation(['trends', 'coverage']);
  const format = useFormat();
  if (typeof figure !== 'number') {
    if (now.part === 'whole') return '';
    return t(before.part === 'whole' ? 'trends:uncoveredBefore' : 'trends:noPeriod');
  }
  const value = format.count(figure);
  if (before.part === 'none') return t('trends:before', { value });
  return t('trends:beforeBeside', { value, coverage: t(`coverage:beside.before.${before.part}`) });
}

/** Sums per month over both periods; for sites, how many different ones were aimed at. */
function useMonthly({ both }: Comparison, measures: FigureSource['measures']): readonly number[] {
  const [first, second] = measures === 'sites' ? (['incidents', 'incidents'] as const) : measures;
  const a = useTimeline(both, first ?? 'incidents', measures === 'sites');
  const b = useTimeline(both, second ?? 'incidents', false);
  return useMemo(() => {
    if (!a) return [];
    if (measures === 'sites') {
      const bySite = a.series.filter(({ key }) => key !== null);
      return a.starts.map((_, month) => bySite.filter(({ counts }) => (counts[month] ?? 0) > 0).length);
    }
    const sum = (timeline: typeof a | undefined, month: number) =>
      timeline?.series.reduce((total, { counts }) => total + (counts[month] ?? 0), 0) ?? 0;
    return a.starts.map((_, month) => sum(a, month) + (second ? sum(b, month) : 0));
  }, [a, b, measures, second]);
}

function useTimeline(filter: Query['filter'], measure: TimelineMeasure, bySite: boolean) {
  const query = useMemo(
    (): Query => ({ filter, timeline: { unit: 'month', measure, ...(bySite && { stackBy: 'targetedSite' }) } }),
    [filter, measure, bySite],
  );
  return useAnswer(query).answer?.timeline;
}
