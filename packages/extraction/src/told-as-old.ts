import type { DayNumber } from '@corridor/domain';
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
  if (sentence.tolls.length === 0) return false;
  const date = dateNear(sentence, undefined);
  return date !== null && isOld(date, published);
}

export function leadAct(sentence: ReadSentence): CueFound | undefined {
  return sentence.acts[0] ?? sentence.cues.find(({ kind }) => kind === 'protest' || kind === 'riot');
}

/** By its date; without one by words of remembering, of guilt and of verdicts. */
export function isToldAsOld(sentence: ReadSentence, published: DayNumber): boolean {
  const act = leadAct(sentence);
  const date = dateNear(sentence, act);
  const isRemembered = has(sentence, 'recall', 'court') || isReferredTo(sentence, act);
  if (date !== null && isOld(date, published)) return true;
  if (date !== null && !has(sentence, 'court') && sentence.tolls.length > 0) return false;
  return isRemembered && !(date !== null && has(sentence, 'claim'));
}

function isOld({ to }: DateFound, published: DayNumber): boolean {
  return to < published - OLD_AFTER_DAYS;
}

/** "arrested in X for the bombing near Y": of the bombing is what follows the words that refer to it. */
export function onlyRecalled(sentence: ReadSentence): ReadSentence {
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
  if (act === undefined) return false;
  return sentence.cues.some(
    ({ kind, last }) => kind === 'reference' && last < act.first && act.first - last <= REFERENCE_REACH,
  );
}

/** What follows in the paragraph of a recalled event, without a date of the news, is of it as well. */
export function goesOnAsOld(sentence: ReadSentence, open: OpenEvent | undefined, published: DayNumber): boolean {
  if (open?.isBackground !== true || sentence.paragraph !== open.sentences.at(-1)?.paragraph) return false;
  return !sentence.dates.some((date) => !isOld(date, published));
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
