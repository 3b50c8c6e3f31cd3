import type { TollFound } from './find-tolls.ts';
import { CHINESE } from './lexicon/toll-words.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

/** How many sentences before may have counted them, and how many words may stand before "Chinese". */
const REACH = 3;
const LONGEST = 5;

const DEAD = /^(dead|deceased|killed|slain|victims)$/;
const HURT = /^(injured|wounded)$/;

/** "The dead were Chinese nationals", "both of the injured are Chinese": all who were counted last as that. O(words). */
export function withCalledChinese(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  return sentences.map((sentence, index) => {
    const called = calledIn(sentence.words);
    const counted = sentences
      .slice(Math.max(0, index - REACH), index)
      .flatMap(({ tolls }) => tolls)
      .findLast(({ isEarlier, kind, people }) => kind === called?.kind && !isEarlier && people.some(isVictim));
    if (called === null || counted === undefined) return sentence;
    const { first, last } = called;
    const people = counted.people
      .filter(isVictim)
      .map((one) => ({ ...one, first, last, end: last, isChinese: true, isIncluded: true }));
    const plain = { isTotal: false, isAdded: false, isOfLast: false, isOfWounded: false };
    return { ...sentence, tolls: [...sentence.tolls, { ...counted, ...plain, people, first, last }] };
  });
}

function isVictim({ isAttacker, isIncluded }: TollFound['people'][number]): boolean {
  return !isAttacker && !isIncluded;
}

function calledIn(words: readonly Word[]): Pick<TollFound, 'first' | 'kind' | 'last'> | null {
  for (const [first, { text }] of words.entries()) {
    const isAll = /^(the|those|all|both)$/.test(words[first - 1]?.text ?? '');
    const isCalled = /^(were|are|have|had)$/.test(words[first + 1]?.text ?? '');
    if (!isAll || !isCalled || !(DEAD.test(text) || HURT.test(text))) continue;
    const rest = words.slice(first + 1, first + 1 + LONGEST);
    const length = rest.findIndex((word) => CHINESE.has(word.text));
    const isBroken = rest.slice(0, length).some((word) => word.isAfterSign || /^(not|no)$/.test(word.text));
    if (length > 0 && !isBroken)
      return { kind: HURT.test(text) ? 'wounded' : 'killed', first, last: first + 1 + length };
  }
  return null;
}
