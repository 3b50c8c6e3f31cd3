import type { CasualtyKind } from '@corridor/domain';
import { CHINESE } from './lexicon/toll-words.ts';
import type { ReadSentence } from './read-sentence.ts';
import { foldWord } from './words.ts';

interface Nobody {
  readonly kind: Exclude<CasualtyKind, 'abducted' | 'attackersKilled'>;
  readonly evidence: { readonly sentence: ReadSentence; readonly first: number; readonly last: number };
}

/**
 * Of which tolls a sentence says that they are none, where `told` has been told before: "no casualties" of neither dead nor
 * wounded, "no loss of life" of the dead alone, "none of the Chinese was hurt" of them. Nobody is told to be hurt where somebody was.
 */
export function nobodyHurt(sentence: ReadSentence, told: readonly CasualtyKind[]): readonly Nobody[] {
  const isOfChinese = told.some((kind) => kind === 'chineseKilled' || kind === 'chineseWounded');
  const chinese = isOfChinese ? [] : nobodyOfChinese(sentence);
  return [...nobodyOfAll(sentence, told), ...chinese].filter(({ kind }) => !told.includes(kind));
}

function nobodyOfAll(sentence: ReadSentence, told: readonly CasualtyKind[]): readonly Nobody[] {
  const cues = sentence.cues.filter(({ kind }) => kind === 'no-toll');
  const cue = cues.find((one) => !isOfLives(sentence, one)) ?? cues[0];
  if (cue === undefined) return [];
  const evidence = { sentence, first: cue.first, last: cue.last };
  const isTold = told.includes('killed') || told.includes('wounded');
  if (!isTold && !isOfLives(sentence, cue))
    return [
      { kind: 'killed', evidence },
      { kind: 'wounded', evidence },
    ];
  return isOfLives(sentence, cue) || isLoss(sentence, cue) ? [{ kind: 'killed', evidence }] : [];
}

/** "None of the Chinese nationals was hurt", "all the Chinese engineers remained safe". */
function nobodyOfChinese(sentence: ReadSentence): readonly Nobody[] {
  const { words } = sentence;
  for (const [first, { text }] of words.entries()) {
    if (!CHINESE.has(text)) continue;
    const reach = words.slice(first + 1, first + 1 + CHINESE_REACH);
    const sign = reach.findIndex(({ isAfterSign }) => isAfterSign);
    const clause = reach.slice(0, sign < 0 ? reach.length : sign);
    const isNone = words
      .slice(Math.max(0, first - NONE_REACH), first)
      .some(({ text: word }) => /^(no|none)$/.test(word));
    const at = clause.findIndex(({ text: word }, index) =>
      isNone ? HURT.test(word) : SAFE.test(word) && !PLACE.test(clause[index + 1]?.text ?? ''),
    );
    const evidence = { sentence, first, last: first + 1 + at };
    if (at >= 0)
      return [
        { kind: 'chineseKilled', evidence },
        { kind: 'chineseWounded', evidence },
      ];
  }
  return [];
}

/** How many words may stand between "none" and "Chinese", and between them and that they were hurt. */
const NONE_REACH = 4;
const CHINESE_REACH = 8;
const HURT = /^(hurt|injured|harmed|wounded)$/;
const SAFE = /^(safe|unhurt|unharmed|uninjured|محفوظ)$/;
/** "taken to a safe place" says nothing of how they are. */
const PLACE = /^(place|places|area|house|custody|return|city|مقام|جگہ)$/;

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
