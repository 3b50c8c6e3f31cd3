import type { Verb } from './find-toll-verbs.ts';
import { FORCES } from './lexicon/toll-words.ts';
import { wordSet } from './lexicon/word-set.ts';
import type { Word } from './words.ts';

/** "police had (at first) said", "earlier reports gave the toll as seven". */
export function isEarlier({ first, isTotal, last }: Verb, words: readonly Word[]): boolean {
  const isFigure = words.slice(first, last + 1).some(({ text }) => /^(toll|number|count)$/.test(text));
  if (!isTotal && isFigure && words.slice(0, last + 1).some(({ text }) => AT_FIRST.test(text))) return true;
  if (!isTotal && words.some((word, at) => isEarlierInUrdu(word, at, words) && !isTurned(at, first, words)))
    return true;
  if (
    !isTotal &&
    (isToldAtFirst(clauseOf(first, words)) || words.slice(last + 1).some(({ text }) => DISMISSED.test(text)))
  )
    return true;
  if (!isTotal && isClaimed(first, words)) return true;
  const had = words.slice(0, first).findIndex(({ text }) => text === 'had');
  if (had < 0 || isTotal) return false;
  return words.slice(had + 1, Math.min(first + 1, had + 1 + HAD_REACH)).some(({ text }) => TOLD.test(text));
}

/** "Initially three were told as injured", "seven were brought at first", "initial reports put the toll at two, with nine hurt". */
function isToldAtFirst(words: readonly Word[]): boolean {
  return words.some(({ text }, at) => {
    const isReport = /^(initial|early|earlier|preliminary)$/.test(text) && REPORT.test(words[at + 1]?.text ?? '');
    return isReport || /^initially$/.test(text) || (text === 'first' && words[at - 1]?.text === 'at');
  });
}

const REPORT = /^(reports?|information|figures?|accounts?|estimates?|statements?)$/;

/** The words around one, but for what a "but" turns: "initial reports said four, but police later confirmed three". */
function clauseOf(at: number, words: readonly Word[]): readonly Word[] {
  const turn = words.slice(0, at).findLastIndex(({ text }) => text === 'but');
  return words.slice(turn + 1);
}

/** "The group claimed to have killed 12 soldiers", "said its fighters had killed seven": theirs, where officials tell others. */
function isClaimed(first: number, words: readonly Word[]): boolean {
  const lead = words.slice(0, first);
  const at = lead.findLastIndex(({ text }) => /^(claim(ed|s|ing)?|said|says|saying)$/.test(text));
  if (at < 0 || lead.slice(0, at).some(({ text }) => FORCES.has(text) || OFFICIALS.test(text))) return false;
  const [next, ...rest] = words.slice(at + 1, first + 1).map(({ text }) => text);
  const isSaid = /^sa/.test(words[at]?.text ?? '');
  if (isSaid) return /^(it|its|they|their)$/.test(next ?? '') && rest.slice(0, DONE_WITHIN).includes('had');
  return /^(to|that|it|its|they|having|killing)$/.test(next ?? '');
}

/** Of what these claim nobody else need tell. */
const OFFICIALS =
  /^(officials?|officer|administration|commissioner|minister|doctors?|hospital|residents|witnesses|villagers|locals|rescuers?|sho|ssp|sp|dsp|dpo|ctd|ispr|military|government|authorities)$/;

/** "said its fighters had" */
const DONE_WITHIN = 3;

/** A figure that nobody else stands by: "which officials dismissed as propaganda". */
const DISMISSED = /^(dismissed|propaganda)$/;

/** "ابتدا میں دو کی ہلاکت کی اطلاع دی گئی تھی", "پولیس نے بتایا تھا کہ" */
function isEarlierInUrdu({ text }: Word, at: number, words: readonly Word[]): boolean {
  const isToldBefore = TOLD_IN_URDU.has(text) && words.slice(at + 1, at + 3).some((word) => WAS.has(word.text));
  return AT_FIRST_IN_URDU.has(text) || isToldBefore;
}

/** "at first eight were said to be abducted, but six were": a "but" between ends what was said at first. */
function isTurned(at: number, first: number, words: readonly Word[]): boolean {
  return words.slice(Math.min(at, first), Math.max(at, first)).some(({ text }) => BUT.has(text));
}

const BUT = wordSet('مگر تاہم لیکن');
const AT_FIRST_IN_URDU = wordSet('ابتدا ابتداء ابتدائی');
const TOLD_IN_URDU = wordSet('بتایا تصدیق اطلاع');
const WAS = wordSet('تھا تھی');
const AT_FIRST = /^(earlier|initial|initially|previous|previously|had)$/;
/** Nothing but when or how stands between "had" and "said". */
const HAD_REACH = 4;
const TOLD = /^(said|given|put|spoken|reported|told|counted|confirmed)$/;
