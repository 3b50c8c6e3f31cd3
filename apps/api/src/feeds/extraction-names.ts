import type { Portfolio } from '@corridor/domain';
import type { ExtractionContext } from '@corridor/extraction';
import { createBoundaries } from '@corridor/geography';

/** What of a portfolio texts are read against: plain data, so that it can go to a worker. */
export interface ExtractionNames extends Omit<ExtractionContext, 'today' | 'districtAt'> {
  /** The base map, in which districts are found. */
  readonly base: unknown;
}

export function extractionNames({
  basemap,
  countryNames,
  gazetteer,
  info,
  routes,
  sites,
}: Pick<Portfolio, 'basemap' | 'countryNames' | 'gazetteer' | 'info' | 'routes' | 'sites'>): ExtractionNames {
  const { actors, districts, provinces, timeZone } = info;
  return { timeZone, countryNames, provinces, districts, gazetteer, actors, sites, routes, base: basemap.base };
}

/** Gives the context as of the day on which it is asked for. Making it costs about as much as reading a text. */
export function contextOf({ base, ...names }: ExtractionNames): () => ExtractionContext {
  const boundaries = createBoundaries(base, names.districts, names.provinces);
  const districtAt = (longitude: number, latitude: number) => boundaries.districtAt(longitude, latitude);
  return () => ({ ...names, districtAt, today: todayIn(names.timeZone) });
}

function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
}
