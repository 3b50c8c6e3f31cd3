import type { RouteList, SiteList } from '@corridor/api/src/schemas/portfolio-schemas.ts';
import type { PortfolioAnswer, Route, Site } from '@corridor/domain';
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';

const portfolioQuery = queryOptions({
  queryKey: ['portfolio'],
  queryFn: ({ signal }) => fetchJson<PortfolioAnswer>('/v1/portfolio', signal),
  staleTime: Infinity,
});

const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: ({ signal }) => fetchJson<SiteList>('/v1/sites', signal),
  staleTime: Infinity,
});

const routesQuery = queryOptions({
  queryKey: ['routes'],
  queryFn: ({ signal }) => fetchJson<RouteList>('/v1/routes', signal),
  staleTime: Infinity,
});

export type BasemapFile = 'base' | 'rivers' | 'disputed' | 'cities';

export const basemapQuery = (file: BasemapFile) =>
  queryOptions({
    queryKey: ['basemap', file],
    queryFn: ({ signal }) => fetchJson<unknown>(`/v1/basemap/${file}.json`, signal),
    staleTime: Infinity,
  });

/** Fetches what every page needs, so that no part of it waits for another. What fails is fetched again by who asks for it. */
export function fetchAhead(client: QueryClient): void {
  void client.prefetchQuery(portfolioQuery);
  void client.prefetchQuery(sitesQuery);
  void client.prefetchQuery(routesQuery);
  void client.prefetchQuery(basemapQuery('base'));
}

export const usePortfolio = (): PortfolioAnswer => useSuspenseQuery(portfolioQuery).data;
export const useSites = (): readonly Site[] => useSuspenseQuery(sitesQuery).data.items;
export const useRoutes = (): readonly Route[] => useSuspenseQuery(routesQuery).data.items;
