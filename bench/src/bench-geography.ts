import { loadPortfolio } from '@corridor/cpec-data';
import type { BBox } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import type { GeographyContext } from '@corridor/incident-table';

export interface BenchGeography extends GeographyContext {
  readonly bounds: BBox;
}

/** The geography that the product ships with: distances and areas cost what its boundaries and sites make them cost. */
export async function loadBenchGeography(): Promise<BenchGeography> {
  const { info, basemap, sites, routes } = await loadPortfolio();
  const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
  return { boundaries, districts: info.districts, sites, routes, bounds: info.bounds };
}
