import type { CasualtyKind } from '@corridor/domain';
import type { ReadSentence } from './read-sentence.ts';
import { foldWord } from './words.ts';

interface Nobody {
  readonly kind: Extract<CasualtyKind, 'killed' | 'wounded'>;
  readonly evidence: { readonly sentence: ReadSentence; readonly first: number; readonly last: number };
}

/**
 * Of which tolls a sentence says that they are none, where `told` has been told before: "no casualties" of neither dead nor
 * wounded, "no loss of life" of the dead alone. Nobody is told to be hurt where somebody was.
 */
export function nobodyHurt(sentence: ReadSentence, told: readonly CasualtyKind[]): readonly Nobody[] {
  const cues = sentence.cues.filter(({ kind }) => kind === 'no-toll');
  const cue = cues.find((one) => !isOfLives(sentence, one)) ?? cues[0];
  if (cue === undefined) return [];
  const evidence = { sentence, first: cue.first, last: cue.last };
  if (told.length === 0 && !isOfLives(sentence, cue))
    return [
      { kind: 'killed', evidence },
      { kind: 'wounded', evidence },
    ];
  const isOfDead = !told.includes('killed') && (isOfLives(sentence, cue) || isLoss(sentence, cue));
  return isOfDead ? [{ kind: 'killed', evidence }] : [];
}

interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** "No loss of life". */
function isOfLives({ words }: ReadSentence, { first, last }: Phrase): boolean {
  const phrase = words.slice(first, last + 1);
  const isOfHurt = phrase.some(({ text }) => /^(injury|injuries|limb|hurt|injured|زخمی)$/.test(text));
  return !isOfHurt && phrase.some(({ text }) => /^(life|lives|killed|died|deaths|fatalities|ہلاک)$/.test(text));
}

/** "کوئی جانی نقصان": of lives where some were hurt, else of anybody. */
function isLoss({ words }: ReadSentence, { first, last }: Phrase): boolean {
  return words.slice(first, last + 1).some(({ text }) => text === OF_LIFE);
}

const OF_LIFE = foldWord('جانی');
