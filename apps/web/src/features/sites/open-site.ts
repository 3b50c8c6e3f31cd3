import type { Route, Site } from '@corridor/domain';

/** A site or a route, told apart where both have the same id. */
export type OpenSite =
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'route'; readonly site: Route };
