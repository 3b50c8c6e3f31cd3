import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DrawnLater } from '../../components/drawn-later.tsx';
import { LoadError } from '../../components/load-error.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
import { AsKnownBanner } from '../../features/as-known/as-known-banner.tsx';
import { AsKnownButton } from '../../features/as-known/as-known-button.tsx';
import { FilterBar } from '../../features/filters/filter-bar.tsx';
import { useScreen } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import { Gate } from './gate.tsx';
import { LinkIssues } from './link-issues.tsx';
import classes from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { TruthBar } from './truth-bar.tsx';

/** A page about incidents, for those who may read. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <Gate need="records.read">
      <Frame>{children}</Frame>
    </Gate>
  );
}

/**
 * The frame of every page about incidents: top bar, filter bar, the page, truth bar; tabs at the bottom on a phone. Top and truth
 * bar stand first and ask for the count; the rest, which is far more, is then drawn in slices.
 */
function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const screen = useScreen();
  const { error, retry } = useEngine();
  const { view } = useView();
  return (
    <div className={classes.shell} data-past={view.asOf !== undefined || undefined}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <TopBar screen={screen} title={t(`tabs.${screen}`)} />
      <Suspense fallback={<div className={classes.filterBar} />}>
        <DrawnLater before={<div className={classes.filterBar} />}>
          <FilterBar tools={<AsKnownButton />} />
          <div className={classes.notices}>
            <AsKnownBanner />
            <LinkIssues />
          </div>
        </DrawnLater>
      </Suspense>
      <main id="content" className={classes.content} tabIndex={-1}>
        {error ? (
          <LoadError what={t('table')} error={error} retry={retry} />
        ) : (
          <Suspense fallback={<div className={classes.loading} />}>
            <DrawnLater before={<div className={classes.loading} />}>{children}</DrawnLater>
          </Suspense>
        )}
      </main>
      <Suspense fallback={<footer className={classes.truth} />}>
        <TruthBar />
      </Suspense>
      <BottomTabs screen={screen} />
    </div>
  );
}
