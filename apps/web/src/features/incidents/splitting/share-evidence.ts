import type { Claim, Draft, Source } from '@corridor/domain';

/** With which of the two records a source or a claim is. */
export const LOTS = ['stays', 'goes', 'both'] as const;
export type Lot = (typeof LOTS)[number];

/** What was chosen: sources by their address, claims by all that they say. */
export type Lots = ReadonlyMap<string, Lot>;

export interface Shared {
  readonly stays: Evidence;
  readonly goes: Evidence;
}

type Evidence = Pick<Draft, 'claims' | 'sources'>;

export function sourceKey({ url }: Source): string {
  return `source ${url}`;
}

export function claimKey(claim: Claim): string {
  return `claim ${JSON.stringify(claim)}`;
}

export function lotOfSource(source: Source, lots: Lots): Lot {
  return lots.get(sourceKey(source)) ?? 'stays';
}

/** A claim goes where its source goes, unless it is chosen otherwise; of a source of both it stays. */
export function lotOfClaim(claim: Claim, sources: readonly Source[], lots: Lots): Lot {
  const chosen = lots.get(claimKey(claim));
  if (chosen) return chosen;
  const source = sources.find(({ url }) => url === claim.source);
  return source && lotOfSource(source, lots) === 'goes' ? 'goes' : 'stays';
}

/** What each of the two records has of the sources and claims of one. */
export function shareEvidence({ claims, sources }: Evidence, lots: Lots): Shared {
  const without = (lot: Lot): Evidence => ({
    sources: sources.filter((source) => lotOfSource(source, lots) !== lot),
    claims: claims.filter((claim) => lotOfClaim(claim, sources, lots) !== lot),
  });
  return { stays: without('goes'), goes: without('stays') };
}
