import type { TargetType } from '@corridor/domain';
import { GUARDING, SPEAKERS, TARGETS } from './lexicon/target-words.ts';
import { findPhrases } from './phrase-index.ts';
import type { ReadSentence } from './read-sentence.ts';

export interface TargetFound {
  readonly type: TargetType;
  readonly sentence: ReadSentence;
  readonly first: number;
  readonly last: number;
}

/** Whom several kinds of targets in one sentence are about: guards of a convoy of Chinese engineers are not its target. */
const ORDER: readonly TargetType[] = [
  ...([
    'chinese-nationals',
    'diplomatic',
    'convoy',
    'infrastructure',
    'media-other',
    'security-forces',
    'government',
    'civilians',
    'project-site',
  ] as const),
];

/** What the first sentences of an event say was attacked, apart from those who only tell of it. */
export function chooseTarget(sentences: readonly ReadSentence[]): TargetFound | null {
  const telling = sentences.filter(({ acts, tolls }) => acts.length > 0 || tolls.length > 0);
  for (const sentence of telling.slice(0, 3)) {
    const found = withoutGuards(targetsIn(sentence));
    const best = [...found].sort((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type))[0];
    if (best !== undefined) return best;
  }
  return null;
}

/**
 * Of "a polio worker and her police guard" the worker was attacked; of "a policeman guarding a polio team", where those in
 * his care are only named after him, he was.
 */
function withoutGuards(found: readonly TargetFound[]): readonly TargetFound[] {
  const [lead] = found;
  return lead === undefined || isGuard(lead) ? found : found.filter((one) => !isGuard(one));
}

/** How many words may stand between a policeman and what he guards. */
const GUARD_REACH = 3;

function isGuard({ last, sentence, type }: TargetFound): boolean {
  const after = sentence.words.slice(last, last + 1 + GUARD_REACH);
  return type === 'security-forces' && after.some(({ text }) => GUARDING.has(text));
}

function targetsIn(sentence: ReadSentence): TargetFound[] {
  const { words } = sentence;
  return findPhrases(TARGETS, words).flatMap(({ first, last, values }) => {
    const after = words.slice(last + 1, last + 3).map(({ text }) => text);
    const before = words.slice(Math.max(0, first - 3), first).map(({ text }) => text);
    const isName = sentence.names.some((name) => name.first < first && last <= name.last);
    const speaks = isName || after.some((text) => SPEAKERS.has(text)) || before.includes('according');
    return speaks ? [] : values.map((type) => ({ type, sentence, first, last }));
  });
}
