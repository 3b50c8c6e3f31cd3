import { isoOf, type Portfolio, type PortfolioAnswer } from '@corridor/domain';
import type { Snapshot } from '../snapshot.ts';

export function describePortfolio(
  { table, revision, sites, routes }: Snapshot,
  { info, issues }: Pick<Portfolio, 'info' | 'issues'>,
  tilesUrl: string | undefined,
): PortfolioAnswer {
  return {
    ...info,
    revision,
    firstDay: table.firstDay === null ? null : isoOf(table.firstDay),
    lastDay: table.lastDay === null ? null : isoOf(table.lastDay),
    incidents: table.rowCount,
    sites: sites.length,
    routes: routes.length,
    issues: issues.length,
    tilesUrl: tilesUrl ?? null,
  };
}
