import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { formatSearchText, parseSearchText } from '../lib/view/search-text.ts';
import { createViewHistory } from '../lib/view/view-history.ts';
import { viewStore } from '../lib/view/view-store.ts';
import { MapPage } from './pages/map-page.tsx';
import { CrashedPage } from './shell/crashed-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PlainShell } from './shell/plain-shell.tsx';
import { Shell } from './shell/shell.tsx';

/** Every parameter is a list of texts; `parseView` gives them their meaning and reports those that have none. */
const searchSchema = z.record(z.string(), z.array(z.string()).or(z.undefined()));

const rootRoute = createRootRoute({
  notFoundComponent: () => (
    <Shell>
      <NotFoundPage />
    </Shell>
  ),
  errorComponent: CrashedPage,
  validateSearch: searchSchema,
});

/** Pages about incidents. */
const dashboardRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'dashboard',
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
});

/** Pages about people, for those who are in. */
const plainRoute = createRoute({ getParentRoute: () => rootRoute, id: 'plain', component: PlainShell });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/map', search, replace: true });
  },
});

const mapRoute = createRoute({ getParentRoute: () => dashboardRoute, path: '/map', component: MapPage });

const regionsRoute = createRoute({
  getParentRoute: () => dashboardRoute,
  path: '/regions',
  component: lazyRouteComponent(() => import('./pages/regions-page.tsx'), 'RegionsPage'),
});

const sitesRoute = createRoute({
  getParentRoute: () => dashboardRoute,
  path: '/sites',
  component: lazyRouteComponent(() => import('./pages/sites-page.tsx'), 'SitesPage'),
});

const trendsRoute = createRoute({
  getParentRoute: () => dashboardRoute,
  path: '/trends',
  component: lazyRouteComponent(() => import('./pages/trends-page.tsx'), 'TrendsPage'),
});

const incidentsRoute = createRoute({
  getParentRoute: () => dashboardRoute,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./pages/incidents-page.tsx'), 'IncidentsPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account-page.tsx'), 'AccountPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/people-page.tsx'), 'PeoplePage'),
});

const newIncidentRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/incidents/new',
  component: lazyRouteComponent(() => import('./pages/new-incident-page.tsx'), 'NewIncidentPage'),
});

const editIncidentRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/incidents/$id/edit',
  component: lazyRouteComponent(() => import('./pages/edit-incident-page.tsx'), 'EditIncidentPage'),
});

const editDraftRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/drafts/$id/edit',
  component: lazyRouteComponent(() => import('./pages/edit-draft-page.tsx'), 'EditDraftPage'),
});

const newSiteRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/sites/new',
  component: lazyRouteComponent(() => import('./pages/new-site-page.tsx'), 'NewSitePage'),
});

const editSiteRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/sites/$id/edit',
  component: lazyRouteComponent(() => import('./pages/edit-site-page.tsx'), 'EditSitePage'),
});

const newRouteRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/routes/new',
  component: lazyRouteComponent(() => import('./pages/new-site-page.tsx'), 'NewRoutePage'),
});

const editRouteRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/routes/$id/edit',
  component: lazyRouteComponent(() => import('./pages/edit-site-page.tsx'), 'EditRoutePage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/sources',
  component: lazyRouteComponent(() => import('./pages/sources-page.tsx'), 'SourcesPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./pages/imports-page.tsx'), 'ImportsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./pages/imports-page.tsx'), 'ImportPage'),
});

const queueRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/queue',
  component: lazyRouteComponent(() => import('./pages/queue-page.tsx'), 'QueuePage'),
});

const pasteRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/paste',
  component: lazyRouteComponent(() => import('./pages/paste-page.tsx'), 'PastePage'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});

/** Where one-time links lead. */
const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/welcome-page.tsx'), 'WelcomePage'),
});

export const router = createRouter({
  history: createViewHistory(viewStore),
  routeTree: rootRoute.addChildren([
    homeRoute,
    dashboardRoute.addChildren([mapRoute, regionsRoute, sitesRoute, trendsRoute, incidentsRoute]),
    plainRoute.addChildren([
      ...[accountRoute, peopleRoute, newIncidentRoute, editIncidentRoute],
      ...[newSiteRoute, editSiteRoute, newRouteRoute, editRouteRoute, sourcesRoute, queueRoute],
      ...[importsRoute, importRoute, editDraftRoute, pasteRoute],
    ]),
    signInRoute,
    welcomeRoute,
  ]),
  parseSearch: parseSearchText,
  stringifySearch: formatSearchText,
  defaultErrorComponent: CrashedPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** On /imports: the saved mapping that somebody came to correct, and the import whose file was read by it. */
    corrects?: { readonly mapping: string; readonly importId: number; readonly file: string };
  }
}
