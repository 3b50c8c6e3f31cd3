import { isListed } from './find-people.ts';
import type { Verb } from './find-toll-verbs.ts';
import { AUXILIARIES } from './lexicon/toll-words.ts';
import type { People } from './people.ts';
import type { Word } from './words.ts';

/**
 * "Six were killed, including two Chinese engineers, and five injured", "four were injured, one of them a Chinese national": who is
 * told as a part of those before a verb, behind it. They are none of the next verb's, unless that says more of them ("two of whom died").
 */
export function partsBehind(
  verb: Verb,
  people: readonly People[],
  words: readonly Word[],
  isVerb: ReadonlySet<number>,
): readonly People[] {
  const parts: People[] = [];
  for (const one of people.filter(({ first }) => first > verb.last)) {
    const edge = parts.at(-1)?.last;
    const isNext = edge === undefined ? isBehind(verb, one, words) : goesOn(edge, one, words);
    if (!one.isIncluded || !isNext || isSaidMoreOf(one, words, isVerb)) break;
    parts.push(one);
  }
  return parts;
}

/** Another part, or who the one before is: "one of them a Chinese national". */
function goesOn(edge: number, { first }: People, words: readonly Word[]): boolean {
  return first === edge + 1 || isListed({ last: edge }, first, words);
}

/** Nothing but "including", "among them" stands between, behind a sign. */
function isBehind({ last }: Verb, { first }: People, words: readonly Word[]): boolean {
  const between = words.slice(last + 1, first).map(({ text }) => text);
  const next = words[last + 1];
  const isApart = next?.isAfterSign === true || next?.text === 'including';
  return (
    isApart &&
    between.length <= BETWEEN &&
    between.every((text) => /^(including|among|them|whom|one|of|at|least)$/.test(text))
  );
}

const BETWEEN = 4;

function isSaidMoreOf({ last }: People, words: readonly Word[], isVerb: ReadonlySet<number>): boolean {
  const next = words[last + 1];
  if (next === undefined || next.isAfterSign) return false;
  return isVerb.has(last + 1) || (AUXILIARIES.has(next.text) && isVerb.has(last + 2));
}
