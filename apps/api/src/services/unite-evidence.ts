import type { Claim, Incident, Source } from '@corridor/domain';

/** The record with what the others have of sources and claims and it has not, each once. */
export function unite(incident: Incident, others: readonly Incident[]): Incident {
  return {
    ...incident,
    sources: added(
      incident.sources,
      others.flatMap(({ sources }) => sources),
      ({ url }) => url,
    ),
    claims: added(
      incident.claims,
      others.flatMap(({ claims }) => claims),
      sameClaim,
    ),
  };
}

/** Sources are the same where all of them is. Of two with one address a merge takes the first alone. */
export function sameSource({ basedOn, date, grade, publisher, title, url }: Source): string {
  return JSON.stringify([url, publisher, title, date, basedOn, grade?.reliability, grade?.credibility]);
}

export function sameClaim({ by, kind, note, source, toll }: Claim): string {
  return JSON.stringify([kind, by, toll.low, toll.best, toll.high, source, note]);
}

function added<T>(own: readonly T[], others: readonly T[], mark: (item: T) => string): T[] {
  const seen = new Set(own.map(mark));
  const all = [...own];
  for (const item of others) {
    if (!seen.has(mark(item))) all.push(item);
    seen.add(mark(item));
  }
  return all;
}
