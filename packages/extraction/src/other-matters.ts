import { has } from './cue-found.ts';
import type { EventFound } from './find-events.ts';
import { findNumbers } from './find-numbers.ts';
import { CUES, type CueKind, VIOLENT_CUES } from './lexicon/cues.ts';
import { findPhrases } from './phrase-index.ts';
import type { ReadSentence } from './read-sentence.ts';
import { wordsIn } from './words.ts';

/** How many different words must speak for a film or a match, since each of them alone is in reports of attacks too. */
const ENOUGH: readonly (readonly [CueKind, number])[] = [
  ['fiction', 2],
  ['sport', 2],
  ['drill', 1],
  ['statistics', 3],
];

/** Whether a text is about a film, a match, a drill or figures of a time: by its title and first sentences, and by how often. */
export function isOtherMatter(title: string, sentences: readonly ReadSentence[]): boolean {
  return (
    isStatistics(sentences) ||
    sentences.some((sentence) => has(sentence, 'unreal')) ||
    ENOUGH.some(([kind, least]) => {
      const lead = [
        cuesOfTitle(title, kind),
        ...sentences.slice(0, 2).map((sentence) => wordsOfKind(sentence, kind)),
      ].flat();
      const all = new Set([...lead, ...sentences.flatMap((sentence) => wordsOfKind(sentence, kind))]);
      return lead.length > 0 && all.size >= least;
    })
  );
}

/** So many attacks at once are the sum of a time. */
const MANY_ATTACKS = 10;
const SUMMED = /^(attacks|bombings|blasts|explosions|incidents|operations)$/;
const REPORTED =
  /^(report|reports|data|figures|statistics|tally|index|survey|study|month|monthly|quarter|year|yearly|annual)$/;

/** A report on the attacks of a month or a year tells of none of them: by its first two sentences. */
function isStatistics(sentences: readonly ReadSentence[]): boolean {
  const lead = sentences.slice(0, 2).map(({ words }) => words);
  const isSummed = lead.some((words) =>
    findNumbers(words).some(
      ({ last, range }) =>
        range.low >= MANY_ATTACKS && words.slice(last + 1, last + 4).some(({ text }) => SUMMED.test(text)),
    ),
  );
  return isSummed && lead.flat().some(({ text }) => REPORTED.test(text));
}

function wordsOfKind({ cues, words }: Pick<ReadSentence, 'cues' | 'words'>, kind: CueKind): string[] {
  return cues
    .filter((cue) => cue.kind === kind)
    .map(({ first, last }) =>
      words
        .slice(first, last + 1)
        .map(({ text }) => text)
        .join(' '),
    );
}

function cuesOfTitle(title: string, kind: CueKind): string[] {
  const words = wordsIn(title, 0, title.length);
  const cues = findPhrases(CUES, words).flatMap(({ first, last, values }) =>
    values.map((one) => ({ kind: one, first, last })),
  );
  return wordsOfKind({ cues, words }, kind);
}

/** Acts that happen without anybody's will too. */
const BLIND_ACTS: ReadonlySet<CueKind> = new Set(['bomb', 'arson']);

/** A road is blocked by landslides too. */
function isProtest(sentence: ReadSentence | undefined): boolean {
  return (
    sentence?.cues.some(({ first, kind }) => {
      return (kind === 'protest' || kind === 'riot') && !/^block/.test(sentence.words[first]?.text ?? '');
    }) ?? false
  );
}

/** Whether an explosion or a death was an accident: nobody did it, and the text says what else it was. */
export function tellsOfAccident({ sentences }: EventFound): boolean {
  const isAccident = sentences.some((sentence) => has(sentence, 'accident'));
  if (!isAccident || isProtest(sentences[0])) return false;
  const kinds = VIOLENT_CUES.filter((kind) => !BLIND_ACTS.has(kind));
  const isAttack = sentences.some(
    (sentence) => has(sentence, 'perpetrator', 'claim') || sentence.acts.some(({ kind }) => kinds.includes(kind)),
  );
  return !isAttack;
}
