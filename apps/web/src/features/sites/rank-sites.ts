import type { BreakdownRow, Route, Site } from '@corridor/domain';
import type { SectorKey } from '../../components/sector-mark.tsx';
import type { WindowDays } from './site-windows.ts';

/** A site or route with its counts, certainly inside and possibly inside apart. */
export interface RankedSite {
  readonly kind: 'site' | 'route';
  readonly id: string;
  readonly name: string;
  readonly sector: SectorKey;
  readonly inside: Readonly<Record<WindowDays, number>>;
  readonly possible365: number;
  /** Inside in the year before; null where the filter's period leaves no such year. */
  readonly before: number | null;
  /** ISO date of the newest incident inside. */
  readonly lastInside: string | null;
}

/** Breakdown rows of sites and routes for each window, by id. */
export interface SiteCounts {
  readonly windows: Readonly<Record<WindowDays, readonly BreakdownRow[]>>;
  readonly yearBefore: readonly BreakdownRow[] | null;
  readonly all: readonly BreakdownRow[];
}

/** Sites and routes by incidents inside in the last 365 days, then possibly inside, then the more recent last one, then name. */
export function rankSites(sites: readonly Site[], routes: readonly Route[], counts: SiteCounts): RankedSite[] {
  const index = (rows: readonly BreakdownRow[]) => new Map(rows.map((row) => [row.key, row]));
  const [d30, d90, d365] = [index(counts.windows[30]), index(counts.windows[90]), index(counts.windows[365])];
  const before = counts.yearBefore && index(counts.yearBefore);
  const all = index(counts.all);
  const rank = (kind: 'site' | 'route', { id, name }: Site | Route, sector: SectorKey): RankedSite => ({
    kind,
    id,
    name,
    sector,
    inside: { 30: d30.get(id)?.count ?? 0, 90: d90.get(id)?.count ?? 0, 365: d365.get(id)?.count ?? 0 },
    possible365: d365.get(id)?.possible ?? 0,
    before: before && (before.get(id)?.count ?? 0),
    lastInside: all.get(id)?.last?.start ?? null,
  });
  return [
    ...sites.map((site) => rank('site', site, site.sector)),
    ...routes.map((route) => rank('route', route, 'route')),
  ].sort(
    (a, b) =>
      b.inside[365] - a.inside[365] ||
      b.possible365 - a.possible365 ||
      (b.lastInside ?? '').localeCompare(a.lastInside ?? '') ||
      a.name.localeCompare(b.name),
  );
}
