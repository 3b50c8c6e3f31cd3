import type { ExtractionContext } from './extraction-context.ts';
import { type Named, nameIndexOf } from './name-index.ts';
import { findPhrases } from './phrase-index.ts';
import type { Sentence } from './split-text.ts';

/** A name found in a sentence, by its words (counted from 0), with all that it may stand for. */
export interface NameFound {
  readonly first: number;
  readonly last: number;
  readonly named: readonly Named[];
}

/**
 * The names of the portfolio in a sentence: whole words only, the longest at each place. Names of places begin with a
 * capital in writing that has them, and short forms are all capitals.
 */
export function findNames({ words }: Sentence, context: ExtractionContext): NameFound[] {
  const found = findPhrases(nameIndexOf(context), words, ({ named, needsCapitals }, first, last) => {
    const part = words.slice(first, last + 1);
    if (needsCapitals) return part.every(({ isUpper }) => isUpper);
    return named.kind === 'actor' ? !isCommon(part.length, words[first]?.isCapital) : part[0]?.isCapital === true;
  });
  return found.map(({ first, last, values }) => ({
    first,
    last,
    named: [...new Set(values.map(({ named }) => named))],
  }));
}

/** An actor's name of one word is a name only with a capital. */
function isCommon(length: number, isCapital: boolean | undefined): boolean {
  return length === 1 && isCapital !== true;
}
