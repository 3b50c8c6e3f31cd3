import { findNumbers, type NumberFound } from './find-numbers.ts';
import { isPerson } from './is-person.ts';
import { ATTACKERS, AUXILIARIES, CHINESE, PHRASE_ENDS, UNITS } from './lexicon/toll-words.ts';
import { LONGEST_PHRASE, nounAfter, shareBegin } from './noun-after.ts';
import { isOfThem, type People, peopleOf } from './people.ts';
import { bareAt, knownAt, listedAt, singleAt } from './single-people.ts';
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
        bareAt(index, words, isVerb, (at) => counted.has(at) || isTaken(at)));
    const before = found.at(-1);
    const isSame = one !== null && isApposition(one, before, words);
    const isFamily = number === undefined || (number.range.best === 1 && words[one?.last ?? 0]?.text === 'family');
    const isTheirKind = words[index - 2]?.text === 'members' && words[index - 1]?.text === 'of' && isFamily;
    if (isSame && one.isChinese && before !== undefined) found[found.length - 1] = { ...before, isChinese: true };
    if (one === null || isTheirKind || isSame) continue;
    const goesOn =
      before?.isIncluded === true &&
      !before.isOfThem &&
      !one.isAnybody &&
      isListed(before, one.first, words) &&
      !range(before.last, one.first).some((at) => isVerb.has(at));
    const told = goesOn ? { ...one, isIncluded: true } : one;
    found.push(isOfAttackers(told, found, words, isVerb) ? { ...told, isAttacker: true } : told);
    index = one.last;
  }
  return withAmong(withAmongThem(withChineseOfBefore(withListed(found, words), words), words), words, isVerb);
}

/** "ایک خاتون اور دو بچوں سمیت پانچ افراد": all of a list before "including" are parts. */
function withListed(found: readonly People[], words: readonly Word[]): People[] {
  const list = [...found];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const [one, before] = [list[at], list[at - 1]];
    const isPart = one?.isIncluded === true && words[one.last + 1]?.text === INCLUDING;
    if (isPart && before !== undefined && words[one.first - 1]?.text === 'اور' && before.last === one.first - 2)
      list[at - 1] = { ...before, isIncluded: true };
  }
  return list;
}

const INCLUDING = foldWord('سمیت');

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

/** "attacked four Chinese workers, killing three": those who are only counted are of the Chinese before them. */
function withChineseOfBefore(found: readonly People[], words: readonly Word[]): readonly People[] {
  return found.map((one, at) => {
    const before = found[at - 1];
    const isBare = one.isAnybody && !isPerson(words[one.last]);
    const isOfThem = before?.isChinese === true && before.last < one.first && one.range.best <= before.range.best;
    const isOther = before?.isChinese === true && before.isOfThem && words[one.last]?.text === 'others';
    const isOfGroup = one.isOfThem && isGroupOfChinese(words.slice(0, one.first));
    return (isBare && isOfThem) || isOther || isOfGroup ? { ...one, isChinese: true } : one;
  });
}

/** "aged about 35", "aged four, six and nine" */
function isAge(first: number, words: readonly Word[]): boolean {
  const [unit, old] = [words[first + 1]?.text ?? '', words[first + 2]?.text ?? ''];
  if (unit === YEARS_OLD || (/^(year|month|day)$/.test(unit) && old === 'old')) return true;
  let at = first - 1;
  while (
    at >= 0 &&
    (/^(and|about|around|between)$/.test(words[at]?.text ?? '') || findNumbers(words.slice(at, at + 1)).length > 0)
  )
    at -= 1;
  return /^aged?$/.test(words[at]?.text ?? '');
}

/** "The driver, a Pakistani, also died": said of the one before. */
function isApposition({ first, last }: People, before: People | undefined, words: readonly Word[]): boolean {
  const isNext = before !== undefined && before.last === first - 1 && words[first]?.isAfterSign === true;
  const isOne = /^(a|an)$/.test(words[first]?.text ?? '') && words[last + 1]?.isAfterSign === true;
  return isNext && isOne && /^(the|his|her|their)$/.test(words[before.first]?.text ?? '');
}

/** "a convoy of Chinese engineers": people, counted or not, the last that are named. */
function isGroupOfChinese(words: readonly Word[]): boolean {
  const last = words.findLastIndex((word) => isPerson({ ...word, isAfterSign: false }));
  return CHINESE.has(words[last]?.text ?? '') || CHINESE.has(words[last - 1]?.text ?? '');
}

/** "A judge among five killed", "was among the 12 people killed": who stands before is one of those. */
function withAmong(found: readonly People[], words: readonly Word[], isVerb: ReadonlySet<number>): People[] {
  const list = [...found];
  for (const [at, one] of found.entries()) {
    const lead = words.slice(Math.max(0, one.first - 3), one.first).map(({ text }) => text);
    const isAmong = lead.includes('among') && !lead.some((text) => /^(them|whom)$/.test(text));
    const isDone = isVerb.has(one.last + 1) || (words[one.last + 1]?.text === 'who' && isVerb.has(one.last + 3));
    if (!isAmong || one.range.best < 2 || !isDone) continue;
    list[at] = { ...one, isIncluded: one.isOfThem };
    for (let before = at - 1; before >= 0; before -= 1) {
      const part = list[before];
      if (part === undefined || isVerb.has(part.first - 1)) break;
      list[before] = { ...part, isIncluded: true };
    }
  }
  return list;
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
  if (first !== last) return false;
  const isDone = AUXILIARIES.has(between[0]?.text ?? '') && isVerb.has(before.last + 2);
  return (
    isDone && between.length <= 4 && between.at(-1)?.text === 'and' && AUXILIARIES.has(words[last + 1]?.text ?? '')
  );
}

function countedAt(number: NumberFound, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  if (words[number.last]?.text === 'couple') {
    const first = CHINESE.has(words[number.first - 1]?.text ?? '') ? number.first - 1 : number.first;
    return peopleOf(first, number.last, number.range, words, false);
  }
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
  const isBare =
    next === undefined ||
    next.isAfterSign ||
    PHRASE_ENDS.has(next.text) ||
    next.text === IS ||
    // "دو ہسپتال میں دم توڑ گئے"
    (words[number.last + 2]?.text === 'میں' && isVerb.has(number.last + 3)) ||
    isVerb.has(number.last + 1);
  const isOfBody =
    /^(کی|کے)$/.test(next?.text ?? '') &&
    words.slice(number.last + 2, number.last + 8).some(({ text }) => BODY.test(text));
  if (
    isBare &&
    (isNextToVerb || isBeforeParts(number.last, words, isVerb) || isOfBody || AUXILIARIES.has(next?.text ?? ''))
  ) {
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

/** "دو کی لاشیں برآمد" */
const BODY = /^(لاش|نعش|میت)/;

const YEARS_OLD = foldWord('سالہ');

/** Behind a new total in Urdu: "پانچ ہو گئی". */
const IS = foldWord('ہو');

/** "Seven, including an infant, killed": the verb stands behind the parts. */
function isBeforeParts(last: number, words: readonly Word[], isVerb: ReadonlySet<number>): boolean {
  const next = words[last + 1];
  if (next === undefined || !next.isAfterSign || !/^(including|among|with)$/.test(next.text)) return false;
  const close = words.findIndex((word, at) => at > last + 1 && at < last + 9 && word.isAfterSign);
  return close > 0 && (isVerb.has(close) || (AUXILIARIES.has(words[close]?.text ?? '') && isVerb.has(close + 1)));
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
