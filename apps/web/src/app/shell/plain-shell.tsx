import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../lib/api/me.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import { Gate } from './gate.tsx';
import classes from './plain-shell.module.css';
import shell from './shell.module.css';
import { TopBar } from './top-bar.tsx';

/** Pages that are not about incidents, and what each needs. */
const PLAIN_PAGES = {
  '/account': { name: 'account', need: 'account.own' },
  '/people': { name: 'people', need: 'people.manage' },
} as const satisfies Readonly<Record<string, { readonly name: 'account' | 'people'; readonly need: Permission }>>;

/** The frame of pages that are not about incidents: top bar and tabs, without filter and counts. */
export function PlainShell() {
  const { t } = useTranslation(['access', 'shell']);
  const pathname = useLocation({ select: (location) => location.pathname });
  const { name, need } = pathname.startsWith('/people') ? PLAIN_PAGES['/people'] : PLAIN_PAGES['/account'];
  return (
    <Gate need="account.own">
      <div className={classes.shell}>
        <a className={shell.skip} href="#content">
          {t('shell:skip')}
        </a>
        <TopBar screen={null} title={t(`access:${name}.title`)} />
        <div id="content" className={classes.content} tabIndex={-1}>
          <Gate need={need}>
            <main className={classes.column} data-wide={name === 'people' || undefined}>
              <Suspense fallback={null}>
                <Outlet />
              </Suspense>
            </main>
          </Gate>
        </div>
        <BottomTabs screen={null} />
      </div>
    </Gate>
  );
}
