import { districtOf } from './choose-place.ts';
import { has } from './cue-found.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, type PlaceFound } from './find-places.ts';
import type { OpenEvent } from './open-event.ts';
import { placeOfEvent } from './place-of-event.ts';
import type { ReadSentence } from './read-sentence.ts';

/** So many events before it a claim may mean. */
const REACH = 8;

const SEVERAL = /^(both|all|attacks|blasts|explosions|bombings|incidents|strikes|raids|حملوں|واقعات|دہماکوں|دونوں)$/;

/** "The group claimed the attack": who did what is told already, and nothing else. */
export function isClaim(sentence: ReadSentence): boolean {
  return has(sentence, 'claim', 'denial') && sentence.tolls.length === 0 && sentence.dates.length === 0;
}

/** The events that a claim names by their places, by how many they are or by their act; else the one told last. */
export function eventsClaimed(
  sentence: ReadSentence,
  events: readonly OpenEvent[],
  context: ExtractionContext,
): readonly OpenEvent[] {
  const news = events.filter(({ isBackground }) => !isBackground).slice(-REACH);
  const places = findPlaces(sentence).filter(({ weight }) => weight > 0);
  if (places.length > 0) return eventsNamed(places, news, context);
  return sentence.words.some(({ text }) => SEVERAL.test(text)) ? news : eventsOfAct(sentence, news);
}

/** Events that name a place themselves, else those in whose districts it lies: "the attacks in Chagai and Mastung". */
function eventsNamed(
  places: readonly PlaceFound[],
  news: readonly OpenEvent[],
  context: ExtractionContext,
): readonly OpenEvent[] {
  const names = new Set(places.flatMap(({ named }) => named.map(({ name }) => name)));
  const naming = news.filter(({ sentences }) =>
    sentences.some((one) => one.names.some(({ named }) => named.some(({ name }) => names.has(name)))),
  );
  if (naming.length > 0) return naming;
  const districts = new Set(places.flatMap(({ named }) => named.slice(0, 1).map(districtOf)));
  return news.filter((event) => {
    const district = placeOfEvent(event, context).chosen?.place.district ?? null;
    return district !== null && districts.has(district);
  });
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
