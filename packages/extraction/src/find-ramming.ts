import type { Word } from './words.ts';

/** Words of a sentence, from the one for driving to the one for explosives or the other way. */
export interface RammingFound {
  readonly first: number;
  readonly last: number;
}

const DRIVING = /^(ramm?(ed|ing|s)?|drove|drive|drives|driving|driven|crash(ed|es|ing)?|smash(ed|es|ing)?)$/;
const LOADED = /^(laden|filled|packed|loaded|rigged|carrying)$/;
const EXPLOSIVES = /^(explosives?|بارود|بارودی)$/;

/** How many words may stand between the driving and the load. */
const REACH = 10;

/**
 * "drove a car packed with explosives into the gate": whoever drives a load of explosives at something is a suicide bomber,
 * whatever the text calls him. The first such place; null without any. O(words × REACH).
 */
export function findRamming(words: readonly Word[]): RammingFound | null {
  for (const [at, { text }] of words.entries()) {
    if (!DRIVING.test(text)) continue;
    const from = Math.max(0, at - REACH);
    const load = words.slice(from, at + REACH + 1).findIndex((_, index) => isLoad(from + index, words));
    if (load >= 0) return { first: Math.min(at, from + load), last: Math.max(at, from + load) };
  }
  return null;
}

/** "explosives-laden", "packed with explosives". */
function isLoad(at: number, words: readonly Word[]): boolean {
  if (!EXPLOSIVES.test(words[at]?.text ?? '')) return false;
  return words.slice(Math.max(0, at - 3), at + 2).some(({ text }) => LOADED.test(text));
}
