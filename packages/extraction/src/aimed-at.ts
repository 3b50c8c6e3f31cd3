import { AIMING, AIMING_AT, AIMING_WORDS } from './lexicon/target-words.ts';
import type { Word } from './words.ts';

/** Urdu has its aim behind the target: what stands between is no thing. */
export const LATIN = /^[a-z]/;

/** How many words may stand between the aim and its target, and between an attack and "on". */
const AIM_REACH = 3;
const ATTACK_REACH = 5;
/** How many more where a part of it is hit: "on the compound of a police station". */
const PART_REACH = 3;

/** What a vehicle runs into. */
const MINE = /^(bombs?|mines?|landmines?|ieds?|device|explosives?)$/;

/** What is done to a target that stands before it. */
const ATTACKED = /^(ambushed|attacked|targeted|bombed|blown|torched|raided|stormed|fired|hit|struck)$/;

/** "attacked a police post", "opened fire on labourers", "چوکی پر حملہ". */
export function isAimed(first: number, last: number, words: readonly Word[]): boolean {
  if (isAimedInUrdu(last, words)) return true;
  if (
    /^(hit|struck|touched)$/.test(words[last + 1]?.text ?? '') &&
    words.slice(last + 2, last + 6).some(({ text }) => MINE.test(text))
  )
    return true;
  if (
    /^(was|were)$/.test(words[last + 1]?.text ?? '') &&
    words.slice(last + 2, last + 4).some(({ text }) => ATTACKED.test(text))
  )
    return true;
  if (isPassing(first, last, words)) return true;
  const isPart = words.slice(Math.max(0, first - 2), first).some(({ text }) => text === 'of');
  const reach = isPart ? AIM_REACH + PART_REACH : AIM_REACH;
  let left = reach;
  for (let at = first - 1; at >= 0; at -= 1) {
    const text = words[at]?.text ?? '';
    // "attacked the Abbasa Khattak police post": a name in between is of the target.
    if (!(words[at]?.isCapital === true && LATIN.test(text) && at > 0)) left -= 1;
    if (left < 0) return false;
    if (AIMING.has(text)) return true;
    if (AIMING_AT.has(text))
      return words.slice(Math.max(0, at - ATTACK_REACH), at).some((word) => AIMING_WORDS.has(word.text));
    if (words[at]?.isAfterSign === true) return false;
  }
  return false;
}

/** "exploded as a vehicle of the forces was passing" */
function isPassing(first: number, last: number, words: readonly Word[]): boolean {
  const isWhen = words.slice(Math.max(0, first - 3), first).some(({ text }) => /^(as|when)$/.test(text));
  const rest = words.slice(last + 1, last + 1 + PASSING_REACH).map(({ text }) => text);
  const at = rest.findIndex((text) => /^(passing|crossing|passed|crossed)$/.test(text));
  return isWhen && at >= 0 && rest.slice(0, at).every((text) => !/^(and|when|as|said)$/.test(text));
}

/** "of the security forces was". */
const PASSING_REACH = 6;

/** "کیمپ پر خودکش حملہ", "گھر پر مارٹر گولہ", "گاڑی کے قریب بم دھماکہ": what is aimed stands behind the target. */
export function isAimedInUrdu(last: number, words: readonly Word[]): boolean {
  const [after, near] = [words[last + 1]?.text, words[last + 2]?.text];
  if (after === 'کو' && words.slice(last + 2, last + 4).some(({ text }) => DONE_TO.test(text))) return true;
  const begin = after === 'پر' ? last + 2 : after === 'کے' && /^(قریب|نزدیک)$/.test(near ?? '') ? last + 3 : null;
  const isAct = ({ text }: Word, at: number) => AIMED_IN_URDU.test(text) && !ATTACKER.test(words[at + 1]?.text ?? '');
  return begin !== null && words.slice(begin, begin + 3).some((word, at) => isAct(word, begin + at));
}

/** "ٹرکوں کو آگ لگا دی" */
const DONE_TO = /^(آگ|اگ|نذر|جلا|نشانہ|اڑا|تباہ)$/;
/** Behind "attack" it makes who attacks of it. */
const ATTACKER = /^اور(وں)?$/;
const AIMED_IN_URDU = /^(حمل|دستی|فایرنگ|بم|خودکش|مارٹر|راکٹ|میزایل|دہماک|گرینیڈ|کریکر|ڈرون)/;
