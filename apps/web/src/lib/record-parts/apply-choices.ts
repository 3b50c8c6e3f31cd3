import type { Draft } from '@corridor/domain';
import { type DraftPart, isListPart, takePart, unitePart } from './draft-parts.ts';

/** Which of two records a part is taken from; a list can hold what either has. */
export type Choice = 'mine' | 'theirs' | 'both';
export type Choices = ReadonlyMap<DraftPart, Choice>;

/** Theirs, with the chosen parts of mine. A part that nobody has chosen is mine: nothing typed is lost. */
export function applyChoices(mine: Draft, theirs: Draft, parts: readonly DraftPart[], choices: Choices): Draft {
  return parts.reduce((merged, part) => {
    const choice = choices.get(part) ?? 'mine';
    if (choice === 'theirs') return merged;
    return choice === 'both' && isListPart(part) ? unitePart(merged, part, mine) : takePart(merged, part, mine);
  }, theirs);
}
