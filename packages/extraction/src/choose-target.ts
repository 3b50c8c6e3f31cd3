import type { TargetType } from '@corridor/domain';
import { isAimed, isAimedInUrdu, LATIN } from './aimed-at.ts';
import { has } from './cue-found.ts';
import { isSomebody } from './is-person.ts';
import {
  BARE,
  CARRYING,
  COMPOUNDS,
  GUARDING,
  NO_THING,
  SPEAKERS,
  SPEECH,
  TARGETS,
  VEHICLES,
} from './lexicon/target-words.ts';
import { ONE_OF, PHRASE_ENDS } from './lexicon/toll-words.ts';
import { findPhrases } from './phrase-index.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

export interface TargetFound {
  readonly type: TargetType;
  readonly sentence: ReadSentence;
  readonly first: number;
  readonly last: number;
  /** The act is said to be aimed at it: "attacked a check post". */
  readonly isAimedAt: boolean;
  /** A word for many that tells little: "residents", "police". */
  readonly isBare: boolean;
}

/** Whom several kinds of targets in one sentence are about: guards of a convoy of Chinese engineers are not its target. */
const ORDER: readonly TargetType[] = [
  ...([
    'chinese-nationals',
    'diplomatic',
    'convoy',
    'infrastructure',
    'media-other',
    'security-forces',
    'government',
    'civilians',
    'project-site',
  ] as const),
];

/** These are the target wherever a sentence names them; of the others it is what the act was aimed at. */
const ALWAYS = ORDER.indexOf('media-other');

/** What the first sentences of an event say was attacked, apart from those who only tell of it. */
export function chooseTarget(sentences: readonly ReadSentence[]): TargetFound | null {
  const telling = sentences.filter(
    (sentence, index) =>
      index === 0 || sentence.acts.length > 0 || sentence.tolls.length > 0 || has(sentence, 'perpetrator'),
  );
  const found = telling.slice(0, 3).flatMap((sentence) => bestOf(withoutGuards(targetsIn(sentence))) ?? []);
  const [first] = found;
  if (first !== undefined && !first.isBare) return first;
  const finer = found.find(({ isAimedAt, isBare, type }) => !isBare && (isAimedAt || type === first?.type));
  return finer ?? thingAimedAt(telling) ?? victimsOf(telling) ?? first ?? null;
}

/** A thing that no list knows, at which the words of an act are aimed: "hurled at the office of a dealer". */
function thingAimedAt(sentences: readonly ReadSentence[]): TargetFound | null {
  for (const sentence of sentences.slice(0, 3)) {
    const { names, words } = sentence;
    for (const at of words.keys()) {
      const first = words[at + 1]?.text === 'the' || ONE_OF.has(words[at + 1]?.text ?? '') ? at + 2 : at + 1;
      const last = phraseEnd(first, words);
      const isName = names.some((name) => name.first <= last && first <= name.last) || isDated(first, last, sentence);
      if (
        last < first ||
        isName ||
        !LATIN.test(words[last]?.text ?? '') ||
        NO_THING.has(words[last]?.text ?? '') ||
        !isAimed(first, last, words)
      )
        continue;
      return { type: 'civilians', sentence, first, last, isAimedAt: true, isBare: false };
    }
    const last = words.findIndex((_, at) => words[at + 1]?.text === 'پر' && isAimedInUrdu(at, words));
    const first = phraseBegin(last, words);
    const isName = names.some((name) => name.first <= last && first <= name.last);
    if (last >= first && !isName && !NO_THING.has(words[last]?.text ?? ''))
      return { type: 'civilians', sentence, first, last, isAimedAt: true, isBare: false };
  }
  return null;
}

/** "In February 2012 tracks were blown up": a date is no part of a thing. */
function isDated(first: number, last: number, { dates, words }: ReadSentence): boolean {
  const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
  return dates.some((date) => date.start < end && start < date.end);
}

/** Where a thing of two words at most begins in Urdu: "رہائش گاہ". */
function phraseBegin(last: number, words: readonly Word[]): number {
  const before = words[last - 1];
  const isOne =
    before === undefined ||
    PHRASE_ENDS.has(before.text) ||
    ONE_OF.has(before.text) ||
    words[last]?.isAfterSign === true;
  return isOne ? Math.max(last, 0) : last - 1;
}

/** How many words may name a thing. */
const LONGEST_THING = 4;

function phraseEnd(first: number, words: readonly Word[]): number {
  let last = first - 1;
  while (last < first + LONGEST_THING) {
    const next = words[last + 1];
    if (next === undefined || (last >= first && next.isAfterSign) || PHRASE_ENDS.has(next.text)) break;
    last += 1;
  }
  return last < first + LONGEST_THING ? last : first - 1;
}

/** Whom an act hurt, where no word tells what it was aimed at: "three masons", "a scholar". */
function victimsOf(sentences: readonly ReadSentence[]): TargetFound | null {
  for (const sentence of sentences.slice(0, 3)) {
    for (const { people } of sentence.tolls) {
      const one = people.find(({ isAnybody, isAttacker, isKnown }) => !(isAnybody || isAttacker || isKnown));
      const isNamed = one !== undefined && isSomebody(sentence.words[one.last]?.text ?? '');
      if (!isNamed || BARE.has(sentence.words[one.last]?.text ?? '')) continue;
      const type = one.isGuard ? 'security-forces' : one.isChinese ? 'chinese-nationals' : 'civilians';
      return { type, sentence, first: one.first, last: one.last, isAimedAt: false, isBare: false };
    }
  }
  return null;
}

function bestOf(found: readonly TargetFound[]): TargetFound | undefined {
  return [...found].sort((one, other) => rankOf(one) - rankOf(other))[0];
}

/** Lower is better; of several of one rank the first stands. */
function rankOf({ isAimedAt, isBare, type }: TargetFound): number {
  const order = ORDER.indexOf(type);
  if (order <= ALWAYS) return isAimedAt ? order - 0.5 : order;
  if (isBare) return 2 * ORDER.length + order;
  return isAimedAt ? ALWAYS + 0.5 : order;
}

/**
 * Of "a polio worker and her police guard" the worker was attacked; of "a policeman guarding a polio team", where those in
 * his care are only named after him, he was.
 */
function withoutGuards(found: readonly TargetFound[]): readonly TargetFound[] {
  const [lead] = found;
  return lead === undefined || isGuard(lead) ? found : found.filter((one) => !isGuard(one));
}

/** How many words may stand between a policeman and what he guards. */
const GUARD_REACH = 3;

function isGuard({ last, sentence, type }: TargetFound): boolean {
  const after = sentence.words.slice(last, last + 1 + GUARD_REACH);
  return type === 'security-forces' && after.some(({ text }) => GUARDING.has(text));
}

function targetsIn(sentence: ReadSentence): TargetFound[] {
  const { words } = sentence;
  const found = findPhrases(TARGETS, words).flatMap(({ first, last: end, values }) => {
    const last = compoundEnd(end, words);
    const isName = sentence.names.some((name) => name.first < first && end <= name.last);
    const isAimedAt = isAimed(first, last, words);
    const isBare = isBareWord(first, last, words) && !isAimedAt;
    const isSubject = isBare || (first === 0 && !isAimedAt);
    const isOrigin = words.slice(Math.max(0, first - 2), first).some(({ text }) => text === 'from');
    const isTeller = isSpeaker(first, last, words) || (isSubject && speaksLater(last, words));
    return (isName && !isAimedAt) || isOrigin || isTeller || isBomb(first, last, words)
      ? []
      : values.map((type) => ({ type, sentence, first, last, isAimedAt, isBare }));
  });
  return withLoads(found, words);
}

/** "police vehicle", "Levies check post": the whole of it. */
function compoundEnd(last: number, words: readonly Word[]): number {
  let end = last;
  while (words[end + 1]?.isAfterSign === false && COMPOUNDS.has(words[end + 1]?.text ?? '')) end += 1;
  return end;
}

function isBareWord(first: number, last: number, words: readonly Word[]): boolean {
  return first === last && BARE.has(words[first]?.text ?? '');
}

function isSpeaker(first: number, last: number, words: readonly Word[]): boolean {
  const after = words.slice(last + 1, last + 3).map(({ text }) => text);
  const before = words.slice(Math.max(0, first - 3), first).map(({ text }) => text);
  const isFinder = /^(found|recovered|retrieved|discovered)$/.test(after[0] ?? '');
  return isFinder || after.some((text) => SPEAKERS.has(text)) || before.includes('according');
}

/** "a car packed with explosives", "an explosives-laden truck", "car bomb": what it was done with. */
function isBomb(first: number, last: number, words: readonly Word[]): boolean {
  if (!VEHICLES.has(words[last]?.text ?? '')) return false;
  return WEAPON.test(words[last + 1]?.text ?? '') || WEAPON.test(words[first - 1]?.text ?? '');
}

const WEAPON = /^(packed|laden|filled|loaded|rigged|bomb|bombs|bombing|bombings)$/;

/** How far behind "police" its verb may stand: "Police in the district of Nowshera said". */
const SPEECH_REACH = 8;

function speaksLater(last: number, words: readonly Word[]): boolean {
  const after = words.slice(last + 1, last + 1 + SPEECH_REACH);
  const sign = after.findIndex(({ isAfterSign }) => isAfterSign);
  return after.slice(0, sign < 0 ? after.length : sign).some(({ text }) => SPEECH.has(text));
}

/** How many words may stand between a vehicle and whom it carries. */
const LOAD_REACH = 4;

/** A vehicle is of the kind of those whom it carries or belongs to: "a bus carrying recruits", "soldiers … their van". */
function withLoads(found: readonly TargetFound[], words: readonly Word[]): TargetFound[] {
  return found.map((one, index) => {
    if (one.type !== 'civilians' || !VEHICLES.has(words[one.last]?.text ?? '')) return one;
    const next = found[index + 1];
    const link = next === undefined ? [] : words.slice(one.last + 1, next.first);
    const carries = link.length <= LOAD_REACH && link.some(({ text }) => CARRYING.has(text));
    if (next !== undefined && carries) return { ...one, last: next.last, type: next.type };
    const isTheirs = one.isAimedAt || /^(their|his|her)$/.test(words[one.first - 1]?.text ?? '');
    const owner = found.find(({ first, isBare, type }) => first !== one.first && !isBare && type !== 'civilians');
    return owner === undefined || !isTheirs ? one : { ...one, type: owner.type };
  });
}
