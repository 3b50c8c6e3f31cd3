import type { NumberFound } from './find-numbers.ts';
import { findNumbers } from './find-numbers.ts';
import { ATTACKERS, AUXILIARIES, CHINESE, PHRASE_ENDS, UNITS } from './lexicon/toll-words.ts';
import { nounAfter, shareBegin } from './noun-after.ts';
import { isOfThem, type People, peopleOf } from './people.ts';
import { foldWord, type Word } from './words.ts';

/** Who is counted by a number: the noun behind it, or nobody's name where a verb of `isVerb` is next to it; null for things. */
export function countedAt(number: NumberFound, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  if (words[number.last]?.text === 'couple') {
    const first = CHINESE.has(words[number.first - 1]?.text ?? '') ? number.first - 1 : number.first;
    return peopleOf(first, number.last, number.range, words, false);
  }
  const noun = nounAfter(number.last, words, isVerb);
  const next = words[number.last + 1];
  if (noun.unit) return null;
  if (noun.last !== null) return peopleOf(number.first, noun.last, number.range, words, noun.isAnybody);
  if (isOfThem(number.last, words)) {
    // "one of them a Chinese national"
    const what = /^(a|an)$/.test(words[number.last + 3]?.text ?? '') ? number.last + 4 : number.last + 3;
    const end = CHINESE.has(words[what]?.text ?? '') ? what : number.last + 2;
    return peopleOf(number.first, end, number.range, words, false);
  }
  if (isShareOfNumber(number.last, words)) return null;
  const isNextToVerb = isVerb.has(number.last + 1) || isVerb.has(number.first - 1) || isVerb.has(number.first - 3);
  // "دو ہسپتال میں دم توڑ گئے"
  const isSomewhere = words[number.last + 2]?.text === 'میں' && isVerb.has(number.last + 3);
  const isBare =
    next === undefined ||
    next.isAfterSign ||
    PHRASE_ENDS.has(next.text) ||
    next.text === IS ||
    isSomewhere ||
    isVerb.has(number.last + 1) ||
    (next.text === 'got' && isVerb.has(number.last + 2));
  const isOfBody =
    /^(کی|کے)$/.test(next?.text ?? '') &&
    words.slice(number.last + 2, number.last + 8).some(({ text }) => BODY.test(text));
  if (
    isBare &&
    (isNextToVerb ||
      isSomewhere ||
      isBeforeParts(number.last, words, isVerb) ||
      isOfBody ||
      AUXILIARIES.has(next?.text ?? ''))
  ) {
    // "several wounded militants", "two wounded cows"
    const whose = isVerb.has(number.last + 1) ? (words[number.last + 2]?.text ?? '') : '';
    if (UNITS.has(whose)) return null;
    const people = peopleOf(number.first, number.last, number.range, words, true);
    if (ATTACKERS.has(whose)) return { ...people, isAttacker: true };
    return words[number.first - 1]?.text === 'all' ? { ...people, isKnown: true } : people;
  }
  const passive = passiveAfter(shareBegin(number.last, words) - 1, words, isVerb);
  if (passive !== null) return peopleOf(number.first, passive - 1, number.range, words, false);
  return isNextToVerb && next !== undefined
    ? peopleOf(number.first, number.last + 1, number.range, words, false)
    : null;
}

/** "دو کی لاشیں برآمد" */
const BODY = /^(لاش|نعش|میت)/;

/** Behind a new total in Urdu: "پانچ ہو گئی". */
const IS = foldWord('ہو');

/** "Seven, including an infant, killed", "five, two of them critical, were injured": the verb stands behind the parts. */
function isBeforeParts(last: number, words: readonly Word[], isVerb: ReadonlySet<number>): boolean {
  const next = words[last + 1];
  const isPart = next !== undefined && (/^(including|among|with)$/.test(next.text) || isOfThem(last + 1, words));
  if (!next?.isAfterSign || !isPart) return false;
  const close = words.findIndex((word, at) => at > last + 1 && at < last + 9 && word.isAfterSign);
  return close > 0 && (isVerb.has(close) || (AUXILIARIES.has(words[close]?.text ?? '') && isVerb.has(close + 1)));
}

/** "Seventeen of the 26 injured": the whole is counted. */
function isShareOfNumber(last: number, words: readonly Word[]): boolean {
  const [of, the] = words.slice(last + 1, last + 3).map(({ text }) => text);
  return of === 'of' && the === 'the' && findNumbers(words.slice(last + 3, last + 4)).length > 0;
}

/** "two visa applicants were killed": whoever it is. Where the verb or its "were" begins; null if something else comes first. */
function passiveAfter(last: number, words: readonly Word[], isVerb: ReadonlySet<number>): number | null {
  for (let index = last + 1; index <= last + 4; index += 1) {
    const word = words[index];
    if (word === undefined || word.isAfterSign || UNITS.has(word.text)) return null;
    if (index > last + 1 && (isVerb.has(index) || (AUXILIARIES.has(word.text) && isVerb.has(index + 1)))) return index;
    if (word.text === 'کو' && isVerb.has(index + 1)) return index;
    if (PHRASE_ENDS.has(word.text)) return null;
  }
  return null;
}
