import { type ChosenPlace, choosePlace } from './choose-place.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import type { OpenEvent } from './open-event.ts';
import type { ReadSentence } from './read-sentence.ts';

/** Where an event was is said in its first sentences; to look through all of them for each would take the square of their number. */
const PLACED_WITHIN = 8;

const placed = new WeakMap<OpenEvent, { readonly of: number; readonly place: ChosenPlace }>();

/** Where an event was, as far as it is told; kept until more of it is told. O(1), or the places of eight sentences. */
export function placeOfEvent(event: OpenEvent, context: ExtractionContext): ChosenPlace {
  const of = Math.min(event.sentences.length, PLACED_WITHIN);
  const known = placed.get(event);
  if (known?.of === of) return known.place;
  const place = choosePlace(event.sentences.slice(0, PLACED_WITHIN), context);
  placed.set(event, { of, place });
  return place;
}

/** The district in which a sentence says that something was; null where it says none. */
export function districtSaid(sentence: ReadSentence, context: ExtractionContext): string | null {
  if (!findPlaces(sentence).some(({ weight }) => weight >= SAID_TO_BE_THERE)) return null;
  return choosePlace([sentence], context).chosen?.place.district ?? null;
}
