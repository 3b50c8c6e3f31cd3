import type { Range } from '@corridor/domain';
import { isSomebody } from './is-person.ts';
import { ATTACKERS, AUXILIARIES, PHRASE_ENDS, PLURAL_ONLY, SOMEBODY } from './lexicon/toll-words.ts';
import { wordSet } from './lexicon/word-set.ts';
import { type People, peopleOf } from './people.ts';
import type { Word } from './words.ts';

const ONE: Range = { low: 1, best: 1, high: 1 };

/** Words before a name that are no trade. */
const TITLES = wordSet(
  'lt capt maj col brig gen sgt insp si hc dr prof mr mrs ms qari hafiz haji malik mir sardar nawab pir',
);

/** How many words may tell what somebody is before his name, and how many his name may have. */
const LONGEST_RANK = 4;
const LONGEST_NAME = 4;
/** How far behind a name that another joins with "and" may stand what happened to both. */
const JOINED_REACH = 8;
/** How far behind a name what is told of him in between may end: "a resident of a village near the town, was". */
const TOLD_REACH = 12;

/**
 * "Head constable N. N. was martyred", "killed Sub-Inspector N. N.": one, by his rank and his name, where what happened stands
 * next to them. He may have been counted before: the text names those of whom it told.
 */
export function namedAt(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): People | null {
  const isLatin = /^[a-z]/.test(words[first]?.text ?? '');
  if (!isLatin || !begins(first, words, isVerb) || !hasCapital(first, words)) return null;
  const rank = rankEnd(first, words, isVerb);
  if (rank === null) return null;
  const last = nameEnd(rank, words, isVerb);
  if (last === rank || !isHurt(first, last, words, isVerb)) return null;
  return { ...peopleOf(first, rank, ONE, words, false), last, isKnown: true };
}

function hasCapital(first: number, words: readonly Word[]): boolean {
  return words.slice(first + 1, first + 1 + LONGEST_RANK).some(({ isCapital }) => isCapital);
}

function begins(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): boolean {
  const [word, before] = [words[first], words[first - 1]];
  if (before === undefined || word?.isAfterSign || isVerb.has(first - 1)) return true;
  return /^(and|when|that|as|while|where|dead)$/.test(before.text);
}

function rankEnd(first: number, words: readonly Word[], isVerb: ReadonlySet<number>): number | null {
  let end: number | null = null;
  for (let at = first; at < first + LONGEST_RANK; at += 1) {
    const word = words[at];
    const isBroken = word === undefined || (at > first && word.isAfterSign) || PHRASE_ENDS.has(word.text);
    if (isBroken || isVerb.has(at)) break;
    // Many names end as trades do.
    if (isRank(word) && (end === null || TITLES.has(word.text) || SOMEBODY.has(word.text))) end = at;
  }
  return end;
}

function isRank({ text }: Word): boolean {
  if (TITLES.has(text)) return true;
  return isSomebody(text) && !ATTACKERS.has(text) && !PLURAL_ONLY.has(text) && !/([^s]s|men)$/.test(text);
}

function nameEnd(rank: number, words: readonly Word[], isVerb: ReadonlySet<number>): number {
  let last = rank;
  while (last < rank + LONGEST_NAME) {
    const next = words[last + 1];
    const isName = next?.isCapital === true && /^[a-z]/.test(next.text) && !next.isAfterSign;
    if (!isName || isVerb.has(last + 1) || PHRASE_ENDS.has(next.text)) break;
    last += 1;
  }
  return last;
}

/** What somebody does who is not hurt. */
const TELLS = /^(said|told|says|added|confirmed|stated|condemned|visited|announced|claimed|led|reached)$/;

function isHurt(first: number, last: number, words: readonly Word[], isVerb: ReadonlySet<number>): boolean {
  if (isVerb.has(first - 1) || isVerb.has(last + 1)) return true;
  const next = words[last + 1];
  if (next === undefined || words[first - 1]?.text === 'to') return false;
  const isTold = next.isAfterSign && /^(who|a|an|aged|resident|hailing|along|\d+)$/.test(next.text);
  const reach = next.text === 'and' ? JOINED_REACH : isTold ? TOLD_REACH : AUXILIARIES.has(next.text) ? 2 : 0;
  const rest = words.slice(last + 1, last + 1 + reach);
  const verb = rest.findIndex((_, at) => isVerb.has(last + 1 + at));
  return verb >= 0 && !rest.slice(0, verb).some(({ text }) => TELLS.test(text));
}
