import { type TableIncident, wordsOf } from '@corridor/domain';

/**
 * Longest word that is kept, in UTF-16 units: a lexeme takes at most 2046 bytes, a unit at most three. A filter's text has
 * at most MAX_TEXT_LENGTH characters, of which folding makes at most three each: no prefix is ever longer.
 */
const MAX_WORD_LENGTH = 680;

/** The words of an incident that a search finds, as a tsvector without positions. */
export function toWordVector({ title, summary, place, actors }: TableIncident): string {
  const words = [title, summary, place.name, ...actors.map(({ name }) => name)].flatMap(keptWordsOf);
  return [...new Set(words)].join(' ');
}

/** The tsquery for which each word of `text` begins a word; null where it has none, which finds everything. */
export function toPrefixQuery(text: string): string | null {
  const prefixes = keptWordsOf(text).map((word) => `${word}:*`);
  return prefixes.length === 0 ? null : prefixes.join(' & ');
}

/** Letters and digits only, so that nothing needs to be quoted. */
function keptWordsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.slice(0, MAX_WORD_LENGTH));
}
