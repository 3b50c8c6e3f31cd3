import type { Range } from '@corridor/domain';
import { findNumbers } from './find-numbers.ts';
import type { TollFound } from './find-tolls.ts';
import { ATTACKERS, AUXILIARIES, FORCES } from './lexicon/toll-words.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

/** How they die who attacked, also "shot", where nobody says so of others. */
const KILLED = /^(killed|shot|gunned|eliminated|neutralised|neutralized|slain|died|dead|perished)$/;
/** What needs no "were" before it. */
const ENDED = /^(died|perished)$/;
/** How many sentences before may have counted them. */
const REACH = 2;
/** How many words may stand between "all" and the verb: "all of the three men were later killed". */
const LONGEST = 7;

/**
 * "All three were shot dead", "both attackers were killed": the attackers of the sentences before, as many as they counted.
 * `sentences` are those of one event; what else is said of killed people stays. O(words).
 */
export function withAttackersOfBefore(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  return sentences.map((sentence, index) => {
    const toll = attackersIn(sentence, sentences.slice(Math.max(0, index - REACH), index));
    if (toll === null) return sentence;
    const others = sentence.tolls.filter(
      ({ first, kind, last }) => kind !== 'killed' || last < toll.first || first > toll.last,
    );
    return { ...sentence, tolls: [...others, toll] };
  });
}

function attackersIn({ words }: ReadSentence, before: readonly ReadSentence[]): TollFound | null {
  for (const [first, { text }] of words.entries()) {
    if (!/^(all|both)$/.test(text)) continue;
    const length = words.slice(first, first + LONGEST).findIndex((word) => KILLED.test(word.text));
    const last = first + length;
    const phrase = words.slice(first + 1, last);
    if (
      length < 2 ||
      !(AUXILIARIES.has(phrase.at(-1)?.text ?? '') || ENDED.test(words[last]?.text ?? '')) ||
      phrase.some(({ isAfterSign }) => isAfterSign)
    )
      continue;
    const counted = text === 'both' ? exactly(2) : numberIn(phrase);
    const said = lastAttackers([...before.map((one) => one.words), words.slice(0, first)]);
    const range = counted ?? said;
    const isOfThem =
      phrase.some((word) => ATTACKERS.has(word.text)) || isSame(counted, said) || isByForces(words.slice(last));
    if (range !== null && isOfThem) return tollOf(range, first, last);
  }
  return null;
}

function numberIn(words: readonly Word[]): Range | null {
  return findNumbers(words)[0]?.range ?? null;
}

function exactly(value: number): Range {
  return { low: value, best: value, high: value };
}

/** The attackers that were counted last: "three gunmen". */
function lastAttackers(before: readonly (readonly Word[])[]): Range | null {
  for (const words of [...before].reverse()) {
    const counted = findNumbers(words).findLast(
      ({ last }) => ATTACKERS.has(words[last + 1]?.text ?? '') || ATTACKERS.has(words[last + 2]?.text ?? ''),
    );
    if (counted !== undefined) return counted.range;
  }
  return null;
}

/** "All of them", or as many as the attackers were. */
function isSame(counted: Range | null, said: Range | null): boolean {
  return said !== null && (counted === null || counted.best === said.best);
}

/** "by troops", "in an operation of the police". */
function isByForces(words: readonly Word[]): boolean {
  return words.slice(0, LONGEST).some(({ text }) => FORCES.has(text));
}

function tollOf(range: Range, first: number, last: number): TollFound {
  const one = {
    first,
    last,
    range,
    isAnybody: false,
    isChinese: false,
    isAttacker: true,
    isGuard: false,
    isIncluded: false,
  };
  return {
    kind: 'killed',
    people: [{ ...one, isKnown: false, isTheirs: false }],
    isTotal: false,
    isOfOther: false,
    isAdded: false,
    first,
    last,
  };
}
