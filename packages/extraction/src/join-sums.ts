import type { Range } from '@corridor/domain';
import { has } from './cue-found.ts';
import type { TollFound } from './find-tolls.ts';
import { DETAILS } from './lexicon/detail-words.ts';
import { findPhrases } from './phrase-index.ts';
import type { ReadSentence } from './read-sentence.ts';

export interface SummedToll {
  readonly range: Range;
  /** Where each figure that it is made of stands. */
  readonly evidence: readonly { readonly sentence: ReadSentence; readonly first: number; readonly last: number }[];
}

/** What the sentences of an event gave of one kind of casualties so far. */
export type Sum = {
  range: Range;
  isAnybody: boolean;
  isKnown: boolean;
  isTotal?: boolean;
  parts?: number;
  evidence: SummedToll['evidence'];
};

/** What a sum comes to with the next figure of its kind, which may be a part of it, more of it, or the same told again. */
export function withNext(
  before: Sum | undefined,
  next: Sum,
  toll: TollFound,
  sentence: ReadSentence,
  isPart: boolean,
): Sum {
  if (before === undefined || isPart) return widest(before, next, isPart);
  return claimed(before, next, sentence) ?? withPart(before, next, toll, sentence) ?? joined(before, next, toll);
}

/** Parts of the whole are told again and again, never added. */
function widest(before: Sum | undefined, next: Sum, isPart: boolean): Sum {
  if (before === undefined || !isPart || next.range.best > before.range.best) return next;
  return before;
}

/** "The group claimed responsibility and said that five soldiers had been killed", where two were told: they say so, nobody adds. */
function claimed(before: Sum, next: Sum, sentence: ReadSentence): Sum | null {
  const isOfOthers = before.evidence.every((one) => one.sentence !== sentence);
  const isContended = sentence.words.some(({ text }) => CONTENDED.test(text));
  return isOfOthers && (isContended || has(sentence, 'claim')) ? between(before, next) : null;
}

/** "Elders insisted that two had been killed", where officials told of one. */
const CONTENDED = /^((insist|contend|assert|maintain)(s|ed|ing)?|دعوی)$/;

/** The sum with a part of it that is told in detail; null where it is none, or comes to more than was told. */
function withPart(before: Sum, next: Sum, toll: TollFound, sentence: ReadSentence): Sum | null {
  if (toll.nth !== null && toll.nth > before.range.best) return null;
  const isDetail = toll.isAdded ? before.parts !== undefined : findPhrases(DETAILS, sentence.words).length > 0;
  const parts = (before.parts ?? 0) + next.range.best;
  const isLater = before.evidence.every((one) => one.sentence !== sentence) || before.parts !== undefined;
  return isDetail && isLater && !toll.isTotal && parts <= before.range.best ? { ...before, parts } : null;
}

function joined(before: Sum, next: Sum, { isAdded, isOfOther, isTotal, isWhole, nth, people }: TollFound): Sum {
  const evidence = [...before.evidence, ...next.evidence];
  if (isTotal) return next;
  // "killing him and his guard": of him it may have been told.
  const isHimToo = people.some(({ isKnown }) => isKnown) && !next.isKnown && !before.isAnybody;
  if (isHimToo) return next.range.best > before.range.best ? next : before;
  if (next.isKnown || (before.isTotal && next.range.best <= before.range.best)) return before;
  const isBeside = before.range.best === 1 && people.every(({ isTheirs }) => isTheirs);
  if (isBeside) return { range: plus(before.range, next.range), isAnybody: false, isKnown: false, evidence };
  if (before.isKnown) return next;
  if (nth !== null && nth <= before.range.best) return before;
  if (isWhole && !isAdded && !before.isAnybody && next.range.best >= before.range.best) return next;
  if (isAdded || nth !== null) return { ...before, range: plus(before.range, next.range), evidence };
  if (before.range.high === 0) return next;
  if (!next.isAnybody && before.isAnybody && next.range.best <= before.range.best) return before;
  if (next.isAnybody && !before.isAnybody && !isOfOther && next.range.best >= before.range.best) return next;
  if (!next.isAnybody && !before.isAnybody && next.range.best !== before.range.best) {
    return { ...before, range: plus(before.range, next.range), evidence };
  }
  if (next.range.best === before.range.best) return before;
  return between(before, next);
}

/** Who told it first is believed, as far as others do not contradict. */
function between(before: Sum, next: Sum): Sum {
  return {
    range: {
      low: Math.min(before.range.low, next.range.low),
      best: before.range.best,
      high: Math.max(before.range.high, next.range.high),
    },
    isAnybody: true,
    isKnown: false,
    evidence: [...before.evidence, ...next.evidence],
  };
}

export function plus(one: Range, other: Range): Range {
  return { low: one.low + other.low, best: one.best + other.best, high: one.high + other.high };
}
