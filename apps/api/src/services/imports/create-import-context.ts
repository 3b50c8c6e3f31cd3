import type { Portfolio } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { createPlaceNames, type ImportContext } from '@corridor/importers';

/** What files are read against. Names are those of the portfolio's files, since records must use these. */
export function createImportContext(
  { countryNames, info }: Pick<Portfolio, 'countryNames' | 'info'>,
  boundaries: Pick<Boundaries, 'districtAt'>,
): ImportContext {
  return {
    names: createPlaceNames(info),
    bounds: info.bounds,
    countries: new Set(countryNames.map((name) => name.toLowerCase())),
    districtAt: (longitude, latitude) => boundaries.districtAt(longitude, latitude),
  };
}
