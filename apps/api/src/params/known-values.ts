import type { Filter, InvalidParameter, PortfolioInfo, Route, Site } from '@corridor/domain';
import type { QueryEngine } from '../engine/query-engine.ts';
import { nearest } from './nearest.ts';

const NAMED = ['province', 'district', 'actor', 'site', 'route', 'targetedSite'] as const;
type NamedPart = (typeof NAMED)[number];

/** The names that exist, for the parts of a filter whose values are data and not part of the taxonomy. */
export type KnownValues = Readonly<Record<NamedPart, ReadonlySet<string>>>;

const SHOWN_WHOLE = 12;
const SHOWN_NEAREST = 5;
const MAX_FAULTS_SHOWN = 3;

/** A name is known when the portfolio lists it or an incident uses it: a district without incidents is no mistake. */
export function knownValues(
  engine: Pick<QueryEngine, 'values'>,
  info: PortfolioInfo,
  sites: readonly Site[],
  routes: readonly Route[],
): KnownValues {
  const siteIds = sites.map(({ id }) => id);
  const routeIds = routes.map(({ id }) => id);
  return {
    province: new Set([...info.provinces.map(({ name }) => name), ...engine.values('province')]),
    district: new Set([...info.districts.map(({ name }) => name), ...engine.values('district')]),
    actor: new Set([...info.actors.map(({ name }) => name), ...engine.values('actor')]),
    site: new Set(siteIds),
    route: new Set(routeIds),
    targetedSite: new Set([...siteIds, ...routeIds, ...engine.values('targetedSite')]),
  };
}

/** What either knows. */
export function joinKnownValues(first: KnownValues, second: KnownValues): KnownValues {
  const join = (part: NamedPart) => new Set([...first[part], ...second[part]]);
  return {
    province: join('province'),
    district: join('district'),
    actor: join('actor'),
    site: join('site'),
    route: join('route'),
    targetedSite: join('targetedSite'),
  };
}

/** The names in a filter that do not exist, with what is allowed: all of a short list, the most alike of a long one. */
export function findUnknownNames(filter: Filter, known: KnownValues): readonly InvalidParameter[] {
  return NAMED.flatMap((name) => {
    const unknown = (filter[name] ?? []).filter((value) => !known[name].has(value));
    return unknown.slice(0, MAX_FAULTS_SHOWN).map((value) => ({ name, reason: reasonFor(value, known[name]) }));
  });
}

function reasonFor(value: string, allowed: ReadonlySet<string>): string {
  const shown = JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  const sorted = [...allowed].sort();
  if (sorted.length <= SHOWN_WHOLE) return `does not know ${shown}; allowed: ${sorted.join(', ')}`;
  return `does not know ${shown}; most alike of ${sorted.length}: ${nearest(sorted, value, SHOWN_NEAREST).join(', ')}`;
}
