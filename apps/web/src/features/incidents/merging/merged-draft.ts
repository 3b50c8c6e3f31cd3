import type { Draft } from '@corridor/domain';
import { applyChoices, type Choices } from '../../../lib/record-parts/apply-choices.ts';
import { DRAFT_PARTS, type DraftPart, readPart } from '../../../lib/record-parts/draft-parts.ts';
import { isSame } from '../../../lib/record-parts/is-same.ts';

/** What is chosen between two records. Sources and claims are not: the record that stays has those of both. */
export const CHOOSABLE_PARTS = DRAFT_PARTS.filter((part) => part !== 'sources' && part !== 'claims');

export function differingParts(one: Draft, other: Draft): readonly DraftPart[] {
  return CHOOSABLE_PARTS.filter((part) => !isSame(readPart(one, part), readPart(other, part)));
}

/** Where the id of a record is chosen for a part, or those of both. */
export type PartsFrom = ReadonlyMap<DraftPart, string>;
export const FROM_BOTH = 'both';

interface Merging {
  readonly kept: Draft;
  readonly other: Draft;
  readonly otherId: string;
  readonly from: PartsFrom;
}

/** The parts that are not as the record that stays has them. */
export function takenParts({ from, kept, other, otherId }: Merging): readonly DraftPart[] {
  return differingParts(kept, other).filter((part) => from.get(part) === otherId || from.get(part) === FROM_BOTH);
}

/** What the record that stays would say, but for the sources and claims that come into it. */
export function mergedDraft(merging: Merging): Draft {
  const parts = takenParts(merging);
  const choices: Choices = new Map(
    parts.map((part) => [part, merging.from.get(part) === FROM_BOTH ? 'both' : 'mine'] as const),
  );
  return applyChoices(merging.other, merging.kept, parts, choices);
}
