import { type CoverageNote, coveredMonths, type Span } from '@corridor/domain';
import type { ShownFeed } from './list-feeds.ts';
import type { OriginFacts } from './origin-facts.ts';

/**
 * The whole months that something covers: each origin from its first record to its last, each watched source from when it was
 * first read to when it last was, and what the portfolio says is thinly covered. A month without incidents within is a
 * calm one; one outside says nothing.
 */
export function coveredSpans(
  origins: readonly Pick<OriginFacts, 'firstDay' | 'lastEnd'>[],
  feeds: readonly Pick<ShownFeed, 'firstRead' | 'lastSuccess'>[],
  notes: readonly CoverageNote[],
): readonly Span[] {
  const ofOrigins = origins.map(({ firstDay, lastEnd }) => ({ from: firstDay, to: lastEnd }));
  const ofFeeds = feeds.flatMap(({ firstRead, lastSuccess }) =>
    firstRead === null || lastSuccess === null || lastSuccess < firstRead
      ? []
      : [{ from: firstRead.slice(0, 10), to: lastSuccess.slice(0, 10) }],
  );
  return coveredMonths([...ofOrigins, ...ofFeeds, ...notes.map(({ from, to }) => ({ from, to }))]);
}
