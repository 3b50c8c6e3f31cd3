import type { Verb } from './find-toll-verbs.ts';
import { VAGUE_NUMBERS } from './lexicon/number-words.ts';
import { wordSet } from './lexicon/word-set.ts';
import type { People } from './people.ts';
import type { Word } from './words.ts';

/** Whether a verb's toll is none of the event that a text is about: of an older one, or the sum of years. O(words). */
export function isOfBefore(verb: Verb, people: readonly People[], words: readonly Word[]): boolean {
  return isOlder(verb, words) || isOfYears(verb, people, words);
}

/** "a feud which had claimed twenty lives", "a sit-in against the killing of two men": of what was before. */
function isOlder({ first, last }: Verb, words: readonly Word[]): boolean {
  if (isOlderInUrdu(first, last, words)) return true;
  const lead = words.slice(Math.max(0, first - 4), first).map(({ text }) => text);
  const isCause = lead.at(-1) === 'the' && /^(against|over)$/.test(lead.at(-2) ?? '') && !isGrief(words, first);
  // Of "police confirmed that three had died" the news is.
  const isClause = lead.includes('which') || lead.at(-2) === 'that';
  return isCause || (lead.at(-1) === 'had' && isClause);
}

/** "offered his condolences over the deaths of four engineers": that is how a visit tells of the news itself. */
function isGrief(words: readonly Word[], first: number): boolean {
  return words.slice(0, first).some(({ text }) => /^(condol|griev|grief|sorrow|sad)/.test(text));
}

/** "گزشتہ ماہ بھی دو افراد ہلاک ہوئے تھے" */
function isOlderInUrdu(first: number, last: number, words: readonly Word[]): boolean {
  const isPast = words.slice(last + 1, last + 4).some(({ text }) => WAS.has(text));
  return isPast && words.slice(0, first).some(({ text }, at) => LAST.has(text) && SPAN.has(words[at + 1]?.text ?? ''));
}

const WAS = wordSet('تھا تھی تھے');
const LAST = wordSet('گزشتہ گذشتہ پچھلے');
const SPAN = wordSet('ماہ سال برس مہینے ہفتے');

/** "dozens of guards have lost their lives", "clashes had claimed many lives this year": the sum of a time, not of an event. */
function isOfYears({ first, last }: Verb, list: readonly People[], words: readonly Word[]): boolean {
  const lead = words.slice(Math.max(0, first - 3), first);
  const vague = list.map((one) => words[one.first]?.text ?? '').find((text) => VAGUE_NUMBERS.has(text));
  const isOfTime = words.some(({ text }, at) => /^(years?|decades?)$/.test(text) || isSince(at, words));
  if (lead.some(({ text }) => text === 'had')) return isOfTime && vague !== undefined;
  if (!lead.some(({ text }) => /^(have|has)$/.test(text))) return false;
  // "several have been injured in the firing" is news.
  const isNowhere = !words.slice(last + 1).some(({ text }) => /^(in|at|near|by|when)$/.test(text));
  return isOfTime || (isNowhere && vague !== undefined && /^(dozens|scores|hundreds|thousands)$/.test(vague));
}

const SINCE =
  /^(then|the|a|last|early|late|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})$/;

/** "since then", "since 2021", but not "since Monday". */
function isSince(at: number, words: readonly Word[]): boolean {
  return words[at]?.text === 'since' && SINCE.test(words[at + 1]?.text ?? '');
}
