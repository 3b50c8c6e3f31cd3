import { findNumbers } from './find-numbers.ts';
import { findTollVerbs } from './find-toll-verbs.ts';
import { isPerson } from './is-person.ts';
import { AUXILIARIES } from './lexicon/toll-words.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

/** How many words may tell who is counted: "four others", "two police constables". */
const LONGEST = 3;

/**
 * "Seven were killed in Tank and four in Bannu": the words of the second clause with the verb of the first, which it leaves out,
 * at the place where it would stand; null where a clause is none of a number of people and a place. `at` is where it begins,
 * with its "and". The verb stands in the text where the number does.
 */
export function withVerbOf({ tolls, words }: ReadSentence, at: number): readonly Word[] | null {
  const first = /^(and|while|اور)$/.test(words[at]?.text ?? '') ? at + 1 : at;
  if (tolls.length === 0) return null;
  const toll = tolls.findLast(({ people }) => people.some((one) => one.last < at));
  const number = findNumbers(words.slice(first, first + LONGEST)).find((one) => one.first === 0);
  if (toll === undefined || number === undefined) return null;
  let last = first + number.last;
  while (isPerson(words[last + 1]) && last < first + LONGEST) last += 1;
  if (!/^(in|at|near|from)$/.test(words[last + 1]?.text ?? '')) return null;
  const before = words.slice(0, at);
  const verb = findTollVerbs(before).findLast((one) => one.first >= toll.first && one.last <= toll.last);
  const place = words[first];
  if (verb === undefined || place === undefined) return null;
  const isBehind = toll.people.some((one) => one.last < verb.first);
  const begin = isBehind && AUXILIARIES.has(words[verb.first - 1]?.text ?? '') ? verb.first - 1 : verb.first;
  const { end, start } = place;
  const said = before.slice(begin, verb.last + 1).map((word) => ({ ...word, start, end, isAfterSign: false }));
  const cut = isBehind ? last + 1 : first;
  return [...words.slice(at, cut), ...said, ...words.slice(cut)];
}
