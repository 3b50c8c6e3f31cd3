import { DEVELOPMENT, type DimensionName, type Filter, type Query } from '@corridor/domain';

import { ActionIcon, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { Fragment, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-context.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import { useAnswerAhead } from '../../engine/use-answer-ahead.ts';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { uncoveredOf } from '../../lib/covered/uncovered-of.ts';
import { useCovered } from '../../lib/covered/use-covered.ts';
import { useFormat } from '../../lib/use-format.ts';
import { filterBefore } from '../../lib/view/filter-before.ts';
import { applyScreenDefaults, type Screen, useScreenFilter } from '../../lib/view/screen-filter.ts';
import { type ViewSnapshot, viewStore } from '../../lib/view/view-store.ts';
import classes from './shell.module.css';

/** The quiet line that says what every number on the screen counts. From the right, parts move into a popover. */
export function TruthBar() {
  const { t } = useTranslation('shell');
  const { info } = useEngine();
  const parts = useTruth();
  const narrow = useMediaQuery('(max-width: 1023px)') ?? false;
  const shown = narrow ? parts.slice(0, 2) : parts;
  return (
    <footer className={classes.truth} data-testid="truth-bar" data-engine={info?.engine}>
      <span role="status" aria-label={t('truth.label')}>
        {shown.map(({ key, text }, index) => (
          <Fragment key={key}>
            {index > 0 && <i> · </i>}
            <span data-part={key} className={key === 'partial' ? classes.partial : undefined}>
              {text}
            </span>
          </Fragment>
        ))}
      </span>
      {narrow && (
        <Popover position="top-end" shadow="sm" withinPortal>
          <Popover.Target>
            <ActionIcon className={classes.details ?? ''} size={24} aria-label={t('truth.details')}>
              <IconInfoCircle size={16} stroke={1.5} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            {parts.map(({ key, text }) => (
              <div key={key}>{text}</div>
            ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </footer>
  );
}

/** Gives the question of a view, of one filter the same. */
function useQueryOfView(screen: Screen): (snapshot: ViewSnapshot) => Query {
  const { info } = useEngine();
  const lastDay = info?.lastDay ?? null;
  return useMemo(() => {
    let last: { readonly of: Filter; readonly query: Query } | null = null;
    return ({ view: { filter } }) => {
      if (last?.of !== filter)
        last = { of: filter, query: questionOf(applyScreenDefaults(filter, screen, lastDay).filter) };
      return last.query;
    };
  }, [lastDay, screen]);
}

const WITH_STATUS: readonly DimensionName[] = ['status'];

/** Without a status in the filter, retracted records are not counted: its facet says how many there are. */
function questionOf(filter: Filter): Query {
  return filter.status ? { filter } : { filter, groups: WITH_STATUS };
}

interface TruthPart {
  readonly key: string;
  readonly text: ReactNode;
}

function useTruth(): readonly TruthPart[] {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { borderNote } = usePortfolio();
  const covered = useCovered();
  const { info, progress } = useEngine();
  const { filter, screen } = useScreenFilter('now');
  const { answer } = useAnswerAhead(viewStore, useQueryOfView(screen));
  const compared = screen === 'regions' || screen === 'trends';
  const before = useAnswer(
    useMemo(() => (compared ? { filter: filterBefore(filter) } : null), [compared, filter]),
    'now',
  ).answer;
  if (!answer || !info) {
    const kilobytes = progress ? format.count(progress.received / 1024) : null;
    return [{ key: 'loading', text: kilobytes ? t('truth.loadingBytes', { kilobytes }) : t('truth.loading') }];
  }
  const { matched, located, areas, unlocated } = answer.totals;
  const retracted = answer.groups?.status?.find(({ key }) => key === 'retracted')?.count ?? 0;
  const figure = (value: number, words: string) => (
    <>
      <b>{format.count(value)}</b> {words}
    </>
  );
  const beforeText = (count: number) => {
    const { from, to } = filterBefore(filter);
    const { part } = uncoveredOf(covered, from, to);
    return part === 'whole'
      ? t('truth.beforeWhole')
      : figure(count, t(part === 'part' ? 'truth.beforePart' : 'truth.before'));
  };
  const parts: (TruthPart | null)[] = [
    info.complete
      ? null
      : {
          key: 'partial',
          text: t('truth.partial', { loaded: format.count(info.loaded), total: format.count(info.incidents) }),
        },
    { key: 'matched', text: figure(matched, t('truth.match', { count: matched })) },
    info.engine === 'memory' || info.engine === 'kept'
      ? null
      : { key: 'engine', text: t(info.engine === 'sql' ? 'truth.byDatabase' : 'truth.byServer') },
    compared && before && filter.from && filter.to
      ? { key: 'before', text: beforeText(before.totals.matched) }
      : {
          key: 'located',
          text: figure(located, areas > 0 ? t('truth.onMapAreas', { areas: format.count(areas) }) : t('truth.onMap')),
        },
    unlocated > 0 ? { key: 'unlocated', text: figure(unlocated, t('truth.unlocated')) } : null,
    retracted > 0 ? { key: 'retracted', text: figure(retracted, t('truth.retracted')) } : null,
    compared && filter.from && filter.to ? { key: 'period', text: format.period(filter.from, filter.to) } : null,
    filter.type && !filter.type.includes(DEVELOPMENT)
      ? { key: 'developments', text: t('truth.developmentsOut') }
      : null,
    info.lastDay ? { key: 'dataTo', text: t('truth.dataTo', { date: format.date(info.lastDay) }) } : null,
    { key: 'revision', text: t('truth.revision', { revision: format.count(answer.revision) }) },
    { key: 'borders', text: borderNote },
  ];
  return parts.filter((part): part is TruthPart => part !== null);
}
