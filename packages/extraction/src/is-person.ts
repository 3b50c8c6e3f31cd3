import { THINGS_MADE_ALIKE } from './lexicon/person-words.ts';
import { ANYBODY, ATTACKERS, SOMEBODY, UNITS } from './lexicon/toll-words.ts';
import type { Word } from './words.ts';

/** How English makes a word for who does something or where somebody is from, and for several of them. */
const DOER = /^[a-z]{2,}(?:m[ae]n|(?:[^e]er|or|ist|ian|eer)s?)$/;

/** Whether a word says who somebody is: those that are known, and others by how they end ("goatherd", but "welders"). */
export function isSomebody(text: string): boolean {
  if (SOMEBODY.has(text) || ATTACKERS.has(text)) return true;
  if (!DOER.test(text) || ANYBODY.has(text) || UNITS.has(text)) return false;
  return !THINGS_MADE_ALIKE.has(text) && !THINGS_MADE_ALIKE.has(text.replace(/s$/, ''));
}

/** "two truck drivers" are people, "two trucks" are not. */
export function isPerson(word: Word | undefined): boolean {
  return word !== undefined && !word.isAfterSign && (isSomebody(word.text) || ANYBODY.has(word.text));
}
