import type { DayNumber } from '@corridor/domain';
import { ATTACK } from './acts-of.ts';
import { dateNear, isOfStatement } from './choose-date.ts';
import { type CueFound, has } from './cue-found.ts';
import type { DateFound } from './date-found.ts';
import { findPlaces } from './find-places.ts';
import { leadOf } from './lead-of.ts';
import type { OpenEvent } from './open-event.ts';
import type { ReadSentence } from './read-sentence.ts';

/** An event is old news when it lies so many days before the publication. */
const OLD_AFTER_DAYS = 14;

/** "In October 2024, twenty were killed in a similar attack": what is counted on an older day is no toll of the news. */
export function countsOlder(sentence: ReadSentence, published: DayNumber): boolean {
  if (sentence.tolls.length === 0 && !namesAttack(sentence)) return false;
  const date = dateNear(sentence, undefined);
  return date !== null && isOld(date, published);
}

/** An attack by that word, whoever did it: "the October attack on a convoy". */
function namesAttack({ cues, words }: ReadSentence): boolean {
  return cues.some(({ first, kind }) => kind === 'attack' && ATTACK.test(words[first]?.text ?? ''));
}

/** "Attacks on the police have increased since last year", "a base for the group for years": nothing that happened on a day. */
export function isGeneral({ acts, dates, tolls, words }: ReadSentence): boolean {
  if (tolls.length > 0) return false;
  const at = words.findIndex(({ text }) => /^(have|has)$/.test(text));
  const isGrown = at >= 0 && words.slice(at + 1, at + 4).some(({ text }) => GROWN.test(text));
  const isOfYears = words.some(({ text }, index) => OF_YEARS.test(text) && words[index + 1]?.text !== 'old');
  return isGrown || (acts.length + dates.length === 0 && isOfYears);
}

const OF_YEARS = /^(years|decades?|insurgency)$/;
const GROWN =
  /^(increased|multiplied|risen|surged|soared|grown|intensified|escalated|spread|resurged|worsened|spiked|declined|fallen|targeted|attacked)$/;

export function leadAct(sentence: ReadSentence): CueFound | undefined {
  return sentence.acts[0] ?? sentence.cues.find(({ kind }) => kind === 'protest' || kind === 'riot');
}

/** By its date; without one by words of remembering, of guilt and of verdicts. */
export function isToldAsOld(sentence: ReadSentence, published: DayNumber): boolean {
  const act = leadAct(sentence);
  const date = dateNear(sentence, act);
  if (date !== null && isOfBefore(sentence, date, published)) return true;
  const isRemembered = has(sentence, 'recall', 'court') || isReferredTo(sentence, act);
  if (date !== null && isOld(date, published)) return true;
  if (date !== null && !has(sentence, 'court') && sentence.tolls.length > 0) return false;
  return isRemembered && !(date !== null && has(sentence, 'claim'));
}

/** "the bombing on March 6 in which nine men had lost their lives": told as what was before the news. */
function isOfBefore({ tolls, words }: ReadSentence, { to }: DateFound, published: DayNumber): boolean {
  const isBefore = ({ first, last }: { readonly first: number; readonly last: number }) =>
    words.slice(Math.max(0, first - HAD_REACH), last + 1).some(({ text }) => text === 'had');
  return to < published - NEWS_DAYS && tolls.some(isBefore);
}

const HAD_REACH = 3;
/** A report may come so many days after what it tells. */
const NEWS_DAYS = 4;

/** A month that is over is old: news of it has its day. */
function isOld({ precision, to }: DateFound, published: DayNumber): boolean {
  return to < published - (precision === 'month' ? 0 : OLD_AFTER_DAYS);
}

/** "In May, seven barbers were killed near Gwadar": that they were is the act. */
function asKilling(sentence: ReadSentence): ReadSentence {
  if (sentence.acts.length > 0 || has(sentence, 'accident')) return sentence;
  return { ...sentence, acts: sentence.cues.filter(({ kind }) => kind === 'attack') };
}

/** "arrested in X for the bombing near Y": of the bombing is what follows the words that refer to it. */
export function onlyRecalled(recalled: ReadSentence): ReadSentence {
  const sentence = asKilling(recalled);
  const act = leadAct(sentence);
  const link = sentence.cues.findLast(
    ({ kind, last }) => kind === 'reference' && act !== undefined && last < act.first,
  );
  if (link === undefined) return sentence;
  const names = sentence.names.filter(({ first }) => first > link.last);
  const isPlaced = findPlaces({ ...sentence, names }).length > 0;
  return isPlaced ? { ...sentence, names } : sentence;
}

/** How many words may stand between "accused of" and the act. */
const REFERENCE_REACH = 8;

function isReferredTo(sentence: ReadSentence, act: CueFound | undefined): boolean {
  if (act === undefined || act.kind === 'protest') return false;
  return sentence.cues.some(
    ({ kind, last }) =>
      kind === 'reference' &&
      last < act.first &&
      act.first - last <= REFERENCE_REACH &&
      !isMain(act.first, sentence.words.slice(last + 1, act.first)),
  );
}

/** "A peasant suspected of theft was beaten to death": the act is what happened to him, not what he is suspected of. */
function isMain(at: number, between: ReadSentence['words']): boolean {
  const isDone = /^(was|were)$/.test(between.at(-1)?.text ?? '') && at > 0;
  return (
    isDone && !between.some(({ isAfterSign, text }) => isAfterSign || /^(in|which|who|that|when|where)$/.test(text))
  );
}

/**
 * What follows in the paragraph of a recalled event, without a date of the news, is of it as well; where a text has no news
 * of violence yet, so is what later paragraphs say of "the attack".
 */
export function goesOnAsOld(sentence: ReadSentence, events: readonly OpenEvent[], published: DayNumber): boolean {
  const open = events.at(-1);
  if (open?.isBackground !== true || sentence.dates.some((date) => !isOld(date, published))) return false;
  if (sentence.paragraph === open.sentences.at(-1)?.paragraph) return true;
  return (
    events.every(({ isBackground }) => isBackground) && isOfKnownAct(sentence) && findPlaces(sentence).length === 0
  );
}

const ACT = /^(attack|blast|explosion|bombing|shooting|incident|assault|raid|ambush|massacre|killings?|murders?)$/;

/** "were killed in the attack": one of which was told before. */
function isOfKnownAct({ words }: ReadSentence): boolean {
  return words.some(({ text }, at) => ACT.test(text) && /^(the|that|this)$/.test(words[at - 1]?.text ?? ''));
}

const DEPLORED = /^(condemn|denounc|deplor|grief|sorrow|outrage|shock|mourn|condolence)/;

/** "China condemned the attack", of which nothing else is told: news all the same where it was days ago. */
export function asDeplored(event: OpenEvent, sentences: readonly ReadSentence[], published: DayNumber): OpenEvent {
  const [first] = event.sentences;
  const references = first?.cues.filter(({ kind }) => kind === 'reference') ?? [];
  const isDeplored =
    references.length > 0 &&
    references.every((cue) => DEPLORED.test(first?.words[cue.first]?.text ?? '')) &&
    !event.sentences.some((sentence) => has(sentence, 'recall', 'court'));
  const isRecent = event.sentences.some((sentence) =>
    sentence.dates.some((date) => !isOld(date, published) && !isOfStatement(date, sentence)),
  );
  if (first === undefined || !isDeplored || !isRecent) return event;
  return { ...event, sentences: [...leadOf(sentences, first), ...event.sentences], isBackground: false };
}
