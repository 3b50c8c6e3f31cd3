import { has } from './cue-found.ts';
import { findPlaces } from './find-places.ts';
import type { ReadSentence } from './read-sentence.ts';
import { sumsUp } from './sums-up.ts';

/** What stands before the first act, and tells of attackers or tolls, is of it. */
export function leadOf(sentences: readonly ReadSentence[], { index }: ReadSentence): ReadSentence[] {
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
