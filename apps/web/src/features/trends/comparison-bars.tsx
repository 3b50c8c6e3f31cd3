import { type BreakdownRow, type DimensionName, EVENT_TYPES, type Filter } from '@corridor/domain';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Change } from '../../components/change.tsx';
import { ChartCard } from '../../components/chart-card.tsx';
import { eventTypeColor } from '../../components/event-type.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { type ComparedCoverage, useComparisonNote } from '../../lib/covered/use-comparison-note.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useComparison } from '../../lib/view/use-comparison.ts';
import { useTableToggle } from '../../lib/view/use-table-toggle.ts';
import { type ComparedRow, compareRows } from './compare-rows.ts';
import classes from './comparison-bars.module.css';

type BarDimension = Extract<DimensionName, 'type' | 'province' | 'targetType' | 'actor'>;

/** Incidents by one dimension: a bar split by type, a mark for the period before, and the three numbers. */
export function ComparisonBars({
  by,
  limit,
  controls,
  className,
}: {
  readonly by: BarDimension;
  readonly limit: number;
  readonly controls?: ReactNode;
  readonly className?: string | undefined;
}) {
  const { t } = useTranslation(['trends', 'coverage']);
  const format = useFormat();
  const name = useKeyName(by);
  const { rows, compared, uncovered } = useComparedRows(by);
  const coverage = useComparisonNote(uncovered);
  const head = (words: string, which: 'now' | 'before') => {
    const { part } = uncovered[which];
    return part === 'none'
      ? words
      : t('trends:headBeside', { head: words, coverage: t(`coverage:beside.${which}.${part}`) });
  };
  const toggle = useTableToggle(by);
  const shown = rows.slice(0, limit);
  const max = Math.max(1, ...shown.map(({ now, before }) => Math.max(now, before ?? 0)));
  const table = {
    head: [t(`by.${by}`), head(t('now'), 'now'), ...(compared ? [head(t('beforeHead'), 'before'), t('change')] : [])],
    rows: rows.map(({ key, now, before }) => [name(key), now, ...(before === null ? [] : [before, now - before])]),
  };
  return (
    <ChartCard
      className={className}
      controls={controls}
      title={t(`by.${by}`)}
      subtitle={[t(compared ? 'barNote' : 'barNoteAlone'), coverage].filter(Boolean).join(' ')}
      table={table}
      {...toggle}
    >
      {shown.length === 0 ? (
        <p className={classes.more}>{t('nothing')}</p>
      ) : (
        <div className={classes.bars}>
          <div className={classes.head}>
            <span />
            <span />
            <span>{t('now')}</span>
            <span>{compared && t('beforeHead')}</span>
            <span>{compared && t('change')}</span>
          </div>
          {shown.map((row) => (
            <div key={row.key ?? ''} className={classes.row}>
              <span className={classes.label} title={name(row.key)}>
                {name(row.key)}
              </span>
              <TypeBar row={row} max={max} />
              <b>{format.count(row.now)}</b>
              <span className={classes.before}>{row.before !== null && format.count(row.before)}</span>
              <span>{row.before !== null && <Change now={row.now} before={row.before} />}</span>
            </div>
          ))}
          {rows.length > shown.length && (
            <p className={classes.more}>
              {t('more', { count: rows.length - shown.length, formatted: format.count(rows.length - shown.length) })}
            </p>
          )}
        </div>
      )}
    </ChartCard>
  );
}

function TypeBar({ row, max }: { readonly row: ComparedRow; readonly max: number }) {
  let start = 0;
  return (
    <span className={classes.bar} aria-hidden="true">
      {EVENT_TYPES.map((type, index) => {
        const count = row.byType[index] ?? 0;
        const left = start;
        start += count;
        return count > 0 ? (
          <i
            key={type}
            style={{
              insetInlineStart: `${(100 * left) / max}%`,
              inlineSize: `calc(${(100 * count) / max}% - 1px)`,
              background: eventTypeColor(type),
            }}
          />
        ) : null;
      })}
      {row.before !== null && <em style={{ insetInlineStart: `${(100 * row.before) / max}%` }} />}
    </span>
  );
}

interface ComparedRows {
  readonly rows: readonly ComparedRow[];
  readonly compared: boolean;
  readonly uncovered: ComparedCoverage;
}

function useComparedRows(by: BarDimension): ComparedRows {
  const { now, before, uncovered } = useComparison();
  const nowRows = useBreakdown(now, by);
  const beforeRows = useBreakdown(before ?? now, by);
  const compared = before !== null;
  const rows = useMemo(
    () => compareRows(nowRows ?? [], compared ? (beforeRows ?? []) : null),
    [nowRows, beforeRows, compared],
  );
  return { rows, compared, uncovered };
}

function useBreakdown(filter: Filter, by: BarDimension): readonly BreakdownRow[] | undefined {
  return useAnswer(useMemo(() => ({ filter, breakdowns: [{ by }] }), [filter, by])).answer?.breakdowns?.[0]?.rows;
}

function useKeyName(by: BarDimension): (key: string | null) => string {
  const { t } = useTranslation(['trends', 'taxonomy']);
  const provinceName = useProvinceName();
  return (key) => {
    if (key === null) return t(`trends:notKnown.${by}`);
    if (by === 'province') return provinceName(key);
    if (by === 'actor') return key;
    return t(`taxonomy:${by === 'type' ? 'typeShort' : by}.${key}`, { defaultValue: key });
  };
}
