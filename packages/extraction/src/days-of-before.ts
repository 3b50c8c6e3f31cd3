import type { DateFound } from './date-found.ts';
import { createPhraseIndex, findPhrases } from './phrase-index.ts';
import type { ReadSentence } from './read-sentence.ts';

const SAME_DAY = 'the same day|that same day|the same night|the same evening|اسی روز|اسی دن|اسی رات|اسی شام';
const DAY_BEFORE =
  'a day earlier|one day earlier|a day before|the day before|the night before|the previous day|the previous night|the previous evening|ایک روز قبل|ایک دن قبل|ایک روز پہلے|ایک دن پہلے';

/** Phrases for the day that a sentence before has named, and for the day before it: how many days later it is. */
const DAYS = createPhraseIndex([
  ...SAME_DAY.split('|').map((phrase) => [phrase, 0] as const),
  ...DAY_BEFORE.split('|').map((phrase) => [phrase, -1] as const),
]);

/**
 * Gives sentences that only say "the same day" or "a day earlier" their date: by the last day that a sentence before them
 * names. O(words).
 */
export function withDaysOfBefore(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  let last: DateFound | null = null;
  return sentences.map((sentence) => {
    const told = last === null || sentence.dates.length > 0 ? null : relativeTo(last, sentence);
    const dated = told === null ? sentence : { ...sentence, dates: [told] };
    last = dated.dates.findLast(({ precision }) => precision === 'day') ?? last;
    return dated;
  });
}

function relativeTo({ from, precision, to }: DateFound, { words }: ReadSentence): DateFound | null {
  const [found] = findPhrases(DAYS, words);
  const [days] = found?.values ?? [];
  if (found === undefined || days === undefined) return null;
  const [start, end] = [words[found.first]?.start ?? 0, words[found.last]?.end ?? 0];
  return { from: from + days, to: to + days, precision, start, end };
}
