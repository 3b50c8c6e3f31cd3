import type { DayNumber } from '@corridor/domain';
import { eventMeant, eventOfAct, goesOn } from './belongs-to.ts';
import { eventsClaimed, isClaim } from './claimed-events.ts';
import type { CueFound } from './cue-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { leadOf } from './lead-of.ts';
import type { OpenEvent } from './open-event.ts';
import { opensParagraph } from './opens-paragraph.ts';
import { isOtherAct } from './other-act.ts';
import { partOfSummary, withoutSummaries } from './part-of-summary.ts';
import type { ReadSentence } from './read-sentence.ts';
import { isDaysBefore, isElsewhere, isSaidApart, startsAnew } from './starts-anew.ts';
import { sumsUp } from './sums-up.ts';
import { asDeplored, countsOlder, goesOnAsOld, isGeneral, isToldAsOld, onlyRecalled } from './told-as-old.ts';

/** Sentences that tell of one event. */
export interface EventFound {
  readonly sentences: readonly ReadSentence[];
  /** Told as something older: to be linked to its record, not filed. */
  readonly isBackground: boolean;
  /** The event told before it, where it says that it was at the same place. */
  readonly samePlaceAs?: EventFound;
}

/** What is known of a text while it is read. */
interface Reading {
  readonly sentences: readonly ReadSentence[];
  readonly context: ExtractionContext;
  readonly published: DayNumber;
  readonly events: OpenEvent[];
  /** The event of which the text spoke last: not the last of those that a lead lists, where what follows is of the first. */
  open: OpenEvent | undefined;
  /** "Separately, the department raided a house in Mianwali": a place of which the paragraph may tell an act, and what follows. */
  opening: readonly ReadSentence[];
}

/** The events of a text in order. O(sentences × places of an event). */
export function findEvents(
  sentences: readonly ReadSentence[],
  context: ExtractionContext,
  published: DayNumber,
): readonly EventFound[] {
  const events: OpenEvent[] = [];
  const reading: Reading = { sentences, context, published, events, open: undefined, opening: [] };
  for (const sentence of sentences) {
    if (sentence.paragraph !== reading.opening[0]?.paragraph) closeOpening(reading);
    if (isGeneral(sentence) || takePart(sentence, reading) || takeClaim(sentence, reading)) continue;
    const tells = sentence.acts.length > 0 || isUnrest(sentence) || countsOlder(sentence, published);
    if (!tells) takeDetail(sentence, reading);
    else if (
      isToldAsOld(sentence, published) ||
      goesOnAsOld(sentence, events, published) ||
      isDaysBefore(sentence, events)
    )
      takeRecalled(sentence, reading);
    else takeNews(sentence, reading);
  }
  closeOpening(reading);
  const told = events.some(({ isBackground }) => !isBackground)
    ? events
    : events.map((event) => asDeplored(event, sentences, published));
  return withoutSummaries(told);
}

function begin(reading: Reading, event: OpenEvent): void {
  reading.events.push(event);
  reading.open = event;
}

function takePart(sentence: ReadSentence, reading: Reading): boolean {
  const summed = partOfSummary(sentence, reading.events, reading.context);
  if (summed !== null) begin(reading, { sentences: [sentence, summed], isBackground: false, isSummary: false });
  return summed !== null;
}

/** A claim is of the news, but for one that goes on with what is recalled: "that attack was claimed by the same group". */
function takeClaim(sentence: ReadSentence, { context, events, open }: Reading): boolean {
  if (!isClaim(sentence)) return false;
  const isRecalled = open?.isBackground === true && goesOn(sentence, open);
  const claimed = isRecalled ? [open] : eventsClaimed(sentence, events, context);
  for (const event of claimed) event.sentences.push(sentence);
  return claimed.length > 0;
}

/** What tells no act is of an event that was told, or says where the next one was. */
function takeDetail(sentence: ReadSentence, reading: Reading): void {
  const { context, events, open, opening, sentences } = reading;
  if (open === undefined || !isNearby(open, sentence)) return;
  const isApart = isSaidApart(sentence) || opensParagraph(sentence, sentences, events, context);
  if (opening.length > 0 || (isApart && isElsewhere(sentence, open, context))) {
    reading.opening = [...opening, sentence];
    return;
  }
  addDetail(sentence, open, reading);
}

function addDetail(sentence: ReadSentence, open: OpenEvent, reading: Reading): void {
  reading.open = eventMeant(sentence, open, reading.events, reading.context);
  reading.open.sentences.push(sentence);
}

/** A paragraph that told no act after all is of the event that was told before. */
function closeOpening(reading: Reading): void {
  const { open, opening } = reading;
  if (open?.isBackground === false) for (const sentence of opening) addDetail(sentence, open, reading);
  reading.opening = [];
}

function takeRecalled(sentence: ReadSentence, reading: Reading): void {
  const { context, open } = reading;
  if (open?.isBackground === true && !startsAnew(sentence, open, context)) open.sentences.push(sentence);
  else begin(reading, { sentences: [onlyRecalled(sentence)], isBackground: true, isSummary: false });
}

function takeNews(sentence: ReadSentence, reading: Reading): void {
  const { context, events, open, opening, sentences } = reading;
  if (opensFirst(sentence)) asSummary(events, sentence);
  const isApart = opening.length > 0 || (open !== undefined && isOtherAct(sentence, sentences, open));
  const told = isApart ? undefined : eventOfAct(sentence, events, open, context);
  reading.opening = [];
  if (told === undefined) {
    const lead = events.length === 0 ? leadOf(sentences, sentence) : opening;
    begin(reading, { sentences: [...lead, sentence], isBackground: false, isSummary: sumsUp(sentence) });
  } else {
    told.sentences.push(sentence);
    reading.open = told;
  }
}

/** "In the first attack", "the deadliest of them": what stands before it sums up those that follow. */
function opensFirst({ words }: ReadSentence): boolean {
  const lead = words.slice(0, FIRST_WITHIN).map(({ text }) => text);
  const at = lead.findIndex((text) => FIRST.test(text));
  const isOfThem = lead[at + 1] === 'of' && /^(them|these|the)$/.test(words[at + 2]?.text ?? '');
  return at >= 0 && (FIRST_OF.test(lead[at + 1] ?? '') || (isOfThem && lead[at] !== 'first'));
}

const FIRST = /^(first|deadliest|worst|bloodiest|serious|biggest|پہلے|پہلا|پہلی)$/;
const FIRST_WITHIN = 5;
const FIRST_OF = /^(attack|incident|blast|explosion|case|operation|assault|واقعے|واقعہ|حملے|حملہ|دہماکہ)$/;

function asSummary(events: OpenEvent[], sentence: ReadSentence): void {
  const [lead] = events;
  if (events.length !== 1 || lead === undefined || lead.isBackground) return;
  if (lead.sentences.every(({ paragraph }) => paragraph !== sentence.paragraph))
    events[0] = { ...lead, isSummary: true };
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
