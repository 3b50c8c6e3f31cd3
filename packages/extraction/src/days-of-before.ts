import type { DateFound } from './date-found.ts';
import type { ReadSentence } from './read-sentence.ts';
import { foldWord, type Word } from './words.ts';

/** Phrases for the day that a sentence before has named, and for the day before it; of folded words. */
const PHRASES: readonly (readonly [words: readonly string[], days: number])[] = [
  ...[
    'the same day',
    'that same day',
    'the same night',
    'the same evening',
    'اسی روز',
    'اسی دن',
    'اسی رات',
    'اسی شام',
  ].map((phrase) => [phrase.split(' ').map(foldWord), 0] as const),
  ...[
    'a day earlier',
    'one day earlier',
    'a day before',
    'the day before',
    'the previous day',
    'ایک روز قبل',
    'ایک دن قبل',
    'ایک روز پہلے',
    'ایک دن پہلے',
  ].map((phrase) => [phrase.split(' ').map(foldWord), -1] as const),
];

/**
 * Gives sentences that only say "the same day" or "a day earlier" their date: by the last day that a sentence before them
 * names. O(words).
 */
export function withDaysOfBefore(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  let last: DateFound | null = null;
  return sentences.map((sentence) => {
    const told = last === null ? null : relativeTo(last, sentence.words);
    const dated = told !== null && sentence.dates.length === 0 ? { ...sentence, dates: [told] } : sentence;
    last = dated.dates.findLast(({ precision }) => precision === 'day') ?? last;
    return dated;
  });
}

function relativeTo({ from, precision, to }: DateFound, words: readonly Word[]): DateFound | null {
  for (const at of words.keys()) {
    const found = PHRASES.find(([phrase]) => phrase.every((text, index) => words[at + index]?.text === text));
    if (found === undefined) continue;
    const [phrase, days] = found;
    const [first, last] = [words[at], words[at + phrase.length - 1]];
    if (first && last) return { from: from + days, to: to + days, precision, start: first.start, end: last.end };
  }
  return null;
}
