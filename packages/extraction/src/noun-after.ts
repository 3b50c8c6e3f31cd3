import { isPerson, isSomebody } from './is-person.ts';
import { ANYBODY, PHRASE_ENDS, UNITS } from './lexicon/toll-words.ts';
import type { Word } from './words.ts';

/** How many words may stand between a number and who is counted. */
export const LONGEST_PHRASE = 6;

/** Where who is counted may begin after a number: of "two of his sons" behind "of his". */
export function shareBegin(last: number, words: readonly Word[]): number {
  const isShare =
    words[last + 1]?.text === 'of' && /^(his|her|their|its|our|my|the)$/.test(words[last + 2]?.text ?? '');
  return isShare ? last + 3 : last + 1;
}

/** The last word of who is counted behind a number or article; `unit` where it is a thing. */
export function nounAfter(last: number, words: readonly Word[], isVerb: ReadonlySet<number>) {
  let noun: number | null = null;
  let isAnybody = false;
  const begin = shareBegin(last, words);
  for (let index = begin; index <= begin + LONGEST_PHRASE; index += 1) {
    const word = words[index];
    // "one of the abducted drivers"
    if (index === begin && begin > last + 1 && isVerb.has(index) && isPerson(words[index + 1])) continue;
    // "a bullet-riddled body was found"
    if (word !== undefined && noun === null && isVerb.has(index) && /^(body|bodies)$/.test(word.text))
      return { last: index - 1, isAnybody: true, unit: false };
    if (word === undefined || isVerb.has(index) || PHRASE_ENDS.has(word.text)) break;
    if (word.isAfterSign) break;
    if (UNITS.has(word.text) && noun === null && !isPerson(words[index + 1]) && !isPerson(words[index + 2]))
      return { last: null, isAnybody, unit: true };
    const isOfThing = isAdjective(word, words[index + 1], isVerb.has(index + 1));
    const [general, special] = [ANYBODY.has(word.text), isSomebody(word.text) && !isOfThing];
    if (!general && !special) {
      // "a Levies Force man"
      if (noun !== null && !isSomebodyAt(words[index + 1])) break;
      continue;
    }
    isAnybody = noun === null ? general : isAnybody && general;
    noun = index;
  }
  return { last: noun, isAnybody, unit: false };
}

/** "a nationalist website", "a Chinese-run mine": of whom something is, not somebody. */
function isAdjective({ text }: Word, next: Word | undefined, isNextVerb: boolean): boolean {
  if (next === undefined || next.isAfterSign || isNextVerb) return false;
  if (text === 'chinese') return RUN.test(next.text);
  return SIDE.test(text) && !PHRASE_ENDS.has(next.text) && !isSomebody(next.text) && !ANYBODY.has(next.text);
}

const RUN = /^(run|led|built|backed|owned|funded|operated|made|financed|managed|language)$/;
const SIDE = /^(nationalist|separatist|islamist|insurgent|militant|rebel|extremist)$/;

function isSomebodyAt(word: Word | undefined): boolean {
  return word !== undefined && !word.isAfterSign && isSomebody(word.text);
}
