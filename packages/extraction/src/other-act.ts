import { has } from './cue-found.ts';
import type { CueKind } from './lexicon/cues.ts';
import { wordSet } from './lexicon/word-set.ts';
import type { OpenEvent } from './open-event.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

/** So many sentences of a paragraph tell what a first one leads up to. */
const REACH = 3;

/**
 * Whether a paragraph tells of another act than an open event, without a place that tells it apart: forces that go after
 * militants "later in the day" or elsewhere, after a bomb, and kill some; or an act of another kind "the same night".
 */
export function isOtherAct(
  sentence: ReadSentence,
  sentences: readonly ReadSentence[],
  { isBackground, sentences: told }: OpenEvent,
): boolean {
  const isOpening = sentence.paragraph !== told.at(-1)?.paragraph || saysLater(sentence.words.slice(0, OPENING));
  if (isBackground || !isOpening) return false;
  if (!saysLater(sentence.words)) return false;
  const at = sentences.indexOf(sentence);
  const rest = sentences.slice(at, at + REACH).filter(({ paragraph }) => paragraph === sentence.paragraph);
  if (isOperation(sentence)) return told.every(isBlind) && rest.some(losesAttackers);
  return (
    !told.some(isOfKinds(sentence)) &&
    sentence.acts.every(({ kind }) => kind !== 'attack') &&
    rest.some((one) => one.tolls.length > 0 || has(one, 'no-toll'))
  );
}

/** "Later in the evening", "on the same night" */
const OPENING = 4;

function isOfKinds({ acts }: ReadSentence): (one: ReadSentence) => boolean {
  const kinds = new Set(acts.map(({ kind }) => kind));
  return (one) => one.acts.some(({ kind }) => kinds.has(kind));
}

const BLIND: ReadonlySet<CueKind> = new Set(['bomb', 'attack', 'arson', 'grenade', 'shelling', 'abduction']);

/** Nobody fought: those who planted a bomb are gone. */
function isBlind({ acts }: ReadSentence): boolean {
  return acts.every(({ kind }) => BLIND.has(kind));
}

function isOperation({ acts, words }: ReadSentence): boolean {
  return acts.some(
    ({ first, kind, last }) =>
      kind === 'clash' &&
      words.slice(first, last + 1).some(({ text }) => /^(operations?|اپریشن|کاررواءی|کارروایی)$/.test(text)),
  );
}

function losesAttackers({ tolls }: ReadSentence): boolean {
  return tolls.some(({ kind, people }) => kind === 'killed' && people.some(({ isAttacker }) => isAttacker));
}

const SAME_OR_NEXT = wordSet('same next following اسی');
const TIMES = /^(day|night|evening|morning|afternoon|روز|دن|رات|شام)$/;

/** "the same night", "later in the day", "اسی شام". */
function saysLater(words: readonly Word[]): boolean {
  return words.some(({ text }, at) => {
    if (SAME_OR_NEXT.has(text)) return TIMES.test(words[at + 1]?.text ?? '');
    const isLaterIn = text === 'later' && words[at + 1]?.text === 'in' && words[at + 2]?.text === 'the';
    return isLaterIn && TIMES.test(words[at + 3]?.text ?? '');
  });
}
