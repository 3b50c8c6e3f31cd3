import { isListed } from './find-people.ts';
import type { Verb } from './find-toll-verbs.ts';
import { isPerson } from './is-person.ts';
import { AUXILIARIES, PHRASE_ENDS } from './lexicon/toll-words.ts';
import type { People } from './people.ts';
import type { Word } from './words.ts';

/** A verb that can have its number on either side has it before where a form of "be" or the number is next to it. */
export function sideOf(verb: Verb, words: readonly Word[], people: readonly People[]): 'before' | 'after' {
  // "took seven men off a bus and shot them dead"
  if (verb.side === 'after' && verb.kind === 'killed' && words[verb.last + 1]?.text === 'them') return 'before';
  if (verb.side !== 'either') return verb.side;
  const before = words[verb.first - 1];
  const isNextAfter = people.some(({ first }) => first === verb.last + 1);
  // "had killed at least 12"
  const isSoonAfter = people.some(({ first }) => first > verb.last && first <= verb.last + 3);
  if (isSoonAfter && /^(have|has|had|having)$/.test(before?.text ?? '')) return 'after';
  if (isNextAfter && before?.text === 'also') return 'after';
  if (before !== undefined && AUXILIARIES.has(before.text)) return 'before';
  const doers = people.find(({ last }) => last === verb.first - 1);
  const theirs = people.find(({ first, isTheirs }) => first === verb.last + 1 && isTheirs);
  if (theirs !== undefined && words[theirs.first]?.isAfterSign !== true) return 'after';
  if (doers !== undefined && !(doers.isAttacker && (isNextAfter || hasObject(verb, words)))) return 'before';
  return people.some(({ first }) => first > verb.last && first <= verb.last + 5) ? 'after' : 'before';
}

/** "seven gunmen killed pupils": what follows is whom, not where or when. */
function hasObject({ last }: Verb, words: readonly Word[]): boolean {
  const next = words[last + 1];
  return next !== undefined && !next.isAfterSign && !PHRASE_ENDS.has(next.text) && isPerson(next);
}

/** The words between which people are a verb's: the verbs beside it. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

const FARTHEST = 12;

/** The people before a verb that are of it, from the one next to it on as far as they are joined. */
export function listBefore(verb: Verb, people: readonly People[], words: readonly Word[], { from }: Bounds): People[] {
  const before = people.filter(({ first, last }) => first > from && last < verb.first);
  const list: People[] = [];
  let edge = verb.first;
  for (const one of [...before].reverse()) {
    if (one.last < edge - FARTHEST) break;
    const hasOwnVerb = list[0]?.isAnybody === true && list[0].first === list[0].last && edge - one.last > 2;
    if (hasOwnVerb && !list.every(({ isIncluded }) => isIncluded)) break;
    const isAmong = one.isIncluded && words.slice(one.last + 1, edge).some(({ text }) => text === 'among');
    // "five nationals, among them a woman, and their driver"
    const isWhole =
      list[0]?.isIncluded === true && words.slice(one.last + 1, edge).every(({ text }) => BEFORE_PART.test(text));
    const isJoined =
      list.length === 0 ||
      isWhole ||
      isAmong ||
      list.every(({ isIncluded }) => isIncluded) ||
      isListed({ last: one.end }, edge, words);
    if (!isJoined) break;
    list.unshift(one);
    edge = one.first;
    if (list.length === 1 && isSubject(one, verb, words)) break;
  }
  return list;
}

const BEFORE_PART = /^(including|among|them|whom)$/;

/** "six passengers, two of whom died": those two alone died. */
function isSubject({ isOfThem, last }: People, { first }: Verb, words: readonly Word[]): boolean {
  const between = words.slice(last + 1, first);
  return isOfThem && between.every(({ isAfterSign, text }) => !isAfterSign && AUXILIARIES.has(text));
}

/** The people behind a verb that are of it. */
export function listAfter(verb: Verb, people: readonly People[], words: readonly Word[], { to }: Bounds): People[] {
  const list: People[] = [];
  let edge = verb.last;
  for (const one of people.filter(({ first, last }) => first > verb.last && last < to)) {
    const isNear =
      list.length === 0 ? one.first - edge <= 6 : one.isIncluded || isListed({ last: edge }, one.first, words);
    if (!isNear) break;
    list.push(one);
    edge = one.last;
  }
  return verb.isTotal ? risenTo(list, verb, people, words) : list;
}

/** "rose from four to five", "چار سے بڑھ کر پانچ": the later figure is the total. */
function risenTo(list: People[], verb: Verb, people: readonly People[], words: readonly Word[]): People[] {
  const [one] = list;
  if (one === undefined) return list;
  const { high, low } = one.range;
  if (words[verb.last]?.text === 'from' && low < high) return [{ ...one, range: { low: high, best: high, high } }];
  const next = people.find(({ first }) => first > one.last);
  const isRisen = next !== undefined && words.slice(one.last + 1, next.first).some(({ text }) => /^بڑ/.test(text));
  return isRisen ? [next] : list;
}
