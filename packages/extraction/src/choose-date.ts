import type { DateFound } from './date-found.ts';
import { type CueFound, has, type ReadSentence } from './read-sentence.ts';

/** The date that a sentence gives for something that it says, the nearest to it in words; null without any. */
export function dateNear(sentence: ReadSentence, act: CueFound | undefined): DateFound | null {
  const at = sentence.words[act?.first ?? 0]?.start ?? sentence.start;
  const isOfReference = (date: DateFound) =>
    sentence.cues.some(({ kind, first, last }) => {
      return (
        kind === 'reference' &&
        act !== undefined &&
        last < act.first &&
        date.start < (sentence.words[first]?.start ?? 0)
      );
    });
  const dates = sentence.dates.filter((date) => !isOfStatement(date, sentence) && !isOfReference(date));
  const list = dates.length > 0 ? dates : sentence.dates;
  const rated = list.map((date) => ({ date, rate: Math.abs(date.start - at) + (date.precision === 'year' ? 40 : 0) }));
  return (
    rated.reduce<(typeof rated)[number] | null>(
      (best, one) => (best === null || one.rate < best.rate ? one : best),
      null,
    )?.date ?? null
  );
}

/** "police said on Tuesday": when it was said, at most a day after it happened. */
export function isOfStatement({ start }: DateFound, sentence: ReadSentence): boolean {
  const isOfLaterDeaths = sentence.tolls.some(({ isTotal }) => isTotal) && sentence.dates.length === 1;
  if (isOfLaterDeaths) return true;
  if (!has(sentence, 'speech')) return false;
  const index = sentence.words.findIndex((word) => word.start >= start);
  return sentence.cues.some(({ kind, last }) => kind === 'speech' && last < index && index - last <= 3);
}
