import { type DuplicatePair, loadDuplicatePairs, loadPortfolio } from '@corridor/cpec-data';
import { type DuplicateScore, scoreDuplicate } from '@corridor/domain';
import { type Boundaries, createBoundaries, distanceBetween, uncertaintyOf } from '@corridor/geography';
import { toSummary } from '@corridor/store';

export interface ScoredPair extends DuplicateScore {
  readonly pair: DuplicatePair;
}

/** Of the pairs that a threshold calls one event, how many are; and of those that are, how many it calls so. */
export interface Measured {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

/** The score of each labelled pair of the portfolio, by the report's own words, place, days and tolls: no source is shared. */
export async function scorePairs(): Promise<readonly ScoredPair[]> {
  const portfolio = await loadPortfolio();
  const { basemap, info } = portfolio;
  const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
  const pairs = await loadDuplicatePairs(portfolio);
  return pairs.map((pair) => ({ pair, ...scoreOf(pair, boundaries) }));
}

function scoreOf({ record, told }: DuplicatePair, boundaries: Boundaries): DuplicateScore {
  const [one, other] = [told.place && uncertaintyOf(told.place, boundaries), uncertaintyOf(record.place, boundaries)];
  const distance = one && other ? distanceBetween(one, other) : null;
  return scoreDuplicate(told, toSummary(record), { distance, sharesSource: false });
}

/** Precision and recall of pairs at a threshold; both are 1 where there is nothing to get wrong. */
export function measure(scored: readonly ScoredPair[], threshold: number): Measured {
  const same = scored.filter(({ pair }) => pair.same);
  const called = scored.filter(({ score }) => score >= threshold);
  const right = called.filter(({ pair }) => pair.same).length;
  return {
    threshold,
    precision: called.length === 0 ? 1 : right / called.length,
    recall: same.length === 0 ? 1 : right / same.length,
  };
}
