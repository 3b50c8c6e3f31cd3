import type { NameFound } from './find-names.ts';
import {
  AREA_WORDS,
  CARE,
  FROM_OR_TO,
  HALTED,
  IN,
  IN_AFTER,
  NEAR,
  OF_AFTER,
  OFFICE_AFTER,
  ORIGIN_AFTER,
  ORIGIN_OF,
  PART_AFTER,
  PLACE_ADJECTIVES,
  POLICE_SITES,
  ROAD_AFTER,
  ROAD_KINDS,
  TELLERS,
  TITLE_BEFORE,
} from './lexicon/place-words.ts';
import type { Named } from './name-index.ts';
import type { ReadSentence } from './read-sentence.ts';

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

export function findPlaces(sentence: ReadSentence): PlaceFound[] {
  const places: PlaceFound[] = [];
  let [lastWord, lastWeight] = [-9, 0];
  for (const [at, name] of sentence.names.entries()) {
    const named = placesOf(name);
    if (named.length === 0) continue;
    const { isNear, weight } = isOfRoad(at, sentence)
      ? { isNear: true, weight: ROAD_WEIGHT }
      : weigh(lastOfChain(name, at, sentence), sentence);
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

/** As a dateline: "died at a hospital in Karachi" is where somebody was taken to. */
const TREATED_WEIGHT = 0.5;
/** Less than a dateline. */
const BETWEEN_WEIGHT = 0.4;
/** Less than a place that is said, more than a dateline. */
const ROAD_WEIGHT = 0.6;

/** "on the Quetta-Taftan highway". */
function isOfRoad(at: number, { names, words }: ReadSentence): boolean {
  const [before, name, after] = [names[at - 1], names[at], names[at + 1]];
  if (name === undefined) return false;
  const end = isJoined(name, after, words) ? after : isJoined(before, name, words) ? name : undefined;
  if (end === undefined) return false;
  const [next, second] = [words[end.last + 1]?.text ?? '', words[end.last + 2]?.text ?? ''];
  return ROAD_AFTER.has(next) || (ROAD_KINDS.has(next) && ROAD_AFTER.has(second));
}

/** "labourers from the province of Punjab". */
function isFromPartOf(first: number, words: ReadSentence['words']): boolean {
  const lead = words.slice(Math.max(0, first - 4), first).map(({ text }) => text);
  return lead.at(-1) === 'of' && PARTS.test(lead.at(-2) ?? '') && lead.some((text) => FROM_OR_TO.has(text));
}

const PARTS = /^(province|district|city|town|state|region|village)$/;

/** Where the dateline of a first sentence ends, in words: "QUETTA:", "BANNU/KARAK/WANA:", "کندھ کوٹ / گھوٹکی (نامہ نگاران)". */
function datelineEnd({ names, words }: Pick<ReadSentence, 'names' | 'words'>): number {
  const capitals = Math.max(
    0,
    words.findIndex(({ isUpper }) => !isUpper),
  );
  let end = 0;
  for (const { first, last } of names) {
    if (first !== end || (first > 0 && words[first]?.isAfterSign !== true)) break;
    end = last + 1;
  }
  return Math.max(...[capitals, end].filter((at) => words[at]?.isAfterSign === true), 0);
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

function weigh(
  { first, last, named }: NameFound,
  { acts, index, names, tolls, words }: ReadSentence,
): { weight: number; isNear: boolean } {
  const textAt = (at: number) => words[at]?.text ?? '';
  const joins = words[first]?.isAfterSign !== true;
  const before = PLACE_ADJECTIVES.has(textAt(first - 1)) ? textAt(first - 2) : textAt(first - 1);
  const after = words[last + 1]?.isAfterSign === true ? '' : textAt(last + 1);
  const isNear =
    (joins && (NEAR.has(before) || (before === 'of' && NEAR.has(textAt(first - 2))))) ||
    NEAR.has(textAt(last + 2)) ||
    NEAR.has(after);
  const isDateline = index === 0 && last < datelineEnd({ names, words });
  let weight = isDateline ? 0.5 : 1;
  // "trains between Sindh and Balochistan" were near neither.
  const isBetween = before === 'between' && named.every(({ kind }) => kind === 'province');
  if (isBetween) return { weight: BETWEEN_WEIGHT, isNear: false };
  if (joins && (IN.has(before) || NEAR.has(before))) weight += 2;
  if (IN_AFTER.has(after) || (OF_AFTER.has(after) && PART_AFTER.has(textAt(last + 2)))) weight += 2;
  if (OF_AFTER.has(after) && ORIGIN_AFTER.has(textAt(last + 2))) weight -= 2;
  if (AREA_WORDS.has(after) || after === 's') weight += 1.5;
  if (joins && (FROM_OR_TO.has(before) || isFromPartOf(first, words)))
    weight -= joins && FROM_OR_TO.has(before) ? 2 : 4;
  if (before === 'of' && ORIGIN_OF.has(textAt(first - 2))) weight -= 2.5;
  const isPlaced = joins && (IN.has(before) || NEAR.has(before));
  const isPoliceSite = isPlaced && before !== 'of' && after === 'police' && POLICE_SITES.has(textAt(last + 2));
  if ((OFFICE_AFTER.has(after) && !isPoliceSite) || (after === 's' && OFFICE_AFTER.has(textAt(last + 2)))) weight -= 3;
  if (/^(said|says)$/.test(after) && !isPlaced) weight -= 3;
  const isHalted = before === 'at' && HALTED.has(textAt(first - 2));
  const isHaltedInUrdu = IN_AFTER.has(after) && /^روک/.test(textAt(last + 2));
  if (isHalted || isHaltedInUrdu || (CARE.has(textAt(first - 2)) && /^(in|at)$/.test(before)))
    weight = Math.min(weight, TREATED_WEIGHT);
  const isTeller = /^(said|says|told|confirmed)$/.test(after) && TELLERS.has(textAt(first - 2));
  if (isTeller && acts.length + tolls.length > 0) weight = Math.min(weight, 1);
  if (TITLE_BEFORE.has(textAt(first - 1))) weight -= 3;
  return { weight, isNear };
}
