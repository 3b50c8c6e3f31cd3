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
  const dates = sentence.dates.filter(
    (date) => !isOfStatement(date, sentence) && !isOfReference(date) && !isOfClause(date, act, sentence),
  );
  const list = dates.length > 0 ? dates : sentence.dates;
  const rated = list.map((date) => ({ date, rate: Math.abs(date.start - at) + (date.precision === 'year' ? 40 : 0) }));
  return (
    rated.reduce<(typeof rated)[number] | null>(
      (best, one) => (best === null || one.rate < best.rate ? one : best),
      null,
    )?.date ?? null
  );
}

/**
 * "the body of a labourer, who was abducted three weeks ago, was found on Wednesday", "a cook who had been kidnapped on
 * Monday was found dead": the first is of the clause between.
 */
function isOfClause({ end, start }: DateFound, act: CueFound | undefined, { words }: ReadSentence): boolean {
  if (act === undefined) return false;
  const isBeforeAct = words.slice(0, act.first).some((word) => word.start >= end && /^(was|were)$/.test(word.text));
  if (isBeforeAct && words.some((word) => word.start < start && word.text === 'who')) return true;
  const next = words.find((word) => word.start >= end);
  if (next?.isAfterSign !== true) return false;
  const opening = words.slice(act.last + 1).findLast((word) => word.start < start && word.isAfterSign);
  return /^(who|which)$/.test(opening?.text ?? '');
}

/** "police said on Tuesday": when it was said, at most a day after it happened. */
export function isOfStatement({ start }: DateFound, sentence: ReadSentence): boolean {
  const isOfLaterDeaths = sentence.tolls.some(({ isTotal }) => isTotal) && sentence.dates.length === 1;
  if (isOfLaterDeaths) return true;
  if (!has(sentence, 'speech')) return false;
  const index = sentence.words.findIndex((word) => word.start >= start);
  return sentence.cues.some(({ kind, last }) => kind === 'speech' && last < index && index - last <= 3);
}
