import type { Range } from '@corridor/domain';
import { ATTACKERS, CHINESE, FORCES, INCLUDED } from './lexicon/toll-words.ts';
import type { Word } from './words.ts';

/** Somebody who is counted: "at least five people", "a policeman", "two Chinese engineers". */
export interface People {
  readonly first: number;
  readonly last: number;
  /** The last word of what is said of who it is: "a havildar, a resident of Karak". */
  readonly end: number;
  readonly range: Range;
  /** People in general; a part of them otherwise. */
  readonly isAnybody: boolean;
  readonly isChinese: boolean;
  readonly isAttacker: boolean;
  /** A soldier, a policeman, a guard: whoever kills one attacks. */
  readonly isGuard: boolean;
  /** Part of a number that is given beside: "including two policemen". */
  readonly isIncluded: boolean;
  /** Part of people who were named before: "three of them". */
  readonly isOfThem: boolean;
  /** Somebody who may have been counted before: "the driver died", "he was killed". */
  readonly isKnown: boolean;
  /** Somebody beside those who were named before: "his guard". */
  readonly isTheirs: boolean;
}

/** The people whom words from `first` to `last` count. */
export function peopleOf(
  first: number,
  last: number,
  counted: Range,
  words: readonly Word[],
  isAnybody: boolean,
): People {
  const inside = words.slice(first, last + 1).map(({ text }) => text);
  const isTheirs = /^(his|her|their)$/.test(words[first]?.text ?? '');
  // "his gunman" is his guard.
  const isGunman = isTheirs && /^gunm[ae]n$/.test(words[last]?.text ?? '');
  const before = words.slice(Math.max(0, first - 3), first);
  // "one of them", "two of them Chinese", "one of them a Chinese"
  const isShare = [0, 2, 3, 4].some((length) => isOfThem(last - length, words)) || isAmongThem(before);
  return {
    first,
    last,
    end: last,
    range: counted,
    isAnybody: isAnybody && !inside.some((text) => CHINESE.has(text)),
    isChinese: inside.some((text) => CHINESE.has(text)),
    isAttacker:
      isOfGang(last, words) ||
      (!isGunman &&
        inside.some((text, index) => ATTACKERS.has(text) && !/^(anti|ex|former)$/.test(inside[index - 1] ?? ''))),
    isGuard: isGunman || inside.some((text) => FORCES.has(text)),
    isIncluded:
      before.some(({ text }) => INCLUDED.has(text)) ||
      words[last + 1]?.text === 'سمیت' ||
      words.slice(last + 1, last + 3).some(({ text }) => text === 'شامل') ||
      /^(whom|them)$/.test(before.at(-1)?.text ?? '') ||
      isShare,
    isOfThem: isShare,
    isKnown: false,
    isTheirs,
  };
}

/** "two members of a gang" */
function isOfGang(last: number, words: readonly Word[]): boolean {
  if (!/^members?$/.test(words[last]?.text ?? '') || words[last + 1]?.text !== 'of') return false;
  return words.slice(last + 2, last + 2 + GANG_REACH).some(({ text }) => /^(gangs?|outfit|cell|network)$/.test(text));
}

/** "of the banned Lyari" */
const GANG_REACH = 4;

/** "two of whom", "three of them" */
export function isOfThem(last: number, words: readonly Word[]): boolean {
  return words[last + 1]?.text === 'of' && /^(whom|them)$/.test(words[last + 2]?.text ?? '');
}

/** The same in Urdu, where it stands before the number: "ان میں سے دو". */
function isAmongThem([pronoun, , from]: readonly Word[]): boolean {
  return /^(ان|جن)$/.test(pronoun?.text ?? '') && from?.text === 'سے';
}
