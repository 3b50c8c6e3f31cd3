import { useMemo } from 'react';
import type { SectorKey } from '../../components/sector-mark.tsx';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';

export interface TargetSite {
  readonly kind: 'site' | 'route';
  readonly name: string;
  readonly sector: SectorKey;
}

/** Sites and routes by id: what an incident can be near to or aimed at. */
export function useTargetSites(): ReadonlyMap<string, TargetSite> {
  const sites = useSites();
  const routes = useRoutes();
  return useMemo(() => {
    const targets = new Map<string, TargetSite>();
    for (const { id, name, sector } of sites) targets.set(id, { kind: 'site', name, sector });
    for (const { id, name } of routes) targets.set(id, { kind: 'route', name, sector: 'route' });
    return targets;
  }, [sites, routes]);
}
