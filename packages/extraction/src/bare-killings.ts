import { has } from './cue-found.ts';
import type { CueKind } from './lexicon/cues.ts';
import type { ReadSentence } from './read-sentence.ts';

/** Where these are, a text of deaths alone is of something else than violence. */
const OTHERWISE: readonly CueKind[] = ['accident', 'court', 'statistics', 'drill'];
/** A sentence with one of these tells of what was before, or may be; the text may go on to it after its news. */
const NOT_NOW: readonly CueKind[] = ['reference', 'recall', 'hypothetical'];

/** News stands at the beginning. */
const LEAD_SENTENCES = 3;

/**
 * "Three residents of Punjab were killed in Kalat": where no sentence of a text tells of an act, that people were killed is
 * one itself, unless the text names an accident or another reason.
 */
export function withBareKillings(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  const isTold = sentences.some(({ acts }) => acts.length > 0);
  if (isTold || sentences.some((sentence) => has(sentence, ...OTHERWISE))) return sentences;
  return sentences.map((sentence, index) => {
    const isKilling = sentence.tolls.some(({ kind }) => kind === 'killed') && !has(sentence, ...NOT_NOW);
    const acts = sentence.cues.filter(({ kind }) => kind === 'attack');
    return index < LEAD_SENTENCES && isKilling ? { ...sentence, acts } : sentence;
  });
}
