import { findNumbers } from './find-numbers.ts';
import { isPerson } from './is-person.ts';
import type { Word } from './words.ts';

/** Words of a sentence by which somebody was shot. */
export interface ShotsFound {
  readonly first: number;
  readonly last: number;
}

/** How many words may stand between "shot" and whom it hit. */
const REACH = 3;
/** What a shot is that hits nobody: of a film, of a drink, at goal; "shot up", "shot to fame". */
const OTHERWISE = /^(up|to|into|of|through|put|film|video|footage|photo|scene|goal|goals|back)$/;

/** "two policemen shot on patrol", "gunmen shot passengers": whether he lived the words do not say. O(words × REACH). */
export function findShots(words: readonly Word[]): ShotsFound | null {
  for (const [first, { text }] of words.entries()) {
    if (text !== 'shot' || OTHERWISE.test(words[first + 1]?.text ?? '') || words[first - 1]?.text === 'a') continue;
    const before = words.slice(Math.max(0, first - REACH), first);
    const after = words.slice(first + 1, first + 1 + REACH);
    const isCounted = findNumbers(after.slice(0, 1)).length > 0;
    if (isCounted || [...before, ...after].some(isPerson)) return { first, last: first };
  }
  return null;
}
