import type { Claim, Draft, Source } from '@corridor/domain';
import { isSame } from '../../../lib/record-parts/is-same.ts';

/** What another record would bring of sources and claims, as the API unites them. */
export interface BroughtEvidence {
  /** Those at addresses that the record that stays does not cite. */
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
}

export function broughtEvidence(kept: Draft, other: Draft): BroughtEvidence {
  return {
    sources: other.sources.filter(({ url }) => !kept.sources.some((own) => own.url === url)),
    claims: other.claims.filter((claim) => !kept.claims.some((own) => isSame(own, claim))),
  };
}
