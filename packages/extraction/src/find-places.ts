import type { NameFound } from './find-names.ts';
import { OF_AFTER, ROAD_AFTER, ROAD_KINDS } from './lexicon/place-words.ts';
import type { Named } from './name-index.ts';
import type { ReadSentence } from './read-sentence.ts';
import { BETWEEN_WEIGHT, weighPlace } from './weigh-place.ts';

export type PlaceNamed = Extract<Named, { kind: 'place' | 'district' | 'province' }>;

/** A place that a sentence names. */
export interface PlaceFound {
  /** More than one where the name alone does not tell. */
  readonly named: readonly PlaceNamed[];
  /** How much speaks for something having happened there, 0 and less for an office, an origin or a dateline. */
  readonly weight: number;
  readonly isNear: boolean;
  readonly start: number;
  readonly end: number;
  readonly sentence: ReadSentence;
}

/** From here on the sentence says that something was there. */
export const SAID_TO_BE_THERE = 3;

/** Asked for again and again while events are told apart. */
const found = new WeakMap<ReadSentence, readonly PlaceFound[]>();

/** The places that a sentence names, in order. O(names), once for a sentence. */
export function findPlaces(sentence: ReadSentence): readonly PlaceFound[] {
  const known = found.get(sentence);
  if (known !== undefined) return known;
  const places = placesIn(sentence);
  found.set(sentence, places);
  return places;
}

function placesIn(sentence: ReadSentence): PlaceFound[] {
  const places: PlaceFound[] = [];
  let [lastWord, lastWeight] = [-9, 0];
  for (const [at, name] of sentence.names.entries()) {
    const named = placesOf(name);
    if (named.length === 0) continue;
    const { isNear, weight } = isOfRoad(at, sentence)
      ? { isNear: true, weight: ROAD_WEIGHT }
      : weighPlace(lastOfChain(name, at, sentence), sentence);
    // "in Mand, Kech, Balochistan": what follows with a comma is where the first lies.
    const isChained = name.first - lastWord === 1 && sentence.words[name.first]?.isAfterSign === true;
    // "from Larkana and Dadu": neither is where something happened.
    const isAlso =
      name.first - lastWord === 2 &&
      sentence.words[lastWord + 1]?.text === 'and' &&
      (lastWeight < 0 || lastWeight === BETWEEN_WEIGHT);
    // "in Karachi's Orangi Town"
    const isPossessed = name.first - lastWord === 2 && sentence.words[lastWord + 1]?.text === 's';
    const whole =
      (isChained || isPossessed) && weight > 0 ? Math.max(weight, lastWeight) : isAlso ? lastWeight : weight;
    const { words } = sentence;
    places.push({
      named,
      weight: whole,
      isNear,
      sentence,
      start: words[name.first]?.start ?? 0,
      end: words[name.last]?.end ?? 0,
    });
    [lastWord, lastWeight] = [name.last, whole];
  }
  return places;
}

/** Of a town and a district of one name the town is meant: "X district" is a name of its own. */
function placesOf({ named }: NameFound): PlaceNamed[] {
  const places = named.filter((one) => one.kind === 'place');
  if (places.length > 0) return places;
  return named.filter((one) => one.kind === 'district' || one.kind === 'province');
}

/** "خیبر پختونخوا کے ضلع شانگلہ کے رہائشی": what is said of the last of a chain is said of all before it. */
function lastOfChain(name: NameFound, at: number, { names, words }: Pick<ReadSentence, 'names' | 'words'>): NameFound {
  let last = name;
  for (const next of names.slice(at + 1)) {
    if (next.first !== last.last + 2 || !OF_AFTER.has(words[last.last + 1]?.text ?? '')) break;
    last = next;
  }
  return last;
}

/** Less than a place that is said, more than a dateline. */
const ROAD_WEIGHT = 0.6;

/** "on the Quetta-Taftan highway". */
function isOfRoad(at: number, { names, words }: ReadSentence): boolean {
  const [before, name, after] = [names[at - 1], names[at], names[at + 1]];
  if (name === undefined) return false;
  if (isOfTown(name) && /^(road|highway)$/.test(words[name.last + 1]?.text ?? '')) return true;
  const end = isJoined(name, after, words) ? after : isJoined(before, name, words) ? name : undefined;
  if (end === undefined) return false;
  const [next, second] = [words[end.last + 1]?.text ?? '', words[end.last + 2]?.text ?? ''];
  return ROAD_AFTER.has(next) || (ROAD_KINDS.has(next) && ROAD_AFTER.has(second));
}

/** A road has the name of the town that it leads to, or of the quarter in which it is. */
function isOfTown({ named }: NameFound): boolean {
  return named.some((one) => one.kind === 'district' || (one.kind === 'place' && /^(city|town)$/.test(one.place.kind)));
}

/** Whether one sign or blank alone stands between two names. */
function isJoined(
  one: NameFound | undefined,
  other: NameFound | undefined,
  words: ReadSentence['words'],
): other is NameFound {
  if (one === undefined || other === undefined || other.first - one.last !== 1) return false;
  return (words[other.first]?.start ?? 0) - (words[one.last]?.end ?? 0) === 1;
}
