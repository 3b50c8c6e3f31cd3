import type { DayNumber } from '@corridor/domain';
import { dateNear, isOfStatement } from './choose-date.ts';
import { type ChosenPlace, choosePlace, districtOf } from './choose-place.ts';
import type { DateFound } from './date-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findNumbers } from './find-numbers.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import { type CueFound, has, type ReadSentence } from './read-sentence.ts';

/** Sentences that tell of one event. */
export interface EventFound {
  readonly sentences: readonly ReadSentence[];
  /** Told as something older: to be linked to its record, not filed. */
  readonly isBackground: boolean;
  /** The event told before it, where it says that it was at the same place. */
  readonly samePlaceAs?: EventFound;
}

/** An event is old news when it lies so many days before the publication. */
const OLD_AFTER_DAYS = 14;

interface OpenEvent {
  readonly sentences: ReadSentence[];
  readonly isBackground: boolean;
  /** Its first sentence sums up several attacks. */
  readonly isSummary: boolean;
}

/** The events of a text in order. O(sentences × places of an event). */
export function findEvents(
  sentences: readonly ReadSentence[],
  context: ExtractionContext,
  published: DayNumber,
): readonly EventFound[] {
  const events: OpenEvent[] = [];
  for (const sentence of sentences) {
    const open = events.at(-1);
    const news = events.findLast(({ isBackground }) => !isBackground);
    const summed = partOfSummary(sentence, events, context);
    if (summed !== null) {
      events.push({ sentences: [sentence, summed], isBackground: false, isSummary: false });
      continue;
    }
    const tells = sentence.acts.length > 0 || isUnrest(sentence) || countsOlder(sentence, published);
    if (!tells) {
      if (open !== undefined && isNearby(open, sentence)) belongsTo(sentence, open, news).push(sentence);
      continue;
    }
    const isOld = isToldAsOld(sentence, published) || goesOnAsOld(sentence, open, published);
    if (isOld) {
      if (open?.isBackground === true && !startsAnew(sentence, open, context)) open.sentences.push(sentence);
      else events.push({ sentences: [onlyRecalled(sentence)], isBackground: true, isSummary: false });
    } else if (news === undefined || startsAnew(sentence, news, context)) {
      const lead = events.length === 0 ? leadOf(sentences, sentence) : [];
      events.push({ sentences: [...lead, sentence], isBackground: false, isSummary: sumsUp(sentence) });
    } else news.sentences.push(sentence);
  }
  const told = events.some(({ isBackground }) => !isBackground)
    ? events
    : events.map((event) => asDeplored(event, sentences, published));
  return withoutSummaries(told);
}

const DEPLORED = /^(condemn|denounc|deplor|grief|sorrow|outrage|shock|mourn|condolence)/;

/** "China condemned the attack", of which nothing else is told: news all the same where it was days ago. */
function asDeplored(event: OpenEvent, sentences: readonly ReadSentence[], published: DayNumber): OpenEvent {
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

const ATTACKS =
  /^(attacks|blasts|explosions|bombings|shootings|strikes|incidents|assaults|raids|ambushes|clashes|encounters|engagements|operations|حملوں|دہماکوں|واقعات)$/;

/** How many words may stand between a number and the attacks that it counts. */
const COUNT_REACH = 3;

/**
 * Whether a sentence sums up several events: "in two roadside bomb blasts", "in grenade attacks in Quetta and Sibi", "six were killed in
 * attacks in the province".
 */
export function sumsUp(sentence: ReadSentence): boolean {
  if (has(sentence, 'several')) return true;
  const { words } = sentence;
  const plural = words.findIndex(({ text }) => ATTACKS.test(text));
  if (plural < 0) return sentence.tolls.length > 0 && districtsSaid(sentence, 0).size > 2;
  const before = words.slice(Math.max(0, plural - COUNT_REACH), plural);
  if (findNumbers(before).some(({ range }) => range.best > 1)) return true;
  const districts = districtsSaid(sentence, words[plural]?.start ?? 0);
  const isWide = sentence.tolls.length > 0 && [...districts].every((district) => district === null);
  return districts.size > 1 || isWide;
}

/** The districts that a sentence names from a place in the text on, but for datelines. */
function districtsSaid(sentence: ReadSentence, from: number): ReadonlySet<string | null> {
  const said = findPlaces(sentence).filter(({ start, weight }) => weight >= PLACED && start > from);
  return new Set(said.flatMap(({ named }) => named.slice(0, 1).map(districtOf)));
}

/** Less speaks for a dateline. */
const PLACED = 0.6;

/** What stands before the first act, and tells of attackers or tolls, is of it. */
function leadOf(sentences: readonly ReadSentence[], { index }: ReadSentence): ReadSentence[] {
  const at = sentences.findIndex((one) => one.index === index);
  return sentences
    .slice(Math.max(0, at - 2), at)
    .filter((one) => !sumsUp(one) && !has(one, 'nothing'))
    .filter((one) => has(one, 'perpetrator', 'attack', 'bomb', 'dispersal') || one.tolls.length > 0 || isDamage(one));
}

/** A headline may say the place and the damage, and the next sentence what did it. */
function isDamage(sentence: ReadSentence): boolean {
  return (
    sentence.words.some(({ text }) => DAMAGED.test(text)) && findPlaces(sentence).some(({ weight }) => weight >= 1)
  );
}

const DAMAGED = /^(destroy|derail|damag|blacked|torched|gutted)/;

/**
 * "In Quetta, a constable was killed", after a lead on grenade attacks in Quetta and Sibi: a toll of another place is of an
 * event of its own, whose act is the lead's. The lead without its toll and places; null where the sentence is none.
 */
function partOfSummary(
  sentence: ReadSentence,
  events: readonly OpenEvent[],
  context: ExtractionContext,
): ReadSentence | null {
  const [lead] = events.find(({ isBackground, isSummary }) => isSummary && !isBackground)?.sentences ?? [];
  const open = events.at(-1);
  if (lead === undefined || open === undefined || sentence.acts.some(({ kind }) => kind !== 'attack')) return null;
  if (sentence.tolls.length === 0 && !isNextOfSeveral(sentence)) return null;
  const isPlaced = findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  const isOpened =
    open.isSummary ||
    differ(choosePlace([sentence], context), choosePlace(open.sentences.slice(0, PLACED_WITHIN), context));
  return isPlaced && isOpened && !open.isBackground
    ? { ...lead, tolls: [], names: [], acts: actsLent(lead, sentence) }
    : null;
}

/** Of a lead on shootings and blasts, what armed men did is no blast. */
function actsLent({ acts }: ReadSentence, sentence: ReadSentence): readonly CueFound[] {
  const armed = acts.filter(({ kind }) => kind !== 'bomb');
  return has(sentence, 'perpetrator') && armed.length > 0 ? armed : acts;
}

const ORDINAL = /^(first|second|third|fourth|other|another|پہلا|پہلے|دوسرا|دوسرے|تیسرا|تیسرے)$/;

/** "The second took place outside a clinic in Orakzai": one of those that the lead sums up, by its number. */
function isNextOfSeveral({ words }: ReadSentence): boolean {
  return words.slice(0, ORDINAL_WITHIN).some(({ text }) => ORDINAL.test(text));
}

/** An ordinal that counts events is at the beginning of a sentence. */
const ORDINAL_WITHIN = 3;

/** A lead that sums up what is then told one by one is no event of its own. */
function withoutSummaries(events: readonly OpenEvent[]): readonly OpenEvent[] {
  const single = events.filter(({ isBackground, isSummary }) => !isBackground && !isSummary);
  return single.length > 0 ? events.filter(({ isSummary }) => !isSummary) : events;
}

/** A sentence without an act of its own goes with what stands just before it. */
function isNearby({ sentences }: OpenEvent, sentence: ReadSentence): boolean {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined) return false;
  return isSoonAfter(first, sentence) || isSoonAfter(last, sentence);
}

/** The lead that lends an event its act stands last among its sentences, and first in the text. */
function isSoonAfter(last: ReadSentence, sentence: ReadSentence): boolean {
  return sentence.paragraph === last.paragraph || sentence.index - last.index <= 3;
}

/** Whoever claims, denies or counts in a paragraph of its own speaks of the news, not of what was recalled before. */
function belongsTo(sentence: ReadSentence, open: OpenEvent, news: OpenEvent | undefined): ReadSentence[] {
  const isApart = sentence.paragraph !== open.sentences.at(-1)?.paragraph;
  return (open.isBackground && isApart && news !== undefined ? news : open).sentences;
}

/** A protest "against" something took place; what is feared is said before it. */
function isUnrest({ cues, words }: ReadSentence): boolean {
  const unrest = cues.find(({ kind }) => kind === 'protest' || kind === 'riot');
  const isFeared = ({ first, kind, last }: CueFound) =>
    kind === 'hypothetical' && last < (unrest?.first ?? 0) && !AGAINST.test(words[first]?.text ?? '');
  // "they had protested" is told of an earlier day.
  const isOver = words[(unrest?.first ?? 0) - 1]?.text === 'had';
  return unrest !== undefined && !isOver && !cues.some(isFeared);
}

/** What a protest is against may stand before it. */
const AGAINST = /^(against|کے)$/;

/** "In October 2024, twenty were killed in a similar attack": what is counted on an older day is no toll of the news. */
function countsOlder(sentence: ReadSentence, published: DayNumber): boolean {
  if (sentence.tolls.length === 0) return false;
  const date = dateNear(sentence, undefined);
  return date !== null && isOld(date, published);
}

function leadAct(sentence: ReadSentence): CueFound | undefined {
  return sentence.acts[0] ?? sentence.cues.find(({ kind }) => kind === 'protest' || kind === 'riot');
}

/** By its date; without one by words of remembering, of guilt and of verdicts. */
function isToldAsOld(sentence: ReadSentence, published: DayNumber): boolean {
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
function onlyRecalled(sentence: ReadSentence): ReadSentence {
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
function goesOnAsOld(sentence: ReadSentence, open: OpenEvent | undefined, published: DayNumber): boolean {
  if (open?.isBackground !== true || sentence.paragraph !== open.sentences.at(-1)?.paragraph) return false;
  return !sentence.dates.some((date) => !isOld(date, published));
}

/** Where an event was is said in its first sentences; to look through all of them for each would take the square of their number. */
const PLACED_WITHIN = 8;

/** Whether a sentence begins another event than an open one: said so, at another place, or on another day. */
function startsAnew(sentence: ReadSentence, open: OpenEvent, context: ExtractionContext): boolean {
  if (open.isSummary) return findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  const [here, there] = [
    choosePlace([sentence], context),
    choosePlace(open.sentences.slice(0, PLACED_WITHIN), context),
  ];
  const isElsewhere = differ(here, there) && !isOfDateline(there) && !isSameAct(sentence);
  if (isSaidApart(sentence) && (isElsewhere || here.chosen === null || sentence.tolls.length > 0)) return true;
  if (isElsewhere && findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE)) return true;
  const [first] = open.sentences;
  const [date, before] = [
    dateNear(sentence, leadAct(sentence)),
    first === undefined ? null : dateNear(first, leadAct(first)),
  ];
  if (date === null || before === null) return false;
  const isPlaced = findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  return isPlaced && (date.from > before.to + 1 || before.from > date.to + 1);
}

/** A report from Islamabad may tell only in its next sentence that it was in Kech. */
function isOfDateline({ chosen }: ChosenPlace): boolean {
  return chosen !== null && chosen.found.weight < 1;
}

/** "The blast happened in Shawal": of what was told before, however far its dateline is from there. */
function isSameAct({ acts, words }: ReadSentence): boolean {
  const [article, noun] = words.map(({ text }) => text);
  return acts.length > 0 && /^(the|this)$/.test(article ?? '') && ACT.test(noun ?? '');
}

const ACT = /^(attack|blast|explosion|bombing|shooting|incident|assault|raid|ambush|firing|clash|encounter|operation)$/;

/** "In another attack": next to the act, or at the beginning of the sentence. */
function isSaidApart({ acts, cues }: ReadSentence): boolean {
  return cues.some(({ kind, first, last }) => {
    if (kind !== 'separate') return false;
    return first <= 3 || acts.some((act) => act.first - last >= 1 && act.first - last <= 3);
  });
}

function differ(here: ChosenPlace, there: ChosenPlace): boolean {
  const [one, other] = [here.chosen?.place, there.chosen?.place];
  if (!one || !other) return false;
  if (one.district === null || other.district === null) return one.province !== other.province;
  return one.district !== other.district && !(isVague(one) || isVague(other));
}

function isVague({ precision }: { readonly precision: string }): boolean {
  return precision === 'province' || precision === 'country';
}
