import { countedAt } from './counted-people.ts';
import { findNumbers } from './find-numbers.ts';
import { isPerson } from './is-person.ts';
import { AUXILIARIES, ONE_OF } from './lexicon/toll-words.ts';
import { namedAt } from './named-people.ts';
import { LONGEST_PHRASE } from './noun-after.ts';
import type { People } from './people.ts';
import { relatePeople } from './relate-people.ts';
import { bareAt, knownAt, listedAt, objectAt, singleAt } from './single-people.ts';
import { foldWord, type Word } from './words.ts';

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
    return words[first - 1]?.text !== 'no' && !isAge(first, words) && !range(first, last).some(isTaken);
  });
  const counted = new Map(numbers.map((number) => [number.first, number]));
  const found: People[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const number = counted.get(index);
    const one = number
      ? countedAt(number, words, isVerb)
      : (singleAt(index, words, isVerb) ??
        knownAt(index, words, isVerb) ??
        listedAt(index, words, isVerb, found.at(-1)) ??
        namedAt(index, words, isVerb) ??
        objectAt(index, words, isVerb) ??
        bareAt(index, words, isVerb, (at) => counted.has(at) || isTaken(at)));
    const before = found.at(-1);
    const isSame = one !== null && isApposition(one, before, words);
    const isFamily = number === undefined || (number.range.best === 1 && words[one?.last ?? 0]?.text === 'family');
    const isOfFamily = /^(a|one|the|same)$/.test(words[index]?.text ?? '') && words[one?.last ?? 0]?.text === 'family';
    const isTheirKind =
      words[index - 1]?.text === 'of' && isFamily && (words[index - 2]?.text === 'members' || isOfFamily);
    if (isSame && before !== undefined)
      found[found.length - 1] = { ...before, isChinese: before.isChinese || one.isChinese, end: one.last };
    if (one === null || isTheirKind || isSame) continue;
    const goesOn =
      before?.isIncluded === true &&
      !before.isOfThem &&
      words[before.last + 1]?.text !== INCLUDING &&
      !one.isAnybody &&
      !one.isTheirs &&
      isListed(before, one.first, words) &&
      !range(before.last, one.first).some((at) => isVerb.has(at));
    const told = goesOn ? { ...one, isIncluded: true } : one;
    found.push(isOfAttackers(told, found, words, isVerb) ? { ...told, isAttacker: true } : told);
    index = one.last;
  }
  return relatePeople(found, words, isVerb);
}

/** "ایک کیپٹن سمیت چار جوان": the whole stands behind it. */
const INCLUDING = foldWord('سمیت');

/** "aged about 35", "aged four, six and nine" */
function isAge(first: number, words: readonly Word[]): boolean {
  const [unit, old] = [words[first + 1]?.text ?? '', words[first + 2]?.text ?? ''];
  if (unit === YEARS_OLD || (/^(year|month|day)$/.test(unit) && old === 'old')) return true;
  if (words[first - 1]?.text === 'of' && SOMEBODY.test(words[first - 2]?.text ?? '')) return true;
  if (isBetweenSigns(first, words) && isPerson({ ...words[first - 1], isAfterSign: false } as Word)) return true;
  let at = first - 1;
  while (
    at >= 0 &&
    (/^(and|about|around|between)$/.test(words[at]?.text ?? '') || findNumbers(words.slice(at, at + 1)).length > 0)
  )
    at -= 1;
  return /^aged?$/.test(words[at]?.text ?? '');
}

/** "a girl of eight", "a man of 26" */
const SOMEBODY = /^(girl|boy|child|toddler|son|daughter|man|woman|youth)$/;

/** Who somebody is besides what he was: no other one. */
const RELATION = /^(resident|native|inhabitant|member|father|mother)$/;
const AGE = /^[1-9]\d$/;

/** "the engineer, 41, was brought dead" */
function isBetweenSigns(at: number, words: readonly Word[]): boolean {
  const [word, next] = [words[at], words[at + 1]];
  return AGE.test(word?.text ?? '') && word?.isAfterSign === true && next?.isAfterSign === true;
}

const YEARS_OLD = foldWord('سالہ');

/** How many words may tell more of who somebody is: "a barber from Multan who was staying with them". */
const LONGEST_APPOSITION = 12;

/** "The driver, a Pakistani, also died", "a sepoy, a resident of Karak, was killed": said of the one before. */
function isApposition({ first, last }: People, before: People | undefined, words: readonly Word[]): boolean {
  if (before === undefined || words[first]?.isAfterSign !== true || !/^(a|an)$/.test(words[first]?.text ?? ''))
    return false;
  const between = words.slice(before.last + 1, first);
  if (between.length > 1 || !between.every(({ text }) => AGE.test(text))) return false;
  if (RELATION.test(words[last]?.text ?? '') && words[last + 1]?.text === 'of') return true;
  const length = words.slice(last + 1, last + 1 + LONGEST_APPOSITION).findIndex((word) => word.isAfterSign);
  const close = last + 1 + length;
  const next = words[close];
  const isList =
    next === undefined || /^(and|or)$/.test(next.text) || ONE_OF.has(next.text) || findNumbers([next]).length > 0;
  return before.range.high === 1 && length >= 0 && !isList;
}

/** "five terrorists were killed and two were injured": who is only counted on is of those before. */
function isOfAttackers(
  { first, isAnybody, last }: People,
  found: readonly People[],
  words: readonly Word[],
  isVerb: ReadonlySet<number>,
): boolean {
  const before = found.at(-1);
  if (before === undefined || !isAnybody || !found.every(({ isAttacker }) => isAttacker)) return false;
  const between = words.slice(before.last + 1, first);
  // "seven militants killed, five injured"
  const isOnlyVerb = between.length > 0 && between.every((_, at) => isVerb.has(before.last + 1 + at));
  if (first === last && words[first]?.isAfterSign && isOnlyVerb) return true;
  // "killing three terrorists and injuring several others"
  if (between.length === 2 && between[0]?.text === 'and' && isVerb.has(first - 1)) return true;
  // "13 militants were killed while five others got injured"
  const areOthers = last === first + 1 && words[last]?.text === 'others' && before.range.best > 1;
  // "One of the attackers blew himself up while two others were gunned down"
  if (words[last]?.text === 'others' && between.some(({ text }) => FLED.test(text))) return true;
  if (first !== last && !areOthers) return false;
  // "five militants killed and two injured", "پانچ خوارج ہلاک اور دو زخمی"
  const isOneVerb = between.length === 2 && isVerb.has(before.last + 1) && JOINT.test(between[1]?.text ?? '');
  if (isOneVerb && isVerb.has(last + 1)) return true;
  const isDone = AUXILIARIES.has(between[0]?.text ?? '') && isVerb.has(before.last + 2);
  const isJoined = /^(and|while)$/.test(between.at(-1)?.text ?? '') && between.length <= LONGEST_DEATH;
  return isDone && isJoined && AUXILIARIES.has(words[last + 1]?.text ?? '');
}

const JOINT = /^(and|while|اور|جبکہ)$/;
const FLED = /^(blew|detonated|fled|escaped)$/;

/** "were sent to hell, while": what happened to the first of two. */
const LONGEST_DEATH = 5;

/** Between two of a list stand a few words only, one of which joins them. */
export function isListed({ last }: Pick<People, 'last'>, next: number, words: readonly Word[]): boolean {
  const gap = words.slice(last + 1, next);
  if (words.slice(last + 1, next + 1).some(({ isAfterStop }) => isAfterStop)) return false;
  if (/^(of|from)$/.test(gap[0]?.text ?? '') && gap.at(-1)?.text === 'and' && gap.length <= LONGEST_PHRASE + 1)
    return true;
  const isComma = gap.length <= 1 && words.slice(last + 1, next + 1).some(({ isAfterSign }) => isAfterSign);
  return (
    gap.length <= 4 && (isComma || gap.some(({ text }) => /^(and|plus|besides|with|well|اور|جبکہ|سمیت)$/.test(text)))
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
