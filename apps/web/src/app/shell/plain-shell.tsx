import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../lib/api/me.ts';
import type { Screen } from '../../lib/view/screen-filter.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import { Gate } from './gate.tsx';
import classes from './plain-shell.module.css';
import shell from './shell.module.css';
import { TopBar } from './top-bar.tsx';

interface PlainPage {
  readonly path: string;
  readonly title:
    | 'access:account.title'
    | 'access:people.title'
    | 'editor:title'
    | 'imports:title'
    | 'queue:title'
    | 'queue:drafts.pasteTitle'
    | 'siteEditor:title.site'
    | 'siteEditor:title.route'
    | 'siteEditor:register.title';
  readonly need: Permission;
  /** The page whose tab is marked. */
  readonly screen?: Screen;
  /** How wide it is: a column of text, one of a table, or all of the window. */
  readonly width?: 'wide' | 'full';
}

/** Pages without filter and counts, and what each needs. */
const PLAIN_PAGES: readonly PlainPage[] = [
  { path: '/people', title: 'access:people.title', need: 'people.manage', width: 'wide' },
  { path: '/sites', title: 'siteEditor:title.site', need: 'sites.edit', screen: 'sites', width: 'full' },
  { path: '/routes', title: 'siteEditor:title.route', need: 'sites.edit', screen: 'sites', width: 'full' },
  { path: '/sources', title: 'siteEditor:register.title', need: 'records.read', width: 'wide' },
  { path: '/imports', title: 'imports:title', need: 'imports.run', width: 'wide' },
  { path: '/paste', title: 'queue:drafts.pasteTitle', need: 'drafts.paste' },
  { path: '/drafts', title: 'queue:title', need: 'drafts.decide', width: 'full' },
  { path: '/queue', title: 'queue:title', need: 'incidents.edit', width: 'full' },
  { path: '/incidents', title: 'editor:title', need: 'incidents.file', screen: 'incidents', width: 'full' },
];
const ACCOUNT: PlainPage = { path: '/account', title: 'access:account.title', need: 'account.own' };

/** The frame of pages that count nothing: top bar and tabs, without filter and counts. */
export function PlainShell() {
  const { t } = useTranslation(['access', 'editor', 'imports', 'queue', 'siteEditor', 'shell']);
  const pathname = useLocation({ select: (location) => location.pathname });
  const { need, screen = null, title, width } = PLAIN_PAGES.find(({ path }) => pathname.startsWith(path)) ?? ACCOUNT;
  return (
    <Gate need={need === 'records.read' ? need : 'account.own'}>
      <div className={classes.shell}>
        <a className={shell.skip} href="#content">
          {t('shell:skip')}
        </a>
        <TopBar screen={screen} title={t(title)} />
        <div id="content" className={classes.content} tabIndex={-1}>
          <Gate need={need} page={t(title)}>
            <main className={classes.column} data-width={width}>
              <Suspense fallback={null}>
                <Outlet />
              </Suspense>
            </main>
          </Gate>
        </div>
        <BottomTabs screen={screen} />
      </div>
    </Gate>
  );
}
