import type { Range } from '@corridor/domain';
import { findNumbers, type NumberFound } from './find-numbers.ts';
import {
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
  UNITS,
} from './lexicon/toll-words.ts';
import type { Word } from './words.ts';

/** Somebody who is counted: "at least five people", "a policeman", "two Chinese engineers". */
export interface People {
  readonly first: number;
  readonly last: number;
  readonly range: Range;
  /** People in general; a part of them otherwise. */
  readonly isAnybody: boolean;
  readonly isChinese: boolean;
  readonly isAttacker: boolean;
  /** Part of a number that is given beside: "including two policemen". */
  readonly isIncluded: boolean;
  /** Part of people who were named before: "three of them". */
  readonly isOfThem: boolean;
  /** Somebody who may have been counted before: "the driver died", "he was killed". */
  readonly isKnown: boolean;
  /** Somebody beside those who were named before: "his guard". */
  readonly isTheirs: boolean;
}

/**
 * Who is counted in a sentence: a number followed by who it is, or by nobody's name where a verb of `verbs` is next to it.
 * `isTaken` says which words are something else already. O(words).
 */
export function findPeople(
  words: readonly Word[],
  verbs: readonly { readonly first: number; readonly last: number }[],
  isTaken: (index: number) => boolean,
): People[] {
  const isVerb = new Set(verbs.flatMap(({ first, last }) => range(first, last)));
  const numbers = findNumbers(words).filter(({ first, last }) => {
    return words[first - 1]?.text !== 'no' && !range(first, last).some(isTaken);
  });
  const counted = new Map(numbers.map((number) => [number.first, number]));
  const found: People[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const number = counted.get(index);
    const one = number
      ? countedAt(number, words, isVerb)
      : (singleAt(index, words, isVerb) ??
        knownAt(index, words, isVerb) ??
        listedAt(index, words, isVerb, found.at(-1)));
    const before = found.at(-1);
    const isTheirKind = words[index - 2]?.text === 'members' && words[index - 1]?.text === 'of' && number === undefined;
    if (one === null || isTheirKind) continue;
    const goesOn =
      before?.isIncluded === true && !before.isOfThem && !one.isAnybody && isListed(before, one.first, words);
    const told = goesOn ? { ...one, isIncluded: true } : one;
    found.push(isOfAttackers(told, found, words, isVerb) ? { ...told, isAttacker: true } : told);
    index = one.last;
  }
  return withAmongThem(found, words);
}

/** "Fourteen people, five women and two children among them": parts, as those behind "including". */
function withAmongThem(found: readonly People[], words: readonly Word[]): People[] {
  const parts = new Set<People>();
  for (const [at, { last }] of found.entries()) {
    if (
      words[last + 1]?.text !== 'among' ||
      words[last + 1]?.isAfterSign ||
      !/^(them|whom)$/.test(words[last + 2]?.text ?? '')
    )
      continue;
    for (let index = at; index > 0; index -= 1) {
      const [one, before] = [found[index], found[index - 1]];
      if (one === undefined || before === undefined) break;
      parts.add(one);
      if (words[one.first]?.isAfterSign === true) break;
    }
  }
  return found.map((one) => (parts.has(one) ? { ...one, isIncluded: true } : one));
}

/** "five terrorists were killed and two were injured": who is only counted on is of those before. */
function isOfAttackers(
  { first, isAnybody, last }: People,
  found: readonly People[],
  words: readonly Word[],
  isVerb: ReadonlySet<number>,
): boolean {
  const before = found.at(-1);
  if (before === undefined || !isAnybody || first !== last || !found.every(({ isAttacker }) => isAttacker))
    return false;
  const between = words.slice(before.last + 1, first);
  const isDone = AUXILIARIES.has(between[0]?.text ?? '') && isVerb.has(before.last + 2);
  return (
    isDone && between.length <= 4 && between.at(-1)?.text === 'and' && AUXILIARIES.has(words[last + 1]?.text ?? '')
  );
}

/** How many words may stand between a number and who is counted. */
const LONGEST_PHRASE = 6;

function countedAt(number: NumberFound, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const noun = nounAfter(number.last, words, isVerb);
  const next = words[number.last + 1];
  if (noun.unit) return null;
  if (noun.last !== null) return peopleOf(number.first, noun.last, number.range, words, noun.isAnybody);
  if (isOfThem(number.last, words)) {
    const end = CHINESE.has(words[number.last + 3]?.text ?? '') ? number.last + 3 : number.last + 2;
    return peopleOf(number.first, end, number.range, words, false);
  }
  if (isShareOfNumber(number.last, words)) return null;
  const isNextToVerb = isVerb.has(number.last + 1) || isVerb.has(number.first - 1) || isVerb.has(number.first - 3);
  const isBare = next === undefined || next.isAfterSign || PHRASE_ENDS.has(next.text) || isVerb.has(number.last + 1);
  if (isBare && (isNextToVerb || AUXILIARIES.has(next?.text ?? ''))) {
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

/** Where who is counted may begin after a number: of "two of his sons" behind "of his". */
function shareBegin(last: number, words: readonly Word[]): number {
  const isShare = words[last + 1]?.text === 'of' && /^(his|her|their|its|the)$/.test(words[last + 2]?.text ?? '');
  return isShare ? last + 3 : last + 1;
}

function nounAfter(last: number, words: readonly Word[], isVerb: ReadonlySet<number>) {
  let noun: number | null = null;
  let isAnybody = false;
  const begin = shareBegin(last, words);
  for (let index = begin; index <= begin + LONGEST_PHRASE; index += 1) {
    const word = words[index];
    if (word === undefined || isVerb.has(index) || PHRASE_ENDS.has(word.text)) break;
    if (word.isAfterSign) break;
    if (UNITS.has(word.text) && noun === null && !isPerson(words[index + 1]) && !isPerson(words[index + 2]))
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
export function isPerson(word: Word | undefined): boolean {
  return word !== undefined && !word.isAfterSign && (SOMEBODY.has(word.text) || ANYBODY.has(word.text));
}

/** "an official of the district said": who tells is not counted. */
function speaks(first: number, words: readonly Word[]): boolean {
  for (let index = first + 1; index <= first + 9; index += 1) {
    const word = words[index];
    if (word === undefined || word.isAfterSign) return false;
    if (/^(said|told|says|added|confirmed|stated|spoke|put)$/.test(word.text)) return true;
  }
  return false;
}

const ONE: Range = { low: 1, best: 1, high: 1 };

/** "a policeman", "their driver": one person. */
function singleAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const word = words[first];
  if (word === undefined || (speaks(first, words) && !isBodyOf(first, words))) return null;
  if (words[first - 1]?.text === 'no') return null;
  const isTheir = word.text === 'ان' && THEIR_END.has(words[first + 1]?.text ?? '');
  if (!isTheir && !ONE_OF.has(word.text)) return null;
  if (word.text === 'another' && isAlone(first, words, isVerb)) return peopleOf(first, first, ONE, words, false);
  if (word.text === 'a' && ORDINAL.test(words[first + 1]?.text ?? '') && isAlone(first + 1, words, isVerb))
    return peopleOf(first, first + 1, ONE, words, false);
  const noun = nounAfter(isTheir ? first + 1 : first, words, isVerb);
  if (noun.last === null && !noun.unit && isBodyOf(first, words)) return peopleOf(first, first + 1, ONE, words, false);
  const head = words[noun.last ?? -1]?.text ?? '';
  if (noun.last === null || noun.unit || noun.isAnybody || PLURAL_ONLY.has(head)) return null;
  if (/[^s]s$/.test(head)) return null;
  return peopleOf(first, noun.last, ONE, words, false);
}

const ORDINAL = /^(second|third|fourth|fifth|sixth)$/;

/** How many words may stand between "he" and what happened to him, and between "the driver" and that. */
const PRONOUN_REACH = 7;
const KNOWN_REACH = 3;
/** What somebody does who is not hurt. */
const TELLS = /^(said|told|says|added|confirmed|stated|that|no|not|who|blamed|claimed|accused|killed|condemned)$/;

/** "he was struck by bullets and died", "the driver was killed": one, where nobody is counted instead. */
function knownAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const text = words[first]?.text ?? '';
  const isPronoun = text === 'he' || text === 'she';
  if (!isPronoun && text !== 'the') return null;
  const noun = isPronoun ? { last: first, isAnybody: false, unit: false } : nounAfter(first, words, isVerb);
  const head = words[noun.last ?? -1]?.text ?? '';
  if (noun.last === null || noun.unit || noun.isAnybody || PLURAL_ONLY.has(head) || ATTACKERS.has(head)) return null;
  if (/[^s]s$/.test(head)) return null;
  const begin = noun.last + 1;
  for (let index = begin; index <= begin + (isPronoun ? PRONOUN_REACH : KNOWN_REACH); index += 1) {
    const word = words[index];
    if (word === undefined || word.isAfterSign) return null;
    if (isVerb.has(index) && (index === begin || AUXILIARIES.has(words[index - 1]?.text ?? '') || isFatal(word)))
      return { ...peopleOf(first, noun.last, ONE, words, false), isKnown: true };
    if (TELLS.test(word.text) || isPerson(word)) return null;
  }
  return null;
}

/** What somebody suffers by himself, also after "and". */
function isFatal({ text }: Word): boolean {
  return /^(died|succumbed|perished|suffered|sustained|received)$/.test(text);
}

/** "injured two salesmen and a receptionist": one more, whatever he is, where the list ends with him. */
function listedAt(
  first: number,
  words: readonly Word[],
  isVerb: ReadonlySet<number>,
  before: People | undefined,
): People | null {
  const [and, a, noun, next] = [first - 1, first, first + 1, first + 2].map((at) => words[at]);
  const isList = before?.last === first - 2 && and?.text === 'and' && (a?.text === 'a' || a?.text === 'an');
  const isAfterVerb = before !== undefined && isVerb.has(before.first - 1);
  if (!isList || !isAfterVerb || noun === undefined || noun.isAfterSign || UNITS.has(noun.text)) return null;
  const ends =
    next === undefined || next.isAfterSign || /^(in|on|at|near|outside|inside|before|when|as)$/.test(next.text);
  return ends && !PHRASE_ENDS.has(noun.text) ? peopleOf(first, first + 1, ONE, words, false) : null;
}

/** "another was hurt", "wounding another." */
function isAlone(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): boolean {
  const next = words[first + 1];
  const ends = next === undefined || next.isAfterSign || PHRASE_ENDS.has(next.text);
  const isPassive = /^(was|is)$/.test(next?.text ?? '') && isVerb.has(first + 2);
  return isVerb.has(first + 1) || isPassive || (isVerb.has(first - 1) && ends);
}

/** "the body of a schoolteacher": one, whoever it is. */
function isBodyOf(first: number, words: readonly Word[]): boolean {
  return words[first - 1]?.text === 'of' && words[first - 2]?.text === 'body';
}

function peopleOf(first: number, last: number, counted: Range, words: readonly Word[], isAnybody: boolean): People {
  const inside = words.slice(first, last + 1).map(({ text }) => text);
  const before = words.slice(Math.max(0, first - 3), first);
  const isShare =
    isOfThem(last, words) || isOfThem(last - 2, words) || isOfThem(last - 3, words) || isAmongThem(before);
  return {
    first,
    last,
    range: counted,
    isAnybody: isAnybody && !inside.some((text) => CHINESE.has(text)),
    isChinese: inside.some((text) => CHINESE.has(text)),
    isAttacker: inside.some((text) => ATTACKERS.has(text)),
    isIncluded:
      before.some(({ text }) => INCLUDED.has(text)) ||
      words[last + 1]?.text === 'سمیت' ||
      /^(whom|them)$/.test(before.at(-1)?.text ?? '') ||
      isShare,
    isOfThem: isShare,
    isKnown: false,
    isTheirs: /^(his|her|their)$/.test(words[first]?.text ?? ''),
  };
}

/** "two of whom", "three of them" */
function isOfThem(last: number, words: readonly Word[]): boolean {
  return words[last + 1]?.text === 'of' && /^(whom|them)$/.test(words[last + 2]?.text ?? '');
}

/** The same in Urdu, where it stands before the number: "ان میں سے دو". */
function isAmongThem([pronoun, , from]: readonly Word[]): boolean {
  return /^(ان|جن)$/.test(pronoun?.text ?? '') && from?.text === 'سے';
}

/** Between two of a list stand a few words only, one of which joins them. */
export function isListed({ last }: Pick<People, 'last'>, next: number, words: readonly Word[]): boolean {
  const gap = words.slice(last + 1, next);
  if (/^(of|from)$/.test(gap[0]?.text ?? '') && gap.at(-1)?.text === 'and' && gap.length <= LONGEST_PHRASE + 1)
    return true;
  const isComma = gap.length <= 1 && words.slice(last + 1, next + 1).some(({ isAfterSign }) => isAfterSign);
  return gap.length <= 4 && (isComma || gap.some(({ text }) => /^(and|plus|with|well|اور|جبکہ|سمیت)$/.test(text)));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
