import { dateNear, isOfStatement } from './choose-date.ts';
import { type ChosenPlace, choosePlace, isInSameCity } from './choose-place.ts';
import { has } from './cue-found.ts';
import type { DateFound } from './date-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import type { CueKind } from './lexicon/cues.ts';
import type { OpenEvent } from './open-event.ts';
import { placeOfEvent } from './place-of-event.ts';
import type { ReadSentence } from './read-sentence.ts';
import { leadAct } from './told-as-old.ts';

/** Whether a sentence begins another event than an open one: said so, at another place, or on another day. */
export function startsAnew(sentence: ReadSentence, open: OpenEvent, context: ExtractionContext): boolean {
  if (open.isSummary) return findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  const [here, there] = [choosePlace([sentence], context), placeOfEvent(open, context)];
  const isApart = differ(here, there) && !isOfDateline(there) && !isSameAct(sentence);
  const isOther = isApart || here.chosen === null || sentence.tolls.length > 0 || isOfOtherKind(sentence, open);
  if (isSaidApart(sentence) && isOther) return true;
  if (isApart && findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE)) return true;
  if ((there.chosen === null || isOfDateline(there)) && opensElsewhere(sentence, open)) return true;
  if (isAtOtherPlace(sentence, here, there, open)) return true;
  return isAnotherDay(sentence, open) && findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
}

/** "In Peshawar, a scholar was shot dead" opens a paragraph, after a bomb of which no place was told. */
function opensElsewhere(sentence: ReadSentence, open: OpenEvent): boolean {
  const [first] = findPlaces(sentence);
  const isFirst = first !== undefined && first.weight >= SAID_TO_BE_THERE && first.start === sentence.words[1]?.start;
  return (
    isFirst &&
    isOfOtherKind(sentence, open) &&
    sentence.tolls.length > 0 &&
    sentence.paragraph !== open.sentences[0]?.paragraph
  );
}

/** "A mortar shell fell in the village of Hamzoni", after an ambush near Datta Khel: another act with a toll of its own, elsewhere. */
function isAtOtherPlace(sentence: ReadSentence, here: ChosenPlace, there: ChosenPlace, open: OpenEvent): boolean {
  const isParagraph = sentence.paragraph !== open.sentences.at(-1)?.paragraph;
  const isTold = sentence.tolls.length > 0 || has(sentence, 'perpetrator');
  if (!isParagraph || !isTold || isSameAct(sentence)) return false;
  const isOtherAct = sentence.acts.every(({ kind }) => DISTINCT.has(kind)) && isOfOtherKind(sentence, open);
  return isOtherAct && isExact(here) && isExact(there) && here.chosen?.place.name !== there.chosen?.place.name;
}

/** No act of a sentence is of a kind that an event has. */
function isOfOtherKind(sentence: ReadSentence, open: OpenEvent): boolean {
  const kinds = new Set(open.sentences.flatMap(({ acts }) => acts.map(({ kind }) => kind)));
  return sentence.acts.every(({ kind }) => !kinds.has(kind));
}

/** Acts that are no other words for a bomb or a fight. */
const DISTINCT: ReadonlySet<CueKind> = new Set(['drone', 'grenade', 'shelling', 'abduction']);

function isExact({ chosen }: ChosenPlace): boolean {
  const precision = chosen?.place.precision ?? 'country';
  const isPlace = precision === 'place' || precision === 'near-place';
  return chosen !== null && chosen.found.weight >= SAID_TO_BE_THERE && isPlace;
}

/** Whether a sentence says of a place in another district that something was there. */
export function isElsewhere(sentence: ReadSentence, open: OpenEvent, context: ExtractionContext): boolean {
  const isPlaced = findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  return isPlaced && differ(choosePlace([sentence], context), placeOfEvent(open, context));
}

/** Whether a sentence tells of another day than an event's first: not of the one before or after it, which may be one night. */
export function isAnotherDay(sentence: ReadSentence, { sentences: [first] }: OpenEvent): boolean {
  const [date, before] = [dayTold(sentence), first === undefined ? null : dayTold(first)];
  return date !== null && before !== null && (date.from > before.to + 1 || before.from > date.to + 1);
}

/** "On 26 August 23 people were killed", in a report of the 3rd of September: told after news of a later day, and no news itself. */
export function isDaysBefore(sentence: ReadSentence, events: readonly OpenEvent[]): boolean {
  const date = dayTold(sentence);
  const first = events.find(({ isBackground }) => !isBackground)?.sentences[0];
  const news = first === undefined ? null : dayTold(first);
  if (date?.precision === 'week' && news?.precision === 'day') return date.to < news.from;
  return date !== null && news !== null && date.to + DAYS_BEFORE < news.from;
}

/** Reports that sum up a few days tell of each as news. */
const DAYS_BEFORE = 4;

/** The day of what a sentence tells, not that on which somebody said so. */
function dayTold(sentence: ReadSentence): DateFound | null {
  const date = dateNear(sentence, leadAct(sentence));
  return date !== null && isOfStatement(date, sentence) ? null : date;
}

/** A report from Islamabad may tell only in its next sentence that it was in Kech. */
export function isOfDateline({ chosen }: ChosenPlace): boolean {
  return chosen !== null && chosen.found.weight < 1;
}

/** "The blast happened in Shawal": of what was told before, however far its dateline is from there. */
function isSameAct({ acts, words }: ReadSentence): boolean {
  const [article, noun] = words.map(({ text }) => text);
  return acts.length > 0 && /^(the|this)$/.test(article ?? '') && ACT.test(noun ?? '');
}

const ACT = /^(attack|blast|explosion|bombing|shooting|incident|assault|raid|ambush|firing|clash|encounter|operation)$/;

/** "In another attack": next to the act, or at the beginning of the sentence. */
export function isSaidApart({ acts, cues, words }: ReadSentence): boolean {
  const [hours, before] = words;
  if (/^(hours|minutes|shortly)$/.test(hours?.text ?? '') && /^(before|after)$/.test(before?.text ?? ''))
    return acts.length > 0;
  return cues.some(({ kind, first, last }) => {
    if (kind !== 'separate') return false;
    // "The army, meanwhile, reported"
    const isBetween =
      /^(meanwhile|separately)$/.test(words[first]?.text ?? '') && words[last + 1]?.isAfterSign === true;
    return (
      first <= 3 ||
      (isBetween && first <= BETWEEN_WITHIN) ||
      acts.some((act) => act.first - last >= 1 && act.first - last <= 3)
    );
  });
}

/** How long the subject may be before "meanwhile". */
const BETWEEN_WITHIN = 7;

export function differ(here: ChosenPlace, there: ChosenPlace): boolean {
  const [one, other] = [here.chosen?.place, there.chosen?.place];
  if (!one || !other || isInSameCity(here, there)) return false;
  if (one.district === null || other.district === null) return one.province !== other.province;
  return one.district !== other.district && !(isVague(here) || isVague(there));
}

/** "along the Makran coast" is in several districts. */
function isVague({ chosen }: ChosenPlace): boolean {
  const isRegion =
    chosen?.found.named.some((named) => named.kind === 'place' && named.place.kind === 'region') ?? false;
  return isRegion || chosen?.place.precision === 'province' || chosen?.place.precision === 'country';
}
