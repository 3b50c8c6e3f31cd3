import type { Actor, District, GazetteerPlace, Province, Route, Site } from '@corridor/domain';

/** What texts are read against: the names of a portfolio, as plain values. */
export interface ExtractionContext {
  /** IANA name of the zone in which "on Monday" is meant. */
  readonly timeZone: string;
  /** The day of reading, YYYY-MM-DD: no incident is later, and a text without a date of its own is read as of it. */
  readonly today: string;
  /** The names by which texts call the portfolio's country, its own first. */
  readonly countryNames: readonly string[];
  readonly provinces: readonly Province[];
  readonly districts: readonly District[];
  readonly gazetteer: readonly GazetteerPlace[];
  readonly actors: readonly Actor[];
  readonly sites: readonly Pick<
    Site,
    'id' | 'name' | 'sector' | 'kind' | 'district' | 'province' | 'latitude' | 'longitude' | 'precision'
  >[];
  readonly routes: readonly Pick<Route, 'id' | 'name'>[];
  /** The district whose polygon holds a point; null outside all. */
  districtAt(longitude: number, latitude: number): string | null;
}
