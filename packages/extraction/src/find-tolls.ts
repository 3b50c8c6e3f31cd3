import { diedSince, isOfWounded } from './died-since.ts';
import { isEarlier } from './earlier-figures.ts';
import { findPeople, isListed } from './find-people.ts';
import { findTollVerbs, type Verb } from './find-toll-verbs.ts';
import { isOfBefore } from './is-of-before.ts';
import { isPerson, isSomebody } from './is-person.ts';
import { ADDED, ANYBODY, ATTACKERS, type TollVerb } from './lexicon/toll-words.ts';
import { partsBehind } from './parts-behind.ts';
import type { People } from './people.ts';
import { listAfter, listBefore, sideOf } from './people-of-verb.ts';
import type { Word } from './words.ts';

/** What a sentence says of how many were killed, wounded or abducted. */
export interface TollFound {
  readonly kind: TollVerb['kind'];
  readonly people: readonly Omit<People, 'isOfThem'>[];
  /** The new total: "the death toll rose to 12". */
  readonly isTotal: boolean;
  /** A figure that another source gives: "a doctor put the number of the dead at six". */
  readonly isOfOther: boolean;
  /** What had been said before, and holds only where nothing else is told: "police had first spoken of three". */
  readonly isEarlier: boolean;
  /** Of those who were counted as wounded before: "two of the injured died". */
  readonly isOfWounded: boolean;
  /** Of those who were told of last, whoever they were: "he later died", "one of them succumbed". */
  readonly isOfLast: boolean;
  /** On top of what was said before: "another soldier". */
  readonly isAdded: boolean;
  /** Parts of it are told behind it: "five attackers, including the driver". */
  readonly isWhole: boolean;
  /** "a second guard": so many at least are known of. */
  readonly nth: number | null;
  /** Words from the first to the last, counted from 0 in the sentence. */
  readonly first: number;
  readonly last: number;
}

/**
 * The tolls of a sentence: each word for killing, wounding or abducting with the numbers of people that belong to it.
 * `isTaken` says which words are something else already: a name, a date. O(words + verbs × people).
 */
export function findTolls(words: readonly Word[], isTaken: (index: number) => boolean): TollFound[] {
  const verbs = findTollVerbs(words);
  if (verbs.length === 0) return [];
  const people = findPeople(words, verbs, isTaken);
  const sides = verbs.map((verb) => sideOf(verb, words, people));
  const verbWords = new Set(verbs.flatMap(({ first, last }) => [first, last]));
  const behind = verbs.map((verb, index) =>
    sides[index] === 'before' ? partsBehind(verb, people, words, verbWords) : [],
  );
  const free = new Set(people.filter((one) => !behind.some((parts) => parts.includes(one))));
  const found = new Map<Verb, readonly People[]>();
  for (const side of ['before', 'after'] as const) {
    verbs.forEach((verb, index) => {
      if (sides[index] !== side) return;
      const bounds = { from: verbs[index - 1]?.last ?? -1, to: verbs[index + 1]?.first ?? words.length };
      // "kills five, ten injured": what stands next to a verb that has its number after it is that verb's.
      const isOfOther = (one: People) => sides[index - 1] === 'after' && one.first === bounds.from + 1;
      const own = [...free].filter((one) => !isOfOther(one) || isToldMoreOf(one, words));
      const listed =
        side === 'before' ? listBefore(verb, own, words, bounds) : listAfter(verb, [...free], words, bounds);
      if (side === 'before' && listed.length > 0) listed.push(...companionsOf(verb, [...free], words));
      for (const one of listed) if (!isToldMoreOf(one, words)) free.delete(one);
      const list = withoutWhole(
        verb.needs === 'people' ? listed.filter((one) => isOfPeople(one, words)) : listed,
        words,
      );
      if (list.length > 0)
        found.set(verb, [...(isOfAttackers(verb, words) ? list.map(asAttacker) : list), ...(behind[index] ?? [])]);
    });
  }
  const tolls = verbs.flatMap((verb, index) => {
    const list = found.get(verb) ?? saidMoreOf(verb, verbs[index - 1], found, words);
    if (list === undefined || isOfBefore(verb, list, words)) return [];
    const toll = tollOf(verb, list, words);
    const isBeside = verbs.slice(0, index).some((one) => one.kind === verb.kind && found.has(one));
    return withoutBodies(isBeside && areOthers(list, words) ? { ...toll, isAdded: true } : toll, words);
  });
  return tolls.filter((toll) => !isArrested(toll, words) && !tolls.some((other) => isEndOf(other, toll)));
}

/** "Two suspects were arrested in an injured condition": none of the victims. */
function isArrested({ kind, last, people }: TollFound, words: readonly Word[]): boolean {
  const begin = Math.min(...people.map((one) => one.last)) + 1;
  return (
    kind === 'wounded' &&
    words.slice(begin, last + 1).some(({ text }) => /^(arrested|held|nabbed|captured)$/.test(text))
  );
}

/** "A man who was injured on Saturday died on Tuesday": he is among the dead alone. */
function isEndOf(death: TollFound, { kind, people }: TollFound): boolean {
  const [one] = people;
  return kind === 'wounded' && death.kind === 'killed' && people.length === 1 && death.people[0]?.first === one?.first;
}

/** "was killed along with his two guards": the same is said of them. */
function companionsOf({ last }: Verb, people: readonly People[], words: readonly Word[]): readonly People[] {
  const [along, with_] = words.slice(last + 1, last + 3).map(({ text }) => text);
  if (!/^(along|together)$/.test(along ?? '') || with_ !== 'with') return [];
  const [one, other] = people.filter(({ first }) => first > last);
  if (one === undefined || one.first > last + COMPANION_REACH) return [];
  return other !== undefined && isListed(one, other.first, words) ? [one, other] : [one];
}

/** "along with his" */
const COMPANION_REACH = 4;

/** "Six bodies and 22 injured were brought": the bodies are of the dead. */
function withoutBodies(toll: TollFound, words: readonly Word[]): readonly TollFound[] {
  const isBody = ({ last }: TollFound['people'][number]) => BODIES.test(words[last]?.text ?? '');
  const bodies = toll.kind === 'wounded' ? toll.people.filter(isBody) : [];
  const [first] = bodies;
  if (first === undefined) return [toll];
  const wounded = toll.people.filter((one) => !isBody(one));
  const dead: TollFound = { ...toll, kind: 'killed', people: bodies, first: first.first, last: first.last };
  return wounded.length === 0 ? [dead] : [dead, { ...toll, people: wounded }];
}

const BODIES = /^(body|bodies|لاشیں|لاشوں|میتیں)$/;

/** "Two died on the spot and three others in hospital": beside those of whom the sentence told the same before. */
function areOthers([one]: readonly People[], words: readonly Word[]): boolean {
  return one !== undefined && /^(others|another)$/.test(words[one.last]?.text ?? '') && !one.isAttacker;
}

/** "ہلاک ہونے والے حملہ آوروں کی تعداد چار ہے" */
function isOfAttackers({ first, isTotal, last }: Verb, words: readonly Word[]): boolean {
  if (words.slice(first, last + 1).some(({ text }) => ELIMINATED.test(text))) return true;
  return isTotal && words.slice(Math.max(0, first - 2), first).some(({ text }) => ATTACKERS.has(text));
}

/** "three more were neutralised", "sent to hell": so armies say of whom they fight. */
const ELIMINATED = /^(neutrali[sz]ed|hell|جہنم)$/;

function asAttacker(one: People): People {
  return { ...one, isAttacker: true };
}

/** "two pistols were seized" takes nobody away. */
function isOfPeople({ first, last }: People, words: readonly Word[]): boolean {
  return words.slice(first, last + 1).some((word) => isPerson({ ...word, isAfterSign: false }));
}

/** "a lineman who had been kidnapped was found shot dead": what a clause with "who" says is said of those of the main verb. */
function saidMoreOf(
  verb: Verb,
  before: Verb | undefined,
  found: ReadonlyMap<Verb, readonly People[]>,
  words: readonly Word[],
): readonly People[] | undefined {
  const list = before === undefined ? undefined : found.get(before);
  const one = list?.at(-1);
  if (before === undefined || one === undefined || verb.side === 'after' || one.last > before.first) return undefined;
  // "nine passengers were abducted and later killed"
  if (words.slice(before.last + 1, verb.first).every(({ text }) => AND_LATER.test(text))) return list;
  const isClause = words.slice(one.last + 1, before.first).some(({ text }) => text === 'who');
  const isMain = words.slice(before.last + 1, verb.first).some(({ text }) => /^(was|were)$/.test(text));
  return isClause && (isMain || /^(died|succumbed)$/.test(words[verb.first]?.text ?? '')) ? list : undefined;
}

const AND_LATER = /^(and|later|then|subsequently|afterwards|was|were)$/;

function tollOf(verb: Verb, list: readonly People[], words: readonly Word[]): TollFound {
  const first = Math.min(verb.first, ...list.map((one) => one.first));
  const last = Math.max(verb.last, ...list.map((one) => one.last));
  const around = words.slice(Math.max(0, first - 1), last + 1);
  return {
    kind: verb.kind,
    isTotal: verb.isTotal,
    isOfOther: words.slice(Math.max(0, verb.first - 2), verb.last + 1).some(({ text }) => OF_OTHER.test(text)),
    isEarlier: isEarlier(verb, words),
    isOfWounded: list.some((one) => isOfWounded(one, words)),
    isOfLast: verb.kind === 'killed' && diedSince(verb, list, words),
    isAdded: around.some(({ text }) => ADDED.has(text)),
    nth: nthOf(list, words),
    isWhole: list.some((one) => /^(including|among)$/.test(words[one.last + 1]?.text ?? '')),
    people: isAmong(verb, words) ? list.map((one) => ({ ...one, isIncluded: true })) : list,
    first,
    last,
  };
}

/** "Two women were among the dead": of those who were counted. */
function isAmong({ first }: Verb, words: readonly Word[]): boolean {
  const [among, which] = words.slice(Math.max(0, first - 2), first).map(({ text }) => text);
  return among === 'among' && /^(the|those)$/.test(which ?? '');
}

const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'sixth'];

function nthOf(list: readonly People[], words: readonly Word[]): number | null {
  const at = ORDINALS.indexOf(words[(list[0]?.first ?? 0) + 1]?.text ?? '');
  return at < 0 ? null : at + 2;
}

const OF_OTHER = /^(put|puts|placed|gave|gives|spoke|speak)$/;

/**
 * "killing three of them and a guard": where nobody stands before them whom they are part of, those who are told as a part
 * of people of another sentence are a toll. Of "two of them brothers" nothing is said but who they were.
 */
function withoutWhole(list: readonly People[], words: readonly Word[]): readonly People[] {
  const [first] = list;
  const next = words[(first?.last ?? 0) + 1];
  if (first?.isOfThem !== true || (isPerson(next) && next?.text !== 'dead')) return list;
  const isAttacker = areAttackers(first.first, words);
  return list.map((one) => (one.isOfThem ? { ...one, isIncluded: false, isAttacker } : one));
}

/** Before those to whom something is done: "a clash with militants", "surrounded a group of gunmen". */
const OBJECT = /^(with|of|on|against|at|surrounded|engaged|intercepted|chased|spotted|targeted)$/;

/** "foiled an attack by militants, killing three of them" */
const FOILED = /^(foiled|repulsed|repelled|thwarted)$/;

/** Whether the people last named before a word, as those to whom something is done, are attackers: "killed three of them". */
function areAttackers(at: number, words: readonly Word[]): boolean {
  const isNamed = ({ text }: Word) => isSomebody(text) || ANYBODY.has(text);
  const named = words.slice(0, at).findLastIndex(isNamed);
  if (!ATTACKERS.has(words[named]?.text ?? '') || /^(who|which)$/.test(words[named + 1]?.text ?? '')) return false;
  const isObject = words.slice(Math.max(0, named - 4), named).some(({ text }) => OBJECT.test(text));
  return isObject || words.slice(0, named).some(({ text }) => FOILED.test(text));
}

/** "the bodies of nine passengers who were kidnapped": both is said of them. */
function isToldMoreOf({ last }: People, words: readonly Word[]): boolean {
  return words.slice(last + 1, last + 4).some(({ text }) => text === 'who');
}
