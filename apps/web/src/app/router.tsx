import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { formatSearchText, parseSearchText } from '../lib/view/search-text.ts';
import { createViewHistory } from '../lib/view/view-history.ts';
import { viewStore } from '../lib/view/view-store.ts';
import { MapPage } from './pages/map-page.tsx';
import { CrashedPage } from './shell/crashed-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { Shell } from './shell/shell.tsx';

/** Every parameter is a list of texts; `parseView` gives them their meaning and reports those that have none. */
const searchSchema = z.record(z.string(), z.array(z.string()).or(z.undefined()));

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashedPage,
  validateSearch: searchSchema,
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/map', search, replace: true });
  },
});

const mapRoute = createRoute({ getParentRoute: () => rootRoute, path: '/map', component: MapPage });

const regionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/regions',
  component: lazyRouteComponent(() => import('./pages/regions-page.tsx'), 'RegionsPage'),
});

const sitesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sites',
  component: lazyRouteComponent(() => import('./pages/sites-page.tsx'), 'SitesPage'),
});

const trendsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trends',
  component: lazyRouteComponent(() => import('./pages/trends-page.tsx'), 'TrendsPage'),
});

const incidentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./pages/incidents-page.tsx'), 'IncidentsPage'),
});

export const router = createRouter({
  history: createViewHistory(viewStore),
  routeTree: rootRoute.addChildren([homeRoute, mapRoute, regionsRoute, sitesRoute, trendsRoute, incidentsRoute]),
  parseSearch: parseSearchText,
  stringifySearch: formatSearchText,
  defaultErrorComponent: CrashedPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
