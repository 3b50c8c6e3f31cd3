import { type Span, uncoveredPart } from '@corridor/domain';
import { gapsOf } from './gaps-of.ts';

/** What no source covers of a period that is compared. */
export interface Uncovered {
  readonly gaps: readonly Span[];
  readonly part: 'none' | 'part' | 'whole';
}

export const ALL_COVERED: Uncovered = { gaps: [], part: 'none' };

/** By the one rule of all charts: nothing where it is not known what is covered. */
export function uncoveredOf(
  covered: readonly Span[] | null,
  from: string | undefined,
  to: string | undefined,
): Uncovered {
  const gaps = gapsOf(covered, from, to);
  if (gaps.length === 0 || from === undefined || to === undefined) return ALL_COVERED;
  return { gaps, part: uncoveredPart(gaps, { from, to }) };
}
