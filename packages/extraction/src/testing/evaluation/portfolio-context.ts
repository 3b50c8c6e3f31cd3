import { loadPortfolio } from '@corridor/cpec-data';
import type { Portfolio } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import type { ExtractionContext } from '../../extraction-context.ts';

/** The context of the portfolio that the evaluation texts are about, read on a day after all of them. */
export async function portfolioContext(): Promise<{ context: ExtractionContext; portfolio: Portfolio }> {
  const portfolio = await loadPortfolio();
  const { info } = portfolio;
  const boundaries = createBoundaries(portfolio.basemap.base, info.districts, info.provinces);
  const context: ExtractionContext = {
    timeZone: info.timeZone,
    today: '2026-12-31',
    countryNames: portfolio.countryNames,
    provinces: info.provinces,
    districts: info.districts,
    gazetteer: portfolio.gazetteer,
    actors: info.actors,
    sites: portfolio.sites,
    routes: portfolio.routes,
    districtAt: boundaries.districtAt,
  };
  return { context, portfolio };
}
