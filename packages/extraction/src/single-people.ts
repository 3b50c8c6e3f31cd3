import type { Range } from '@corridor/domain';
import { isPerson, isSomebody } from './is-person.ts';
import { ATTACKERS, AUXILIARIES, ONE_OF, PHRASE_ENDS, PLURAL_ONLY, THEIR_END, UNITS } from './lexicon/toll-words.ts';
import { nounAfter } from './noun-after.ts';
import { type People, peopleOf } from './people.ts';
import type { Word } from './words.ts';

/** "an official of the district said", "according to the spokesman": who tells is not counted. */
function speaks(first: number, words: readonly Word[]): boolean {
  if (words[first - 1]?.text === 'to' && words[first - 2]?.text === 'according') return true;
  for (let index = first + 1; index <= first + 9; index += 1) {
    const word = words[index];
    if (word === undefined || word.isAfterSign) return false;
    if (/^(said|told|says|added|confirmed|stated|spoke|put)$/.test(word.text)) return true;
  }
  return false;
}

const ONE: Range = { low: 1, best: 1, high: 1 };

/** "a policeman", "their driver": one person. */
export function singleAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const word = words[first];
  if (word === undefined || (speaks(first, words) && !isBodyOf(first, words))) return null;
  if (words[first - 1]?.text === 'no') return null;
  const isTheir = /^(ان|اس)$/.test(word.text) && THEIR_END.has(words[first + 1]?.text ?? '');
  if (!isTheir && !ONE_OF.has(word.text)) return null;
  if (word.text === 'another' && isAlone(first, words, isVerb)) return peopleOf(first, first, ONE, words, false);
  if (word.text === 'a' && ORDINAL.test(words[first + 1]?.text ?? '') && isAlone(first + 1, words, isVerb))
    return peopleOf(first, first + 1, ONE, words, false);
  // "جن میں سے ایک بعد میں دم توڑ گیا"
  if (word.text === 'ایک' && words[first + 2]?.text === 'میں' && isVerb.has(first + 3))
    return peopleOf(first, first, ONE, words, false);
  const noun = nounAfter(isTheir ? first + 1 : first, words, isVerb);
  if (noun.last === null && !noun.unit && isBodyOf(first, words)) return peopleOf(first, first + 1, ONE, words, false);
  if (noun.last === null && !noun.unit && /^(a|an|another)$/.test(word.text)) return unknownAt(first, words, isVerb);
  const head = words[noun.last ?? -1]?.text ?? '';
  // "a bullet-riddled body was found"
  if (noun.last !== null && words[noun.last + 1]?.text === 'body' && isVerb.has(noun.last + 1))
    return peopleOf(first, noun.last, ONE, words, true);
  if (noun.last === null || noun.unit || noun.isAnybody || PLURAL_ONLY.has(head)) return null;
  // "all of them from the same family"
  if (/([^s]s|men)$/.test(head) || (head === 'family' && words[first - 1]?.text === 'from')) return null;
  const one = peopleOf(first, noun.last, ONE, words, false);
  // Who blew himself up is no figure, but where he is counted among the dead.
  return head === 'bomber' && !one.isIncluded ? null : one;
}

/** What is done to people, and not to things as well. */
const HURT = /^(kill|wound|injur|martyr|murder|assassinat|abduct|kidnap|dead|hurt|slay)/;

/** "a former nazim was killed", "shot dead a scholar": whoever he is, where what happened is next to him. */
function unknownAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  let last = first;
  while (last < first + LONGEST_BARE) {
    const next = words[last + 1];
    if (next === undefined || next.isAfterSign || PHRASE_ENDS.has(next.text) || isVerb.has(last + 1)) break;
    if (UNITS.has(next.text) || next.text === 'couple') return null;
    last += 1;
  }
  const isOfClause =
    /^(with|of|in|at|on|by|for|from|to|near|into|outside|inside|against)$/.test(words[first - 1]?.text ?? '') ||
    words.slice(Math.max(0, first - LONGEST_BARE), first).some(({ text }) => text === 'who');
  const isDone = !isOfClause && /^(was|is)$/.test(words[last + 1]?.text ?? '') && isVerb.has(last + 2);
  const isObject = isVerb.has(first - 1) && HURT.test(words[first - 1]?.text ?? '') && !isVerb.has(last + 1);
  return last > first && (isDone || isObject) ? peopleOf(first, last, ONE, words, false) : null;
}

const ORDINAL = /^(second|third|fourth|fifth|sixth)$/;

/** How many words may stand between "he" and what happened to him, and between "the driver" and that. */
const PRONOUN_REACH = 7;
const KNOWN_REACH = 3;
/** What somebody does who is not hurt. */
const TELLS = /^(said|told|says|added|confirmed|stated|that|no|not|who|blamed|claimed|accused|killed|condemned)$/;

/** "he was struck by bullets and died", "the driver was killed": one, where nobody is counted instead. */
export function knownAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const text = words[first]?.text ?? '';
  const isPronoun = /^(he|she|جو)$/.test(text);
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

/** "wounding him and three others": who was told of before, with others. */
export function objectAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const isObject = /^(him|her)$/.test(words[first]?.text ?? '') && isVerb.has(first - 1);
  return isObject && words[first + 1]?.text === 'and'
    ? { ...peopleOf(first, first, ONE, words, false), isKnown: true }
    : null;
}

/** What somebody suffers by himself, also after "and". */
function isFatal({ text }: Word): boolean {
  return /^(died|succumbed|perished|suffered|sustained|received|lost|دم|چل)$/.test(text);
}

/** "injured two salesmen and a receptionist": one more, whatever he is, where the list ends with him. */
export function listedAt(
  first: number,
  words: readonly Word[],
  isVerb: ReadonlySet<number>,
  before: People | undefined,
): People | null {
  const [and, a, noun, next] = [first - 1, first, first + 1, first + 2].map((at) => words[at]);
  if (isOfSamePerson(first, words, before)) return peopleOf(first, first, ONE, words, false);
  const isList = before?.last === first - 2 && and?.text === 'and' && (a?.text === 'a' || a?.text === 'an');
  const isAfterVerb = before !== undefined && isVerb.has(before.first - 1);
  if (!isList || !isAfterVerb || noun === undefined || noun.isAfterSign || UNITS.has(noun.text)) return null;
  const ends =
    next === undefined || next.isAfterSign || /^(in|on|at|near|outside|inside|before|when|as)$/.test(next.text);
  return ends && !PHRASE_ENDS.has(noun.text) ? peopleOf(first, first + 1, ONE, words, false) : null;
}

/** "his wife and son", "the driver and cleaner of the truck", but not "a teacher and poet was killed". */
function isOfSamePerson(first: number, words: readonly Word[], before: People | undefined): boolean {
  const { text = '' } = words[first] ?? {};
  const isPair = before?.isTheirs === true || words[before?.first ?? 0]?.text === 'the';
  if (before?.last !== first - 2 || words[first - 1]?.text !== 'and' || !isPair) return false;
  if (words.slice(first + 1, first + 1 + PAIR_REACH).some((word) => word.text === 'was')) return false;
  const isOne = before.range.high === 1 && isSomebody(text) && !/([^s]s|men)$/.test(text) && !PLURAL_ONLY.has(text);
  return isOne && !isPerson(words[first + 1]);
}

const PAIR_REACH = 4;

/** "another was hurt", "wounding another." */
function isAlone(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): boolean {
  const next = words[first + 1];
  const ends = next === undefined || next.isAfterSign || PHRASE_ENDS.has(next.text);
  const isPassive = /^(was|is)$/.test(next?.text ?? '') && isVerb.has(first + 2);
  const isHow = /^(critically|seriously|severely|slightly|badly)$/.test(next?.text ?? '') && isVerb.has(first + 2);
  return isVerb.has(first + 1) || isPassive || isHow || (isVerb.has(first - 1) && ends);
}

/** "the body of a schoolteacher": one, whoever it is. */
function isBodyOf(first: number, words: readonly Word[]): boolean {
  return words[first - 1]?.text === 'of' && words[first - 2]?.text === 'body';
}

/** How many words a person has in a headline at most: "senior counter-terrorism police officer". */
const LONGEST_BARE = 5;
/** How many more may be told before what happened to them all: "politician, party worker killed". */
const LONGEST_LIST = 2;

/**
 * "Policeman killed", "militants kill soldier": headlines leave articles out. One, where what happened is next to him;
 * `isOther` says which words are numbers or names.
 */
export function bareAt(
  first: number,
  words: readonly Word[],
  isVerb: ReadonlySet<number>,
  isOther: (index: number) => boolean,
  more = LONGEST_LIST,
): People | null {
  const before = words[first - 1]?.text ?? '';
  const begins =
    first === 0 || words[first]?.isAfterSign || isVerb.has(first - 1) || /^(and|اور|کا|کی|سے|میں|پر)$/.test(before);
  if (!begins) return null;
  for (let last = first; last < first + LONGEST_BARE; last += 1) {
    const word = words[last];
    const isBroken = word === undefined || (last > first && word.isAfterSign);
    if (isBroken || isVerb.has(last) || isOther(last) || PHRASE_ENDS.has(word.text) || ONE_OF.has(word.text))
      return null;
    const next = words[last + 1];
    const isHead = isSomebody(word.text) && !/([^s]s|men)$/.test(word.text) && !PLURAL_ONLY.has(word.text);
    if (!isHead || (next !== undefined && !next.isAfterSign && isPerson(next))) continue;
    const isOfVerb = isVerb.has(first - 1) && !isVerb.has(last + 1) && words[first - 1]?.text !== 'dead';
    const isOfNext = isOther(last + 2) && words[last + 2]?.isAfterSign !== true;
    const isDone = isVerb.has(last + 1) && !isOfNext && !next?.isAfterSign;
    const isBody =
      /^(کی|کا)$/.test(next?.text ?? '') && isVerb.has(last + 2) && /^(لاش|نعش)/.test(words[last + 2]?.text ?? '');
    const then = next?.isAfterSign ? last + 1 : /^(and|اور)$/.test(next?.text ?? '') ? last + 2 : null;
    const isListed = more > 0 && then !== null && leadsOn(then, words, isVerb, isOther, more - 1);
    return isOfVerb || isDone || isBody || isListed ? peopleOf(first, last, ONE, words, false) : null;
  }
  return null;
}

/** How much longer it is with "their" and where it happened: "ان کے دو محافظ موقع پر ہی". */
const THEIR_MORE = 4;

/** Whether the next of a list is somebody to whom the same happened. */
function leadsOn(
  first: number,
  words: readonly Word[],
  isVerb: ReadonlySet<number>,
  isOther: (index: number) => boolean,
  more: number,
): boolean {
  if (bareAt(first, words, isVerb, isOther, more) !== null) return true;
  const isTheir = /^(ان|اس)$/.test(words[first]?.text ?? '') && /^(کا|کی|کے)$/.test(words[first + 1]?.text ?? '');
  const isCounted = isTheir || isOther(first) || ONE_OF.has(words[first]?.text ?? '');
  const reach = isTheir ? LONGEST_BARE + THEIR_MORE : LONGEST_BARE;
  const next = words.slice(first, first + reach).findIndex((_, at) => isVerb.has(first + at));
  return isCounted && next > 0 && !words.slice(first + 1, first + next).some(({ isAfterSign }) => isAfterSign);
}
