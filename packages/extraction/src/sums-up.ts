import { districtOf } from './choose-place.ts';
import { has } from './cue-found.ts';
import { findNumbers } from './find-numbers.ts';
import { findPlaces } from './find-places.ts';
import type { ReadSentence } from './read-sentence.ts';

const ATTACKS =
  /^(attacks|blasts|explosions|bombings|shootings|strikes|incidents|assaults|raids|ambushes|clashes|encounters|engagements|operations|حملوں|دہماکوں|کاررواییوں|کاررواییاں|واقعات)$/;

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
