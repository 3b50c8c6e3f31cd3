import type { District, Route, Site } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';

/** What the engine needs to know of a portfolio's geography. Treated as immutable. */
export interface GeographyContext {
  readonly boundaries: Boundaries;
  readonly districts: readonly District[];
  readonly sites: readonly Site[];
  readonly routes: readonly Route[];
}
