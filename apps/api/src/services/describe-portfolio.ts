import { isoOf, type Portfolio, type PortfolioAnswer } from '@corridor/domain';
import type { Snapshot } from '../snapshot.ts';

export function describePortfolio(
  { engine, revision, sites, routes }: Snapshot,
  { info, issues }: Pick<Portfolio, 'info' | 'issues'>,
  tilesUrl: string | undefined,
): PortfolioAnswer {
  return {
    ...info,
    revision,
    firstDay: engine.firstDay === null ? null : isoOf(engine.firstDay),
    lastDay: engine.lastDay === null ? null : isoOf(engine.lastDay),
    incidents: engine.incidents,
    sites: sites.length,
    routes: routes.length,
    issues: issues.length,
    tilesUrl: tilesUrl ?? null,
  };
}
