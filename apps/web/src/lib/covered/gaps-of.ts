import { type Span, uncoveredWithin } from '@corridor/domain';

/**
 * What no source covers of the time that a chart shows: the one rule of all charts. Nothing where it is not known what is
 * covered, or where nothing is: what holds no record at all says so elsewhere.
 */
export function gapsOf(
  covered: readonly Span[] | null,
  from: string | undefined,
  to: string | undefined,
): readonly Span[] {
  if (!covered || covered.length === 0 || from === undefined || to === undefined || from > to) return [];
  return uncoveredWithin(covered, { from, to });
}
