import type { Route, Site } from '@corridor/domain';
import type { RouteRow, SiteRow } from './schema.ts';
import { type SourceContent, toSource } from './source-row.ts';

/** What the store adds to a site or route; rows may have it. */
interface Stamp {
  readonly version?: number;
  readonly revision?: number;
}

/** A site as its row; its sources are rows of their own. */
export function toSiteRow(site: Site, position: number): SiteRow {
  const { sources, radiusKm, capacityUnit, costMusd, chinesePartner, startYear, completionYear, ...same } = site;
  return {
    ...same,
    position,
    radius_km: radiusKm,
    capacity_unit: capacityUnit,
    cost_musd: costMusd,
    chinese_partner: chinesePartner,
    start_year: startYear,
    completion_year: completionYear,
  };
}

/** The site that `toSiteRow` was given. */
export function toSite(row: SiteRow & Stamp & { readonly sources: SourceContent[] }): Site {
  const { position, version, revision, radius_km, capacity_unit, cost_musd, chinese_partner, ...others } = row;
  const { start_year, completion_year, sources, ...same } = others;
  return {
    ...same,
    sources: sources.map(toSource),
    radiusKm: radius_km,
    capacityUnit: capacity_unit,
    costMusd: cost_musd,
    chinesePartner: chinese_partner,
    startYear: start_year,
    completionYear: completion_year,
  };
}

/** A route as its row. */
export function toRouteRow({ radiusKm, ...same }: Route, position: number): RouteRow {
  return { ...same, position, radius_km: radiusKm };
}

/** The route that `toRouteRow` was given. */
export function toRoute({ position, version, revision, radius_km, ...same }: RouteRow & Stamp): Route {
  return { ...same, radiusKm: radius_km };
}
