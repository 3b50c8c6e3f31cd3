import type { RouteList, SiteList } from '@corridor/api/src/schemas/portfolio-schemas.ts';
import type { PortfolioAnswer, Route, Site } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import type { GeographyContext } from '@corridor/incident-table';
import { fetchJson } from '../lib/api/fetch-json.ts';
import { pathAsOf } from '../lib/api/path-as-of.ts';

/** Sites and routes, of now or of a moment. */
export interface FetchedTargets {
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
  /** The revision of the older of the two answers. */
  readonly targetsKnownAt: number;
}

export interface FetchedGeography extends FetchedTargets {
  /** Makes one of the borders and a portfolio's districts, which takes its time. */
  readonly placeIn: (portfolio: PortfolioAnswer) => GeographyContext;
}

export async function fetchGeography(asOf: string | null, signal: AbortSignal): Promise<FetchedGeography> {
  const [targets, base] = await Promise.all([
    fetchTargets(asOf, signal),
    fetchJson<unknown>('/v1/basemap/base.json', signal),
  ]);
  const { routes, sites } = targets;
  const placeIn = ({ districts, provinces }: PortfolioAnswer) => {
    return { boundaries: createBoundaries(base, districts, provinces), districts, sites, routes };
  };
  return { ...targets, placeIn };
}

export async function fetchTargets(asOf: string | null, signal: AbortSignal): Promise<FetchedTargets> {
  const [sites, routes] = await Promise.all([
    fetchJson<SiteList>(pathAsOf('/v1/sites', asOf), signal),
    fetchJson<RouteList>(pathAsOf('/v1/routes', asOf), signal),
  ]);
  return { sites: sites.items, routes: routes.items, targetsKnownAt: Math.min(sites.revision, routes.revision) };
}
