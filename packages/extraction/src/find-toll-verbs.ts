import { findNumbers } from './find-numbers.ts';
import { isPerson } from './is-person.ts';
import {
  DEAD_IN_URDU,
  FORCES,
  type Need,
  TOLL_NOUNS,
  TOLL_SUBJECTS,
  TOLL_VERBS,
  type TollVerb,
} from './lexicon/toll-words.ts';
import { wordSet } from './lexicon/word-set.ts';
import { findPhrases } from './phrase-index.ts';
import { foldWord, type Word } from './words.ts';

/** A word for killing, wounding or abducting, by its words (counted from 0 in the sentence). */
export interface Verb extends TollVerb {
  readonly first: number;
  readonly last: number;
}

/** The words of a sentence that say of people that they were killed, wounded or abducted. O(words). */
export function findTollVerbs(words: readonly Word[]): Verb[] {
  return findPhrases(TOLL_VERBS, words)
    .flatMap(({ first, last, values }) => values.map((verb): Verb => ({ ...verb, first, last })))
    .filter((verb, _, all) => isVerbHere(verb, words, all));
}

/** "three wounded worshippers died" wounds nobody anew; "rose to 34" is of a toll where the sentence has one. */
function isVerbHere(verb: Verb, words: readonly Word[], verbs: readonly Verb[]): boolean {
  const { first, isTotal, kind, last, needs } = verb;
  if (isOfNobody(first, words) || isIntended(first, words) || isNoun(first, words)) return false;
  if (needs !== undefined && !isMet(needs, verb, words)) return false;
  if (isTotal) return isTotalHere(verb, words) && findNumbers(words.slice(last + 1, last + 4)).length > 0;
  const [before, after] = [words[first - 1], words[last + 1]];
  const isCounted = before !== undefined && (findNumbers([before]).length > 0 || /^(a|an|the)$/.test(before.text));
  const isAdjective =
    isCounted && !before.isAfterSign && (isPerson(after) || words.slice(last + 1, last + 5).some(isPerson));
  const isOfOther = verbs.some(
    (other) => !other.isTotal && !other.needs && other.first > last && other.first - last <= 4,
  );
  // "the body of a kidnapped labourer was found", "two abducted miners were found dead"
  const isDead = verbs.some(
    (other) => other.kind === 'killed' && other.first > last && other.first - last <= DEAD_REACH,
  );
  if (kind === 'abducted' && isCounted && isPerson(after) && (isDead || isOfBodies(first, words))) return false;
  // "the bodies of the six men with bullet wounds"
  if (kind === 'wounded' && words[first]?.text === 'with' && isOfBodies(first, words)) return false;
  return !(kind === 'wounded' && ((isAdjective && isOfOther) || isOfDying(verb, words, verbs)));
}

function isOfBodies(first: number, words: readonly Word[]): boolean {
  return words
    .slice(Math.max(0, first - BODIES_REACH), first)
    .some(({ text }, at, lead) => /^(body|bodies)$/.test(text) && lead[at + 1]?.text === 'of');
}

const BODIES_REACH = 7;

/** "men wounded by a bomb died", "received injuries and died": they are dead. */
function isOfDying({ first, last }: Verb, words: readonly Word[], verbs: readonly Verb[]): boolean {
  const death = verbs.find((other) => other.first > last && DEATH.test(words[other.first]?.text ?? ''));
  if (death === undefined) return false;
  const between = words.slice(last + 1, death.first);
  if (between.length <= 3 && between[0]?.text === 'and') return true;
  const isClause = isPerson(words[first - 1]) && /^(by|in)$/.test(between[0]?.text ?? '');
  return isClause && !between.some((word) => word.isAfterSign || isPerson(word)) && findNumbers(between).length === 0;
}

const DEATH = /^(died|dies|succumbed|expired|perished)$/;

/** "visited the injured constables", "tribute to the martyred soldier": told of before. */
function isTalkedTo(first: number, words: readonly Word[]): boolean {
  const isAdjective = /^(injured|wounded|martyred|slain|abducted|kidnapped)$/.test(words[first]?.text ?? '');
  if (!isAdjective || words[first - 1]?.text !== 'the' || !isPerson(words[first + 1])) return false;
  // "The slain official had got married in September": nobody dies twice.
  return /^(martyred|slain)$/.test(words[first]?.text ?? '') || !isDone(first + 2, words);
}

/** "the injured constable died" is news of him. */
function isDone(at: number, words: readonly Word[]): boolean {
  return /^(was|were|died|succumbed|is|are|has|have|had|expired)$/.test(words[at]?.text ?? '');
}

/** "four of the injured are policemen", "said the dead were shepherds": who they are, not that they were hurt. */
function isNoun(first: number, words: readonly Word[]): boolean {
  if (isTalkedTo(first, words) || isWhoTheyAre(first, words)) return true;
  if (areTaken(first, words)) return true;
  const [of, the] = words.slice(Math.max(0, first - 2), first).map(({ text }) => text);
  const isBare = /^(injured|wounded|killed|dead|abducted|kidnapped)$/.test(words[first]?.text ?? '');
  return isBare && of === 'of' && the === 'the' && !isPerson(words[first + 1]);
}

/** "visited the injured of the blast", "the wounded were shifted": whoever they are. */
function areTaken(first: number, words: readonly Word[]): boolean {
  const [before, the, injured, next] = words.slice(Math.max(0, first - 2), first + 2).map(({ text }) => text);
  const isThose = the === 'the' && /^(injured|wounded)$/.test(injured ?? '') && !/^(of|among|for)$/.test(before ?? '');
  return isThose && first > 1 && /^(of|in|from)$/.test(next ?? '');
}

/** "the dead were shepherds", where nobody is counted next to it. */
function isWhoTheyAre(first: number, words: readonly Word[]): boolean {
  const [the, dead, be, whom] = words.slice(first - 1, first + 3);
  const isTheDead = the?.text === 'the' && /^(dead|injured|wounded)$/.test(dead?.text ?? '');
  return isTheDead && /^(were|are)$/.test(be?.text ?? '') && whom !== undefined && findNumbers([whom]).length === 0;
}

/** "bringing the toll of the bombing to eight": a toll is told before, and "to" alone is of a word for what it does. */
function isTotalHere({ first, last }: Verb, words: readonly Word[]): boolean {
  const lead = words.slice(0, last + 1);
  const isBare = first === last && words[first]?.text === 'to';
  // "from four to five" is one figure.
  if (isBare && findNumbers(words.slice(Math.max(0, first - 1), first)).length > 0) return false;
  return lead.some(({ text }) => TOLL_NOUNS.has(text)) && (!isBare || lead.some(({ text }) => RAISED.test(text)));
}

/** "Nobody was hurt", "no Chinese were among the dead", "کوئی شخص ہلاک یا زخمی نہیں ہوا": of nobody. */
function isOfNobody(first: number, words: readonly Word[]): boolean {
  const isAnyone = words.slice(Math.max(0, first - NOBODY_REACH), first).some(({ text }) => ANYONE.has(text));
  if (isAnyone && words.slice(first + 1, first + 1 + NOT_REACH).some(({ text }) => text === NOT)) return true;
  if (isNoneOf(first, words)) return true;
  for (let index = first - 1; index >= Math.max(0, first - NOBODY_REACH); index -= 1) {
    if (/^(nobody|none)$/.test(words[index]?.text ?? '')) return true;
    if (words[index]?.text === 'no' && !/^(less|fewer|more)$/.test(words[index + 1]?.text ?? '')) return true;
    if (words[index + 1]?.isAfterSign) return false;
  }
  return false;
}

/** "None of the five Chinese nationals in the vehicle was hurt". */
function isNoneOf(first: number, words: readonly Word[]): boolean {
  const at = words.slice(0, first).findLastIndex(({ text }) => text === 'none');
  return at >= 0 && words[at + 1]?.text === 'of' && words.slice(at + 1, first).every(({ isAfterSign }) => !isAfterSign);
}

const NOBODY_REACH = 4;
/** In Urdu "anybody" stands before and "not" behind, with "or hurt" and "the news of it" between. */
const NOT_REACH = 6;
const NOT = foldWord('نہیں');
const ANYONE = wordSet('کوئی کسی');

/** "an operation to eliminate any other terrorist": what is to be done has not been done. */
function isIntended(first: number, words: readonly Word[]): boolean {
  const isPlain = /^(eliminate|neutralise|neutralize|kill|execute|murder|abduct|kidnap|assassinate|shoot|gun)$/.test(
    words[first]?.text ?? '',
  );
  return isPlain && words[first - 1]?.text === 'to' && !/^(managed|able)$/.test(words[first - 2]?.text ?? '');
}

/** How a toll comes to its new figure, in all their forms. */
const RAISED = /^(bring|brought|rais|tak|took|ris|rose|climb|jump|increas|push|revised|went|grew|swelled|mounted|up$)/;

/** How far before "the number of" the dead may stand in Urdu. */
const DEAD_REACH = 5;
const NEED_REACH = 9;

/** "lined up six labourers and shot them": who was taken from where he was before. */
function isOffloaded(first: number, last: number, words: readonly Word[]): boolean {
  const lead = words.slice(Math.max(0, first - OFFLOADED_REACH), first).map(({ text }) => text);
  const isAimed = /^(at|in|and|by)$/.test(words[last + 1]?.text ?? '');
  return lead.at(-1) === 'and' && OFFLOADED.test(lead.join(' ')) && !isAimed;
}

const OFFLOADED = /\b(lined up|offloaded|unloaded|off|pulled out|taken out|dragged)\b/;
const OFFLOADED_REACH = 7;

/** "claimed nine lives" kills, where "claimed nine attacks" does not. */
function isMet(needs: Need, { first, last }: Verb, words: readonly Word[]): boolean {
  const after = words.slice(last + 1, last + 1 + NEED_REACH).map(({ text }) => text);
  if (needs === 'toll-before') return words.slice(0, first).some(({ text }) => TOLL_SUBJECTS.has(text));
  if (needs === 'bodies')
    return after.slice(0, LIVES_REACH).includes('bodies') && findNumbers(words.slice(last + 1, last + 3)).length > 0;
  if (needs === 'dead') return after.slice(1, DEAD_REACH + 1).includes('dead');
  if (needs === 'dead-before')
    return words.slice(Math.max(0, first - DEAD_REACH), first).some(({ text }) => DEAD_IN_URDU.has(text));
  if (needs === 'offloaded') return isOffloaded(first, last, words);
  if (needs === 'into') return after.includes('into');
  if (needs === 'along')
    return after.some(
      (text, index) =>
        ALONG.test(text) || (text === 'with' && after[index + 1] === 'them') || isFromHome(after.slice(index)),
    );
  if (needs === 'people' && isByPolice(first, last, words)) return false;
  if (needs === 'people')
    return /^(was|were|been|being)$/.test(words[first - 1]?.text ?? '') || isNextCounted(last, words);
  return after.slice(0, LIVES_REACH).includes('lives');
}

/** "police had picked up several men for questioning", but not "attacked a police post and seized two men". */
function isByPolice(first: number, last: number, words: readonly Word[]): boolean {
  const isApart = words[first]?.isAfterSign === true;
  const doer = isApart ? undefined : words[HAD.test(words[first - 1]?.text ?? '') ? first - 2 : first - 1];
  const rest = words.slice(last + 1, last + 1 + NEED_REACH);
  return FORCES.has(doer?.text ?? '') || rest.some(({ text }) => /^(questioning|interrogation)$/.test(text));
}

/** "took a constable from his house". */
function isFromHome([from, whose, home]: readonly string[]): boolean {
  return from === 'from' && /^(his|her|their)$/.test(whose ?? '') && HOME.test(home ?? '');
}

const HOME = /^(house|houses|home|homes|residence|shop|office|camp|vehicle|vehicles)$/;
const HAD = /^(had|have|has)$/;
const ALONG = /^(along|away|hostage|captive|prisoner)$/;
const LIVES_REACH = 4;

/** "seized five technicians", not "seized a policeman's rifle" or "seized weapons of five policemen". */
function isNextCounted(last: number, words: readonly Word[]): boolean {
  const next = words.slice(last + 1, last + 1 + LIVES_REACH);
  const isNumber =
    findNumbers(next).some(({ first }) => first <= 1) || /^(a|an|another|one)$/.test(next[0]?.text ?? '');
  return isNumber && !next.some(({ text }) => text === 's');
}
