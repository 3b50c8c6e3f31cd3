import type { Verb } from './find-toll-verbs.ts';
import type { People } from './people.ts';
import type { Word } from './words.ts';

/** "two of the injured", "زخمیوں میں سے دو": of those who are wounded, by that word. */
export function isOfWounded({ first, last }: People, words: readonly Word[]): boolean {
  const [before, after] = [words.slice(Math.max(0, first - 3), first), words.slice(first + 1, last + 4)];
  const isUrdu = before[0]?.text === 'زخمیوں' && before[2]?.text === 'سے';
  return isUrdu || after.some(({ text }, at) => /^(injured|wounded)$/.test(text) && after[at - 1]?.text === 'the');
}

/**
 * "He later succumbed", "one of them died in hospital", "two of whom died": one or some of those whom the text told of last,
 * who may have been told as wounded.
 */
export function diedSince(verb: Verb, [one, ...others]: readonly People[], words: readonly Word[]): boolean {
  if (one === undefined || others.length > 0 || !DEATH.test(words[verb.first]?.text ?? '')) return false;
  const isPronoun = one.first === one.last && /^(he|she|جو)$/.test(words[one.first]?.text ?? '');
  if (isPronoun) return words.slice(one.first, verb.last + 1 + LATER_REACH).some(({ text }) => LATER.test(text));
  return one.isOfThem && !words.slice(verb.last + 1).some(({ text }) => AT_ONCE.test(text));
}

const DEATH = /^(died|dies|succumbed|expired|perished|breathed|دم|چل)$/;
/** How far behind the verb it may be said that he died later. */
const LATER_REACH = 8;
const LATER = /^(later|succumbed|hospital|way|wounds|injuries|treatment|rushed|ہسپتال|بعد|راستے)$/;
const AT_ONCE = /^(spot|scene|instantly|موقع)$/;
