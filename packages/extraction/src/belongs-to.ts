import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import { PHRASE_ENDS } from './lexicon/toll-words.ts';
import { wordSet } from './lexicon/word-set.ts';
import type { OpenEvent } from './open-event.ts';
import { districtSaid, placeOfEvent } from './place-of-event.ts';
import type { ReadSentence } from './read-sentence.ts';
import { isAnotherDay, isOfDateline, isSaidApart, startsAnew } from './starts-anew.ts';

/** So many events before a sentence may be meant by it. */
const REACH = 8;

/**
 * The event that a sentence without an act of its own speaks of: the one in whose district it is, or whose words it takes up
 * where a lead told of two; else `open`, of which the text spoke last. O(events in reach × words).
 */
export function eventMeant(
  sentence: ReadSentence,
  open: OpenEvent,
  events: readonly OpenEvent[],
  context: ExtractionContext,
): OpenEvent {
  const news = events.filter(({ isBackground }) => !isBackground).slice(-REACH);
  const said = eventInDistrict(sentence, news, context);
  if (said !== undefined) return said;
  if (goesOn(sentence, open)) return open;
  return (open.isBackground ? news.at(-1) : takenUp(sentence, news, context)) ?? open;
}

/** The event of the news of which a sentence with an act tells more; undefined where it begins another one. */
export function eventOfAct(
  sentence: ReadSentence,
  events: readonly OpenEvent[],
  open: OpenEvent | undefined,
  context: ExtractionContext,
): OpenEvent | undefined {
  const news = events.filter(({ isBackground }) => !isBackground).slice(-REACH);
  const last = news.at(-1);
  if (last === undefined) return undefined;
  const isOfOpen = open !== undefined && !open.isBackground && goesOn(sentence, open);
  if (!startsAnew(sentence, isOfOpen ? open : last, context))
    return isOfOpen ? open : (takenUp(sentence, news, context) ?? last);
  const there = eventInDistrict(sentence, news, context) ?? listedAct(sentence, news);
  if (there === undefined || there.isSummary || isAnotherDay(sentence, there)) return undefined;
  if (isListed(there, news) && sentence.paragraph !== there.sentences[0]?.paragraph) return there;
  return there === last || isSaidApart(sentence) ? undefined : there;
}

/** The only one of those that a lead lists which has the act of a sentence that tells no district. */
function listedAct(sentence: ReadSentence, news: readonly OpenEvent[]): OpenEvent | undefined {
  if (findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE)) return undefined;
  const kinds = new Set(sentence.acts.map(({ kind }) => kind));
  const listed = news.filter((event) => isListed(event, news));
  const alike = listed.filter(({ sentences }) =>
    sentences.some(({ acts }) => acts.some(({ kind }) => kinds.has(kind))),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** One of several that a lead lists, of which nothing more is told yet. */
function isListed(event: OpenEvent, news: readonly OpenEvent[]): boolean {
  const [first] = event.sentences;
  const isLead = (one: OpenEvent) => one !== event && one.sentences[0]?.paragraph === first?.paragraph;
  return event.sentences.length === 1 && first?.paragraph === 0 && news.some(isLead);
}

/** In a paragraph of its own a sentence speaks of the news, not of what was recalled before. */
export function goesOn(sentence: ReadSentence, open: OpenEvent): boolean {
  return sentence.paragraph === open.sentences.at(-1)?.paragraph;
}

/** The one event of the news in the district that a sentence names, if it names one. */
function eventInDistrict(
  sentence: ReadSentence,
  news: readonly OpenEvent[],
  context: ExtractionContext,
): OpenEvent | undefined {
  const district = districtSaid(sentence, context);
  if (district === null) return undefined;
  const there = news.filter((event) => placeOfEvent(event, context).chosen?.place.district === district);
  return there.length === 1 ? there[0] : undefined;
}

/**
 * Of events that one paragraph tells of, the one whose words a later sentence takes up; the first, where nothing more is told
 * of any; else undefined.
 */
function takenUp(
  sentence: ReadSentence,
  news: readonly OpenEvent[],
  context: ExtractionContext,
): OpenEvent | undefined {
  const last = news.at(-1);
  const paragraph = last?.sentences[0]?.paragraph;
  const together = news.filter(({ sentences }) => sentences[0]?.paragraph === paragraph);
  if (last === undefined || together.length < 2 || sentence.paragraph === paragraph) return undefined;
  const isPlaced = findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  // A lead may say only of both that they were "in the same province".
  const places = together.map((event) => placeOfEvent(event, context));
  if (isPlaced && places.some((place) => place.chosen !== null && !isOfDateline(place))) return undefined;
  const told = together.map((event) => new Set(event.sentences.flatMap(tellingWords)));
  const own = new Set(tellingWords(sentence));
  const scores = told.map(
    (words, index) =>
      [...own].filter((word) => words.has(word) && told.every((other, at) => at === index || !other.has(word))).length,
  );
  const most = Math.max(...scores);
  const isFirst = together.every(({ sentences }) => sentences.length === 1);
  return most === 0 && !isFirst ? undefined : together[scores.indexOf(most)];
}

/** Who tells of any event, and when it was. */
const TELLING_LITTLE = wordSet(
  'police said officials told same evening morning night people area district were have their پولیس مطابق حکام',
);

/** Words that may tell one event from another. */
function tellingWords({ words }: ReadSentence): string[] {
  return words
    .map(({ text }) => text)
    .filter((text) => text.length > 3 && !PHRASE_ENDS.has(text) && !TELLING_LITTLE.has(text));
}
