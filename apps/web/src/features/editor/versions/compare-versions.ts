import type { Draft } from '@corridor/domain';
import type { Choice, Choices } from '../../../lib/record-parts/apply-choices.ts';
import { DRAFT_PARTS, type DraftPart, readPart } from '../../../lib/record-parts/draft-parts.ts';
import { isSame } from '../../../lib/record-parts/is-same.ts';

/** Who has changed a part since the version that both began with. */
type ChangedBy = 'me' | 'others' | 'both';

export interface PartDifference {
  readonly part: DraftPart;
  readonly changedBy: ChangedBy;
}

/** The parts in which mine differs from what stands now, and who made the difference. */
export function compareVersions(base: Draft, mine: Draft, theirs: Draft): readonly PartDifference[] {
  return DRAFT_PARTS.flatMap((part): PartDifference[] => {
    const [before, own, now] = [readPart(base, part), readPart(mine, part), readPart(theirs, part)];
    if (isSame(own, now)) return [];
    if (isSame(before, own)) return [{ part, changedBy: 'others' }];
    return [{ part, changedBy: isSame(before, now) ? 'me' : 'both' }];
  });
}

/** What goes without saying: who alone has changed a part has it. What both have changed is left to choose. */
export function obviousChoices(differences: readonly PartDifference[]): Choices {
  return new Map(
    differences.flatMap(({ part, changedBy }): [DraftPart, Choice][] => {
      if (changedBy === 'both') return [];
      return [[part, changedBy === 'me' ? 'mine' : 'theirs']];
    }),
  );
}
