import { FROM_OR_TO, IN, NEAR } from './lexicon/place-words.ts';
import type { ReadSentence } from './read-sentence.ts';

/** The country, said as the place of something. */
export interface CountrySaid {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Part of a country, by the wind: "southwest Pakistan", "the country's restive north". */
const PART = /^(?:(?:north|south)?(?:east|west)(?:ern)?|northern|southern|north|south|central|nw|sw|mainland|tribal)$/;

/** Where the sentences of an event say that it was in the portfolio's country, without saying where there; else null. */
export function countrySaid(sentences: readonly ReadSentence[]): CountrySaid | null {
  for (const { names, words } of sentences) {
    for (const { first, last, named } of names) {
      const country = named.find(({ kind }) => kind === 'country');
      const [before, after] = [words[first - 1]?.text ?? '', words[last + 1]?.text ?? ''];
      const isPart = PART.test(before) && !FROM_OR_TO.has(words[first - 2]?.text ?? '');
      if (country === undefined || !(isPart || IN.has(before) || NEAR.has(before) || after === 'میں')) continue;
      return { name: country.name, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
    }
  }
  return null;
}
