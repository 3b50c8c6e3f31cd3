import type { Place } from '@corridor/domain';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, type PlaceFound, type PlaceNamed, SAID_TO_BE_THERE } from './find-places.ts';
import type { ReadSentence } from './read-sentence.ts';

export interface ChosenPlace {
  /** Null where nothing is named, or where the text does not tell between several. */
  readonly chosen: { readonly place: Place; readonly found: PlaceFound } | null;
  /** Other places that it may be. */
  readonly others: readonly { readonly place: Place; readonly found: PlaceFound }[];
}

/**
 * The most precise place that an event's own sentences name: what the sentence of the act says before what follows, a
 * village before its district. A name that several places share is told by the others that are named, or is left open.
 */
export function choosePlace(sentences: readonly ReadSentence[], context: ExtractionContext): ChosenPlace {
  const found = sentences.flatMap(placesTold).filter(({ weight }) => weight > 0);
  const said = found.filter(({ weight }) => weight >= SAID_TO_BE_THERE);
  const likely = said.length > 0 ? said : found;
  if (likely.length === 0) return { chosen: null, others: [] };
  const frames = likely.flatMap(({ named }) => (named.length === 1 ? named : []));
  const told = likely.map((one) => ({ found: one, named: tellApart(one.named, frames) }));
  const all = told.flatMap(({ found: one, named }) => named.map((place) => ({ found: one, named: place })));
  const open = told.find(({ named }) => named.length > 1);
  const first = told[0];
  if (open !== undefined && open === first) {
    return { chosen: null, others: all.filter((one) => one.found === open.found).map((one) => placed(one, context)) };
  }
  const lead = leadOf(all);
  if (lead === undefined) return { chosen: null, others: [] };
  const finest = all
    .filter((one) => isWithin(one.named, lead.named))
    .reduce((best, one) => (rank(one.named) > rank(best.named) ? one : best), lead);
  const others = all.filter(
    (one) =>
      !isWithin(one.named, finest.named) &&
      !isWithin(finest.named, one.named) &&
      one.found.sentence === finest.found.sentence,
  );
  return { chosen: placed(finest, context), others: others.slice(0, 5).map((one) => placed(one, context)) };
}

/** News places itself in its first sentences. */
const LEAD_SENTENCES = 3;

/** "The device is like those found in Bajaur": what is only talked of further down says little of where it was. */
function placesTold(sentence: ReadSentence, at: number): readonly PlaceFound[] {
  const places = findPlaces(sentence);
  const isTold = at < LEAD_SENTENCES || sentence.acts.length > 0 || sentence.tolls.length > 0;
  return isTold ? places : places.map((one) => ({ ...one, weight: Math.min(one.weight, TALKED_OF) }));
}

/** Less than where something is said to have been, as much as a place that is named alone. */
const TALKED_OF = 1;

interface Candidate {
  readonly found: PlaceFound;
  readonly named: PlaceNamed;
}

/** The first place of the first sentence that names any, the one of most weight there. */
function leadOf(all: readonly Candidate[]): Candidate | undefined {
  const first = all[0]?.found.sentence;
  const there = all.filter(({ found }) => found.sentence === first);
  const most = Math.max(...there.map(({ found }) => found.weight));
  return there.find(({ found }) => found.weight >= Math.min(most, SAID_TO_BE_THERE));
}

/** Which of several places of one name is meant, by the districts and provinces that are named beside it. */
function tellApart(named: readonly PlaceNamed[], frames: readonly PlaceNamed[]): readonly PlaceNamed[] {
  if (named.length < 2) return named;
  const fitting = named.filter((one) => frames.some((frame) => isWithin(one, frame)));
  return fitting.length > 0 ? fitting : named;
}

/** Whether the first lies in the second, as far as their names tell. */
function isWithin(inner: PlaceNamed, outer: PlaceNamed): boolean {
  if (inner === outer) return true;
  if (outer.kind === 'province') return provinceOf(inner) === outer.province.name;
  const [one, other] = [districtOf(inner), districtOf(outer)];
  if (one === null || other === null) return false;
  if (outer.kind === 'place' && inner.kind === 'district' && isDivided(outer)) return isDistrictOfCity(inner, outer);
  return (
    one === other ||
    (outer.kind === 'place' && outer.place.kind === 'city' && inner.kind === 'place' && isPartOfCity(inner, outer))
  );
}

/** "Karachi's district of Malir". */
function isDistrictOfCity(
  { district }: Extract<PlaceNamed, { kind: 'district' }>,
  { place }: Extract<PlaceNamed, { kind: 'place' }>,
): boolean {
  const near = Math.hypot(district.latitude - place.latitude, district.longitude - place.longitude);
  return district.province === place.province && near < 0.5;
}

/** A city may lie in several districts: what is named beside it lies in one of them, close by. */
function isPartOfCity(
  inner: Extract<PlaceNamed, { kind: 'place' }>,
  city: Extract<PlaceNamed, { kind: 'place' }>,
): boolean {
  const near = Math.hypot(inner.place.latitude - city.place.latitude, inner.place.longitude - city.place.longitude);
  return inner.place.province === city.place.province && near < 0.5;
}

/** Whether one of two places is a city of several districts ("Karachi", in Karachi South) and the other a part of it. */
export function isInSameCity(one: ChosenPlace, other: ChosenPlace): boolean {
  const [a, b] = [one, other].map(({ chosen }) => chosen?.found.named.find(({ name }) => name === chosen.place.name));
  if (a?.kind !== 'place' || b?.kind !== 'place') return false;
  return (isDivided(a) && isPartOfCity(b, a)) || (isDivided(b) && isPartOfCity(a, b));
}

function isDivided({ name, place: { district, kind } }: Extract<PlaceNamed, { kind: 'place' }>): boolean {
  return kind === 'city' && district !== name && district.startsWith(name);
}

export function districtOf(named: PlaceNamed): string | null {
  if (named.kind === 'province') return null;
  const name = named.kind === 'district' ? named.district.name : named.place.district;
  return name === '' ? null : name;
}

function provinceOf(named: PlaceNamed): string {
  if (named.kind === 'province') return named.province.name;
  return named.kind === 'district' ? named.district.province : named.place.province;
}

const WHOLE = new Set(['province', 'region']);

function rank(named: PlaceNamed): number {
  if (named.kind === 'province') return 0;
  if (named.kind === 'district') return 2;
  if (WHOLE.has(named.place.kind)) return 1;
  if (isDivided(named)) return 1.5;
  return named.place.kind === 'city' ? 3 : 4;
}

function placed({ found, named }: Candidate, context: ExtractionContext): { place: Place; found: PlaceFound } {
  return { found, place: placeOf(named, found.isNear, context) };
}

function placeOf(named: PlaceNamed, isNear: boolean, { districtAt }: ExtractionContext): Place {
  const province = provinceOf(named) || null;
  if (named.kind === 'province') {
    return { name: named.name, province, district: null, latitude: null, longitude: null, precision: 'province' };
  }
  const { latitude, longitude } = named.kind === 'district' ? named.district : named.place;
  if (named.kind === 'district') {
    return {
      name: `${named.name} district`,
      province,
      district: named.name,
      latitude,
      longitude,
      precision: 'district',
    };
  }
  const precision = isNear || named.place.kind === 'region' ? 'near-place' : 'place';
  const district = districtOf(named) ?? districtAt(longitude, latitude);
  return { name: named.name, province, district, latitude, longitude, precision };
}
