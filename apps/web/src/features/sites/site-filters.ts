import type { Filter, Severity } from '@corridor/domain';
import type { OpenSite } from './open-site.ts';

/** The least severity that is called severe. */
const SEVERE: Severity = 4;

/** What of the page's filter holds for one site, whatever its radius. */
export interface WideFilters {
  /** Without the parts that would look near other sites only. */
  readonly around: Filter;
  /** Aimed at it, at any distance; null where the page's filter asks for what was aimed elsewhere only. */
  readonly aimed: Filter | null;
}

export function wideFilters(filter: Filter, id: string): WideFilters {
  const { certainty, radiusKm: _radius, route: _route, site: _site, ...rest } = filter;
  // A certainty that was chosen for a site does not hold here; one for an area does.
  const around: Filter = filter.area && certainty ? { ...rest, certainty } : rest;
  const asksElsewhere = filter.targetedSite?.length && !filter.targetedSite.includes(id);
  return { around, aimed: asksElsewhere ? null : { ...around, targetedSite: [id] } };
}

/** What lies within a radius of the site. */
export interface RingFilters {
  /** Inside or possibly inside. */
  readonly near: Filter;
  readonly inside: Filter;
  readonly severeInside: Filter;
  readonly nearAndAimed: Filter | null;
  readonly insideAndAimed: Filter | null;
}

export function ringFilters(
  { aimed, around }: WideFilters,
  kind: OpenSite['kind'],
  id: string,
  radiusKm: number,
): RingFilters {
  const ring: Filter = { [kind]: [id], radiusKm };
  const inside: Filter = { ...around, ...ring, certainty: 'inside' };
  const { minSeverity = SEVERE } = around;
  return {
    near: { ...around, ...ring },
    inside,
    severeInside: { ...inside, minSeverity: minSeverity > SEVERE ? minSeverity : SEVERE },
    nearAndAimed: aimed && { ...aimed, ...ring },
    insideAndAimed: aimed && { ...aimed, ...ring, certainty: 'inside' },
  };
}
