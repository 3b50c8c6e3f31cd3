import type { Range } from '@corridor/domain';
import { findNumbers, type NumberFound } from './find-numbers.ts';
import {
  ADDED,
  ANYBODY,
  ATTACKERS,
  AUXILIARIES,
  CHINESE,
  INCLUDED,
  ONE_OF,
  PHRASE_ENDS,
  PLURAL_ONLY,
  SOMEBODY,
  THEIR_END,
  TOLL_NOUNS,
  TOLL_VERBS,
  type TollVerb,
  UNITS,
} from './lexicon/toll-words.ts';
import { findPhrases } from './phrase-index.ts';
import type { Word } from './words.ts';

/** Somebody who is counted: "at least five people", "a policeman", "two Chinese engineers". */
interface People {
  readonly first: number;
  readonly last: number;
  readonly range: Range;
  /** People in general; a part of them otherwise. */
  readonly isAnybody: boolean;
  readonly isChinese: boolean;
  readonly isAttacker: boolean;
  /** Part of a number that is given beside: "including two policemen". */
  readonly isIncluded: boolean;
}

/** What a sentence says of how many were killed, wounded or abducted. */
export interface TollFound {
  readonly kind: TollVerb['kind'];
  readonly people: readonly Omit<People, 'first' | 'last'>[];
  /** The new total: "the death toll rose to 12". */
  readonly isTotal: boolean;
  /** On top of what was said before: "another soldier". */
  readonly isAdded: boolean;
  /** Words from the first to the last, counted from 0 in the sentence. */
  readonly first: number;
  readonly last: number;
}

interface Verb extends TollVerb {
  readonly first: number;
  readonly last: number;
}

/**
 * The tolls of a sentence: each word for killing, wounding or abducting with the numbers of people that belong to it.
 * `isTaken` says which words are something else already: a name, a date. O(words + verbs × people).
 */
export function findTolls(words: readonly Word[], isTaken: (index: number) => boolean): TollFound[] {
  const verbs = findPhrases(TOLL_VERBS, words)
    .flatMap(({ first, last, values }) => values.map((verb): Verb => ({ ...verb, first, last })))
    .filter((verb, _, all) => isVerbHere(verb, words, all));
  if (verbs.length === 0) return [];
  const people = peopleIn(words, verbs, isTaken);
  const free = new Set(people);
  const sides = verbs.map((verb) => sideOf(verb, words, people));
  const found = new Map<Verb, readonly People[]>();
  for (const side of ['before', 'after'] as const) {
    verbs.forEach((verb, index) => {
      if (sides[index] !== side) return;
      const bounds = { from: verbs[index - 1]?.last ?? -1, to: verbs[index + 1]?.first ?? words.length };
      const list =
        side === 'before' ? listBefore(verb, [...free], words, bounds) : listAfter(verb, [...free], words, bounds);
      for (const one of list) if (!isToldMoreOf(one, words)) free.delete(one);
      if (list.length > 0) found.set(verb, list);
    });
  }
  return verbs.flatMap((verb) => {
    const list = found.get(verb);
    return list === undefined ? [] : [tollOf(verb, list, words)];
  });
}

/** "three wounded worshippers died" wounds nobody anew; "rose to 34" is of a toll where the sentence has one. */
function isVerbHere({ first, isTotal, kind, last }: Verb, words: readonly Word[], verbs: readonly Verb[]): boolean {
  if (isTotal)
    return (
      words.slice(0, last).some(({ text }) => TOLL_NOUNS.has(text)) &&
      findNumbers(words.slice(last + 1, last + 4)).length > 0
    );
  const [before, after] = [words[first - 1], words[last + 1]];
  const isAdjective =
    isPerson(after) && before !== undefined && findNumbers([before]).length > 0 && !before.isAfterSign;
  const isOfOther = verbs.some((other) => other.first > last && other.first - last <= 4);
  return !(kind === 'wounded' && isAdjective && isOfOther);
}

function tollOf(verb: Verb, list: readonly People[], words: readonly Word[]): TollFound {
  const first = Math.min(verb.first, ...list.map((one) => one.first));
  const last = Math.max(verb.last, ...list.map((one) => one.last));
  const around = words.slice(Math.max(0, first - 1), last + 1);
  return {
    kind: verb.kind,
    isTotal: verb.isTotal,
    isAdded: around.some(({ text }) => ADDED.has(text)),
    people: list,
    first,
    last,
  };
}

/** "the bodies of nine passengers who were kidnapped": both is said of them. */
function isToldMoreOf({ last }: People, words: readonly Word[]): boolean {
  return words.slice(last + 1, last + 4).some(({ text }) => text === 'who');
}

const ONE: Range = { low: 1, best: 1, high: 1 };

/** A number followed by who is counted, or by nobody's name where the verb is next to it. */
function peopleIn(words: readonly Word[], verbs: readonly Verb[], isTaken: (index: number) => boolean): People[] {
  const isVerb = new Set(verbs.flatMap(({ first, last }) => range(first, last)));
  const numbers = findNumbers(words).filter(({ first, last }) => !range(first, last).some(isTaken));
  const counted = new Map(numbers.map((number) => [number.first, number]));
  const found: People[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const number = counted.get(index);
    const one = number ? countedAt(number, words, isVerb) : singleAt(index, words, isVerb);
    if (one === null) continue;
    const before = found.at(-1);
    const goesOn = before?.isIncluded === true && !one.isAnybody && isListed(before, one.first, words);
    found.push(goesOn ? { ...one, isIncluded: true } : one);
    index = one.last;
  }
  return found;
}

/** How many words may stand between a number and who is counted. */
const LONGEST_PHRASE = 6;

function countedAt(number: NumberFound, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const noun = nounAfter(number.last, words, isVerb);
  const next = words[number.last + 1];
  if (noun.unit) return null;
  if (noun.last !== null) return peopleOf(number.first, noun.last, number.range, words, noun.isAnybody);
  const isNextToVerb = isVerb.has(number.last + 1) || isVerb.has(number.first - 1) || isVerb.has(number.first - 3);
  const isBare = next === undefined || next.isAfterSign || PHRASE_ENDS.has(next.text) || isVerb.has(number.last + 1);
  if (isBare && (isNextToVerb || AUXILIARIES.has(next?.text ?? ''))) {
    return peopleOf(number.first, number.last, number.range, words, true);
  }
  const passive = passiveAfter(number.last, words, isVerb);
  if (passive !== null) return peopleOf(number.first, passive - 1, number.range, words, false);
  return isNextToVerb && next !== undefined
    ? peopleOf(number.first, number.last + 1, number.range, words, false)
    : null;
}

/** "two visa applicants were killed": whoever it is. Where the verb or its "were" begins; null if something else comes first. */
function passiveAfter(last: number, words: readonly Word[], isVerb: ReadonlySet<number>): number | null {
  for (let index = last + 1; index <= last + 4; index += 1) {
    const word = words[index];
    if (word === undefined || word.isAfterSign || UNITS.has(word.text)) return null;
    if (index > last + 1 && (isVerb.has(index) || (AUXILIARIES.has(word.text) && isVerb.has(index + 1)))) return index;
    if (PHRASE_ENDS.has(word.text)) return null;
  }
  return null;
}

function nounAfter(last: number, words: readonly Word[], isVerb: ReadonlySet<number>) {
  let noun: number | null = null;
  let isAnybody = false;
  const isShare = words[last + 1]?.text === 'of' && /^(his|her|their|its|the)$/.test(words[last + 2]?.text ?? '');
  const begin = isShare ? last + 3 : last + 1;
  for (let index = begin; index <= begin + LONGEST_PHRASE; index += 1) {
    const word = words[index];
    if (word === undefined || isVerb.has(index) || PHRASE_ENDS.has(word.text)) break;
    if (word.isAfterSign) break;
    if (UNITS.has(word.text) && noun === null && !isPerson(words[index + 1]))
      return { last: null, isAnybody, unit: true };
    const [general, special] = [ANYBODY.has(word.text), SOMEBODY.has(word.text) || ATTACKERS.has(word.text)];
    if (!general && !special) {
      if (noun !== null) break;
      continue;
    }
    isAnybody = noun === null ? general : isAnybody && general;
    noun = index;
  }
  return { last: noun, isAnybody, unit: false };
}

/** "two truck drivers" are people, "two trucks" are not. */
function isPerson(word: Word | undefined): boolean {
  return word !== undefined && !word.isAfterSign && (SOMEBODY.has(word.text) || ANYBODY.has(word.text));
}

/** "an official of the district said": who tells is not counted. */
function speaks(first: number, words: readonly Word[]): boolean {
  for (let index = first + 1; index <= first + 9; index += 1) {
    const word = words[index];
    if (word === undefined || word.isAfterSign) return false;
    if (/^(said|told|says|added|confirmed|stated)$/.test(word.text)) return true;
  }
  return false;
}

/** "a policeman", "their driver": one person. */
function singleAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const word = words[first];
  if (word === undefined || speaks(first, words)) return null;
  const isTheir = word.text === 'ان' && THEIR_END.has(words[first + 1]?.text ?? '');
  if (!isTheir && !ONE_OF.has(word.text)) return null;
  if (word.text === 'another' && isVerb.has(first + 1)) return peopleOf(first, first, ONE, words, false);
  const noun = nounAfter(isTheir ? first + 1 : first, words, isVerb);
  const head = words[noun.last ?? -1]?.text ?? '';
  if (noun.last === null || noun.unit || noun.isAnybody || PLURAL_ONLY.has(head)) return null;
  if (/[^s]s$/.test(head)) return null;
  return peopleOf(first, noun.last, ONE, words, false);
}

function peopleOf(first: number, last: number, counted: Range, words: readonly Word[], isAnybody: boolean): People {
  const inside = words.slice(first, last + 1).map(({ text }) => text);
  const before = words.slice(Math.max(0, first - 3), first);
  return {
    first,
    last,
    range: counted,
    isAnybody: isAnybody && !inside.some((text) => CHINESE.has(text)),
    isChinese: inside.some((text) => CHINESE.has(text)),
    isAttacker: inside.some((text) => ATTACKERS.has(text)),
    isIncluded: before.some(({ text }) => INCLUDED.has(text)) || isOfThem(last, words),
  };
}

/** "two of whom", "three of them" */
function isOfThem(last: number, words: readonly Word[]): boolean {
  return words[last + 1]?.text === 'of' && /^(whom|them)$/.test(words[last + 2]?.text ?? '');
}

/** A verb that can have its number on either side has it before where a form of "be" or the number is next to it. */
function sideOf(verb: Verb, words: readonly Word[], people: readonly People[]): 'before' | 'after' {
  if (verb.side !== 'either') return verb.side;
  const before = words[verb.first - 1];
  if (before !== undefined && AUXILIARIES.has(before.text)) return 'before';
  if (people.some(({ last }) => last === verb.first - 1)) return 'before';
  return people.some(({ first }) => first > verb.last && first <= verb.last + 5) ? 'after' : 'before';
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

const FARTHEST = 12;

function listBefore(verb: Verb, people: readonly People[], words: readonly Word[], { from }: Bounds): People[] {
  const near = people.filter(({ first, last }) => first > from && last < verb.first && last >= verb.first - FARTHEST);
  const list: People[] = [];
  let edge = verb.first;
  for (const one of [...near].reverse()) {
    const isJoined = list.length === 0 || list.every(({ isIncluded }) => isIncluded) || isListed(one, edge, words);
    if (!isJoined) break;
    list.unshift(one);
    edge = one.first;
  }
  return list;
}

function listAfter(verb: Verb, people: readonly People[], words: readonly Word[], { to }: Bounds): People[] {
  const list: People[] = [];
  let edge = verb.last;
  for (const one of people.filter(({ first, last }) => first > verb.last && last < to)) {
    const isNear =
      list.length === 0 ? one.first - edge <= 6 : one.isIncluded || isListed({ last: edge }, one.first, words);
    if (!isNear) break;
    list.push(one);
    edge = one.last;
  }
  return list;
}

/** Between two of a list stand a few words only, one of which joins them. */
function isListed({ last }: Pick<People, 'last'>, next: number, words: readonly Word[]): boolean {
  const gap = words.slice(last + 1, next);
  const isComma = words[next]?.isAfterSign === true && gap.length <= 1;
  return gap.length <= 4 && (isComma || gap.some(({ text }) => /^(and|plus|with|well|اور|جبکہ|سمیت)$/.test(text)));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
