import { choosePlace } from './choose-place.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Sentence } from './split-text.ts';

/**
 * "A tower was torched in Kharan, while a man was shot dead in Quetta": a sentence that tells of two acts at two places is
 * read as two. `read` reads a stretch of the text as a sentence. O(words), and one more reading of what is split.
 */
export function splitClauses(
  text: string,
  sentence: ReadSentence,
  read: (clause: Sentence) => ReadSentence,
  context: ExtractionContext,
): readonly ReadSentence[] {
  const at = sentence.words.findIndex(({ isAfterSign, start, text: word }, index) => {
    const before = sentence.words[index - 1]?.end ?? start;
    return isAfterSign && (/^(while|whereas|جبکہ)$/.test(word) || text.slice(before, start).includes(';'));
  });
  if (at <= 0 || sentence.acts.length === 0) return [sentence];
  const { end, paragraph, start, words } = sentence;
  const middle = words[at]?.start ?? end;
  const clauses = [
    read({ start, end: words[at - 1]?.end ?? middle, paragraph, words: words.slice(0, at) }),
    read({ start: middle, end, paragraph, words: words.slice(at) }),
  ];
  return clauses.every(isOfItsOwn) && areApart(clauses, context) ? clauses : [sentence];
}

function isOfItsOwn(clause: ReadSentence): boolean {
  const isPlaced = findPlaces(clause).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  return isPlaced && (clause.acts.length > 0 || clause.tolls.length > 0);
}

function areApart(clauses: readonly ReadSentence[], context: ExtractionContext): boolean {
  const districts = clauses.map((clause) => choosePlace([clause], context).chosen?.place.district ?? null);
  return districts.every((district) => district !== null) && new Set(districts).size > 1;
}
