import { type CoverageNote, coveredMonths, type Span } from '@corridor/domain';
import type { ShownFeed } from './list-feeds.ts';
import type { OriginFacts } from './origin-facts.ts';

/**
 * The whole months that something covers: each origin by the rhythm of its records, each watched source from when it was first
 * read to when it last was, and what the portfolio says is thinly covered. A month without incidents within is a calm one;
 * one outside says nothing.
 */
export function coveredSpans(
  origins: readonly Pick<OriginFacts, 'covered'>[],
  feeds: readonly Pick<ShownFeed, 'firstRead' | 'lastSuccess'>[],
  notes: readonly CoverageNote[],
): readonly Span[] {
  const ofFeeds = feeds.flatMap(({ firstRead, lastSuccess }) =>
    firstRead === null || lastSuccess === null || lastSuccess < firstRead
      ? []
      : [{ from: firstRead.slice(0, 10), to: lastSuccess.slice(0, 10) }],
  );
  return coveredMonths([
    ...origins.flatMap(({ covered }) => covered),
    ...ofFeeds,
    ...notes.map(({ from, to }) => ({ from, to })),
  ]);
}
