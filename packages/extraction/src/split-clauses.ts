import { choosePlace } from './choose-place.ts';
import type { ExtractionContext } from './extraction-context.ts';
import { findPlaces, SAID_TO_BE_THERE } from './find-places.ts';
import { withVerbOf } from './gapped-clause.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Sentence } from './split-text.ts';

/** So many places to split a sentence are tried: each costs one more reading of it. */
const MOST_JOINTS = 4;

/**
 * "A tower was torched in Kharan, while a man was shot dead in Quetta": a sentence that tells of acts at several places is
 * read as several. `read` reads a stretch of the text as a sentence. O(words), and one more reading for each joint tried.
 */
export function splitClauses(
  sentence: ReadSentence,
  read: (clause: Sentence) => ReadSentence,
  context: ExtractionContext,
): readonly ReadSentence[] {
  const later = hoursApart(sentence, read);
  if (later !== null) return later;
  const said = findPlaces(sentence).filter(({ weight }) => weight >= SAID_TO_BE_THERE);
  if ((sentence.acts.length === 0 && sentence.tolls.length === 0) || said.length < 2) return [sentence];
  const { end, paragraph, start, words } = sentence;
  const isBetween = (middle: number) =>
    said.some((one) => one.start < middle) && said.some((one) => one.start >= middle);
  const joints = jointsOf(sentence).filter((at) => isBetween(words[at]?.start ?? end));
  for (const at of joints.slice(0, MOST_JOINTS)) {
    const middle = words[at]?.start ?? end;
    const gapped = withVerbOf(sentence, at);
    if (gapped === null && sentence.acts.length === 0) continue;
    const first = read({ start, end: words[at - 1]?.end ?? middle, paragraph, words: words.slice(0, at) });
    const second = read({ start: middle, end, paragraph, words: gapped ?? words.slice(at) });
    const clauses = [first, gapped === null ? second : withActOf(first, second)];
    if (clauses.every(isOfItsOwn) && areApart(clauses, context))
      return clauses.flatMap((clause) => splitClauses(clause, read, context));
  }
  return [sentence];
}

/** "A bomber killed nine people, hours after gunmen shot dead two vaccinators": two events of a day, wherever they were. */
function hoursApart(
  { acts, end, paragraph, start, tolls, words }: ReadSentence,
  read: (clause: Sentence) => ReadSentence,
): readonly ReadSentence[] | null {
  if (acts.length === 0 || tolls.length < 2) return null;
  const at = words.findIndex(({ text }, index) => {
    return /^(hours|minutes|shortly)$/.test(text) && /^(before|after)$/.test(words[index + 1]?.text ?? '');
  });
  if (at < 1) return null;
  const middle = words[at]?.start ?? end;
  const first = read({ start, end: words[at - 1]?.end ?? middle, paragraph, words: words.slice(0, at) });
  const second = read({ start: middle, end, paragraph, words: words.slice(at) });
  const areNews = [first, second].every((clause) => clause.acts.length > 0 && clause.tolls.length > 0);
  return areNews ? [first, second] : null;
}

/** What was done is said in the first clause alone. */
function withActOf({ acts }: ReadSentence, clause: ReadSentence): ReadSentence {
  const [act] = acts;
  const [toll] = clause.tolls;
  if (act === undefined || toll === undefined || clause.acts.length > 0) return clause;
  return { ...clause, acts: [{ ...act, first: toll.first, last: toll.last }] };
}

/** The words with which another clause may begin, in order: "while" and what stands behind a semicolon before "and". */
function jointsOf(sentence: ReadSentence): readonly number[] {
  const { words } = sentence;
  const joints = words.flatMap(({ isAfterSign, isAfterStop, text: word }, at) => {
    if (at === 0) return [];
    if (isAfterSign && withVerbOf(sentence, at) !== null) return [[1, at]];
    if (/^(while|whereas|جبکہ)$/.test(word) || isEvenAs(at, words) || isAfterStop) return [[0, at]];
    return /^(and|اور)$/.test(word) ? [[1, at]] : [];
  });
  return joints.sort(([one = 0], [other = 0]) => one - other).map(([, at = 0]) => at);
}

/** "Four miners were freed in Harnai, even as two were abducted in Duki". */
function isEvenAs(at: number, words: ReadSentence['words']): boolean {
  return words[at]?.text === 'even' && words[at + 1]?.text === 'as';
}

function isOfItsOwn(clause: ReadSentence): boolean {
  const isPlaced = findPlaces(clause).some(({ weight }) => weight >= SAID_TO_BE_THERE);
  return isPlaced && (clause.acts.length > 0 || clause.tolls.length > 0);
}

function areApart(clauses: readonly ReadSentence[], context: ExtractionContext): boolean {
  const districts = clauses.map((clause) => choosePlace([clause], context).chosen?.place.district ?? null);
  return districts.every((district) => district !== null) && new Set(districts).size > 1;
}
