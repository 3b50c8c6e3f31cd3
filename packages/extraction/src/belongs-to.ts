import { has } from './cue-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces } from './find-places.ts';
import { PHRASE_ENDS } from './lexicon/toll-words.ts';
import type { OpenEvent } from './open-event.ts';
import { districtSaid, placeOfEvent } from './place-of-event.ts';
import type { ReadSentence } from './read-sentence.ts';
import { isAnotherDay, isSaidApart, startsAnew } from './starts-anew.ts';

/** So many events before a sentence may be meant by it. */
const REACH = 8;

/**
 * The events that a sentence without an act of its own speaks of: whoever claims may name several; else the one in whose
 * district it is, or whose words it takes up where a lead told of two; else the one told last. O(events in reach × words).
 */
export function eventsMeant(
  sentence: ReadSentence,
  events: readonly OpenEvent[],
  context: ExtractionContext,
): readonly OpenEvent[] {
  const open = events.at(-1);
  const news = events.filter(({ isBackground }) => !isBackground).slice(-REACH);
  if (open === undefined) return [];
  const said = eventInDistrict(sentence, news, context);
  if (has(sentence, 'claim', 'denial') && news.length > 0) {
    if (said !== undefined) return [said];
    if (sentence.words.some(({ text }) => SEVERAL.test(text))) return news;
    return eventsOfAct(sentence, news);
  }
  if (said !== undefined && said !== open) return [said];
  if (open.isBackground) return [goesOn(sentence, open) ? open : (news.at(-1) ?? open)];
  return [takenUp(sentence, news) ?? open];
}

/** The event of the news of which a sentence with an act tells more; undefined where it begins another one. */
export function eventOfAct(
  sentence: ReadSentence,
  events: readonly OpenEvent[],
  context: ExtractionContext,
): OpenEvent | undefined {
  const news = events.filter(({ isBackground }) => !isBackground).slice(-REACH);
  const last = news.at(-1);
  if (last === undefined) return undefined;
  if (!startsAnew(sentence, last, context)) return takenUp(sentence, news) ?? last;
  const there = isSaidApart(sentence) ? undefined : eventInDistrict(sentence, news, context);
  return there === last || there?.isSummary || (there && isAnotherDay(sentence, there)) ? undefined : there;
}

const SEVERAL = /^(both|all|attacks|blasts|explosions|bombings|incidents|strikes|raids|حملوں|واقعات|دہماکوں|دونوں)$/;

/** Whoever counts in a paragraph of its own speaks of the news, not of what was recalled before. */
function goesOn(sentence: ReadSentence, open: OpenEvent): boolean {
  return sentence.paragraph === open.sentences.at(-1)?.paragraph;
}

/** The one event of the news in the district that a sentence names, if it names one. */
export function eventInDistrict(
  sentence: ReadSentence,
  news: readonly OpenEvent[],
  context: ExtractionContext,
): OpenEvent | undefined {
  const district = districtSaid(sentence, context);
  if (district === null) return undefined;
  const there = news.filter((event) => placeOfEvent(event, context).chosen?.place.district === district);
  return there.length === 1 ? there[0] : undefined;
}

/** "claimed the blast", where one of the events was one: that; else the event told last. */
function eventsOfAct(sentence: ReadSentence, news: readonly OpenEvent[]): readonly OpenEvent[] {
  const last = news.at(-1);
  const isBlast = sentence.words.some(({ text }) => /^(blast|explosion|bombing|bomb|دہماکے|دہماکہ)$/.test(text));
  const blasts = news.filter(({ sentences }) =>
    sentences.some(({ acts }) => acts.some(({ kind }) => kind === 'bomb' || kind === 'suicide')),
  );
  if (isBlast && blasts.length > 0) return blasts.slice(-1);
  return last === undefined ? [] : [last];
}

/** Of events that one paragraph tells of, the one whose words a later sentence takes up; undefined where none stands out. */
export function takenUp(sentence: ReadSentence, news: readonly OpenEvent[]): OpenEvent | undefined {
  const last = news.at(-1);
  const paragraph = last?.sentences[0]?.paragraph;
  const together = news.filter(({ sentences }) => sentences[0]?.paragraph === paragraph);
  if (last === undefined || together.length < 2 || sentence.paragraph === paragraph) return undefined;
  if (findPlaces(sentence).length > 0) return undefined;
  const told = together.map((event) => new Set(event.sentences.flatMap(tellingWords)));
  const own = new Set(tellingWords(sentence));
  const scores = told.map(
    (words, index) =>
      [...own].filter((word) => words.has(word) && told.every((other, at) => at === index || !other.has(word))).length,
  );
  const most = Math.max(...scores);
  return most === 0 ? undefined : together[scores.indexOf(most)];
}

/** Words that may tell one event from another. */
function tellingWords({ words }: ReadSentence): string[] {
  return words.map(({ text }) => text).filter((text) => text.length > 3 && !PHRASE_ENDS.has(text));
}
