import type { Range } from '@corridor/domain';
import { findNumbers } from './find-numbers.ts';
import type { TollFound } from './find-tolls.ts';
import { isSomebody } from './is-person.ts';
import { ANYBODY, ATTACKERS, AUXILIARIES, FORCES, PHRASE_ENDS } from './lexicon/toll-words.ts';
import { nounAfter } from './noun-after.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

/** How they die, also "shot", where nobody says so of others. */
const KILLED = /^(killed|shot|gunned|eliminated|neutralised|neutralized|slain|died|dead|perished)$/;
/** What needs no "were" before it. */
const ENDED = /^(died|perished)$/;
/** How many sentences before may have counted them. */
const REACH = 2;
/** How many words may stand between "all" and the verb: "all of the three men were later killed". */
const LONGEST = 7;

/**
 * "All three were shot dead", "both attackers were killed", "all of them died": those of the sentences before, as many as they
 * counted, attackers or victims. `sentences` are those of one event; what else is said of killed people stays. O(words).
 */
export function withAllOfBefore(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  return sentences.map((sentence, index) => {
    const toll = allIn(sentence, sentences.slice(Math.max(0, index - REACH), index));
    if (toll === null) return sentence;
    const others = sentence.tolls.filter(
      ({ first, kind, last }) => kind !== 'killed' || last < toll.first || first > toll.last,
    );
    return { ...sentence, tolls: [...others, toll] };
  });
}

function allIn({ words }: ReadSentence, before: readonly ReadSentence[]): TollFound | null {
  for (const [first, { text }] of words.entries()) {
    if (!/^(all|both)$/.test(text)) continue;
    const killing = allKilled(first, words);
    if (killing !== null) return killing;
    const length = words.slice(first, first + LONGEST).findIndex((word) => KILLED.test(word.text));
    const last = first + length;
    const phrase = words.slice(first + 1, last);
    if (
      length < 1 ||
      !(AUXILIARIES.has(phrase.at(-1)?.text ?? '') || ENDED.test(words[last]?.text ?? '')) ||
      phrase.some(({ isAfterSign }) => isAfterSign)
    )
      continue;
    const counted = text === 'both' ? exactly(2) : (findNumbers(phrase)[0]?.range ?? null);
    const areNamed = phrase.some((word) => ATTACKERS.has(word.text));
    if (!areNamed && phrase.some(isPersonOf)) continue;
    const said = allMeant(counted, [...before.map((one) => one.words), words.slice(0, first)]);
    if (areNamed || said.last?.areAttackers || isByForces(words.slice(last + 1))) {
      const range = counted ?? said.attackers;
      if (range !== null) return tollOf(range, first, last, true);
    } else if (said.last?.range && (counted !== null || phrase[0]?.text === 'of'))
      return tollOf(said.last.range, first, last, false);
  }
  return null;
}

/** "lined up nine workers and opened fire, killing all of them" */
function allKilled(first: number, words: readonly Word[]): TollFound | null {
  const [of, them] = words.slice(first + 1, first + 3).map(({ text }) => text);
  if (!/^(killing|killed)$/.test(words[first - 1]?.text ?? '') || of !== 'of' || them !== 'them') return null;
  const group = groupsIn(words.slice(0, first - 1)).findLast(({ range }) => range !== null);
  return group?.range ? tollOf(group.range, first - 1, first + 2, group.areAttackers) : null;
}

/** Somebody who is named, in other words than those for attackers: "all three guards". */
function isPersonOf({ text }: Word): boolean {
  return isSomebody(text) && !ATTACKERS.has(text);
}

function exactly(value: number): Range {
  return { low: value, best: value, high: value };
}

/** Whom "all" or "both" may mean: the people named last, as many as are counted; and the number of attackers, if it was said. */
function allMeant(
  counted: Range | null,
  before: readonly (readonly Word[])[],
): { readonly last: Group | undefined; readonly attackers: Range | null } {
  const named = before.flatMap(groupsIn);
  const fitting = counted === null ? named : named.filter(({ range }) => range?.best === counted.best);
  const attackers = named.findLast((one) => one.areAttackers && one.range !== null)?.range ?? null;
  return { last: fitting.at(-1), attackers };
}

interface Group {
  readonly areAttackers: boolean;
  /** Null where nobody counts them: "the gunmen". */
  readonly range: Range | null;
}

/** The people whom words name, those that are counted with their number. */
function groupsIn(words: readonly Word[]): Group[] {
  const numbers = findNumbers(words).map(({ last, range }) => ({
    ...nounAfter(last, words, NO_VERB),
    at: last,
    range,
  }));
  const groups: Group[] = [];
  for (const [at, { text }] of words.entries()) {
    const number = numbers.find((one) => (one.last ?? one.at) === at);
    const areNamed = !isSomebody(words[at + 1]?.text ?? '') && (isSomebody(text) || ANYBODY.has(text));
    if (!areNamed && (number === undefined || number.unit)) continue;
    const areMore = text === 'others' && groups.at(-1)?.areAttackers === true && acts(words[at + 1]);
    groups.push({ areAttackers: areMore || ATTACKERS.has(text), range: number?.range ?? null });
  }
  return groups;
}

/** "a bomber struck, after which four others entered": they do something, where others are hurt. */
function acts(next: Word | undefined): boolean {
  return next !== undefined && !next.isAfterSign && !PHRASE_ENDS.has(next.text);
}

const NO_VERB: ReadonlySet<number> = new Set();

/** "shot dead by troops", "by the police". */
function isByForces(words: readonly Word[]): boolean {
  const by = words.slice(0, 2).findIndex(({ text }) => text === 'by');
  return by >= 0 && words.slice(by + 1, by + BY_REACH).some(({ text }) => FORCES.has(text));
}

const BY_REACH = 4;

/** Victims may have been counted as killed before. */
function tollOf(range: Range, first: number, last: number, isAttacker: boolean): TollFound {
  const one = {
    first,
    last,
    end: last,
    range,
    isAnybody: false,
    isChinese: false,
    isAttacker,
    isGuard: false,
    isIncluded: false,
  };
  return {
    kind: 'killed',
    people: [{ ...one, isKnown: !isAttacker, isTheirs: false }],
    isTotal: false,
    isOfOther: false,
    isAdded: false,
    isEarlier: false,
    isOfWounded: false,
    isOfLast: false,
    nth: null,
    isWhole: false,
    first,
    last,
  };
}
