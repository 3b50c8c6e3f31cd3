import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DrawnLater } from '../../components/drawn-later.tsx';
import { LoadError } from '../../components/load-error.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
import { FilterBar } from '../../features/filters/filter-bar.tsx';
import { BottomTabs } from './bottom-tabs.tsx';
import { LinkIssues } from './link-issues.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { TruthBar } from './truth-bar.tsx';

/**
 * The frame of every page: top bar, filter bar, the page, truth bar; tabs at the bottom on a phone. The frame stands
 * first and asks for its count; the page, which is far more, is then drawn in slices.
 */
export function Shell() {
  const { t } = useTranslation('shell');
  const { error, retry } = useEngine();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <TopBar />
      <Suspense fallback={<div className={classes.filterBar} />}>
        <FilterBar />
        <LinkIssues />
      </Suspense>
      <main id="content" className={classes.content} tabIndex={-1}>
        {error ? (
          <LoadError what={t('table')} error={error} retry={retry} />
        ) : (
          <Suspense fallback={<div className={classes.loading} />}>
            <DrawnLater before={<div className={classes.loading} />}>
              <Outlet />
            </DrawnLater>
          </Suspense>
        )}
      </main>
      <Suspense fallback={<footer className={classes.truth} />}>
        <TruthBar />
      </Suspense>
      <BottomTabs />
    </div>
  );
}
