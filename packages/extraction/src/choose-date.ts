import { type CueFound, has } from './cue-found.ts';
import type { DateFound } from './date-found.ts';
import type { ReadSentence } from './read-sentence.ts';

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
  const own = sentence.dates.filter((date) => act === undefined || !isBetweenSigns(date, act, sentence.words));
  const dates = own.filter(
    (date) =>
      !isOfStatement(date, sentence) &&
      !isOfReference(date) &&
      !isOfClause(date, act, sentence) &&
      !isOfMain(date, act, sentence) &&
      !(isWeek(date) && sentence.dates.some(({ precision }) => precision === 'day')),
  );
  const later = has(sentence, 'court') ? dates.filter(({ start }) => start > at) : [];
  const list = later.length > 0 ? later : dates.length > 0 ? dates : own;
  const rated = list.map((date) => ({ date, rate: Math.abs(date.start - at) + (date.precision === 'year' ? 40 : 0) }));
  return (
    rated.reduce<(typeof rated)[number] | null>(
      (best, one) => (best === null || one.rate < best.rate ? one : best),
      null,
    )?.date ?? null
  );
}

/** "last week" is told beside a day for something else. */
function isWeek({ from, to }: DateFound): boolean {
  return to - from === 6;
}

/** "on Tuesday for the pupils who were killed in the attack in December": the act is of the clause, and so is its date. */
function isOfMain(date: DateFound, act: CueFound | undefined, { dates, words }: ReadSentence): boolean {
  if (act === undefined) return false;
  const begin = words[act.first]?.start ?? 0;
  const isBeforeClause = words
    .slice(0, act.first)
    .some(({ start, text }) => start >= date.end && /^(who|which)$/.test(text));
  return isBeforeClause && dates.some(({ start }) => start > begin);
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

/** "the group, which broke a truce in 2022, said that it had planted the bomb": of a clause before the act. */
function isBetweenSigns({ end, start }: DateFound, act: CueFound, words: ReadSentence['words']): boolean {
  const before = words.slice(0, act.first + 1);
  const opening = before.findLast((word) => word.start < start && word.isAfterSign);
  return /^(who|which)$/.test(opening?.text ?? '') && before.some((word) => word.start >= end && word.isAfterSign);
}

/** "Beijing on Tuesday called for an investigation": behind a date that is of what was said. */
const STATED =
  /^(said|says|told|called|urged|condemned|strongly|expressed|vowed|demanded|announced|claimed|rejected|denied|ordered|warned|confirmed|accused|blamed|offered|visited|stated|dismissed)$/;

function isInDate(at: number, start: number, { dates }: ReadSentence): boolean {
  const date = dates.find((one) => one.start === start);
  return date !== undefined && at < date.end;
}

/** "the toll of Sunday's bombing rose to nine": of the act between it and the total, where nobody is said to have died since. */
function isOfActBefore(start: number, total: number, { acts, tolls, words }: ReadSentence): boolean {
  if (tolls.some(({ isTotal, kind }) => kind === 'killed' && !isTotal)) return false;
  return acts.some(({ first, last }) => (words[first]?.start ?? 0) > start && last < total);
}

/** "police said on Tuesday": when it was said, at most a day after it happened. */
export function isOfStatement({ start }: DateFound, sentence: ReadSentence): boolean {
  const total = sentence.tolls.find(({ isTotal }) => isTotal);
  if (total !== undefined && sentence.dates.length === 1) return !isOfActBefore(start, total.last, sentence);
  const next = sentence.words.find((word) => word.start > start && !isInDate(word.start, start, sentence));
  if (STATED.test(next?.text ?? '')) return true;
  if (!has(sentence, 'speech')) return false;
  const index = sentence.words.findIndex((word) => word.start >= start);
  // Urdu has the day of a statement before "said": "in the words of the police, on Monday" is of what happened.
  const isEnglish = /^[a-z]/.test(sentence.words[index - 1]?.text ?? '');
  return isEnglish && sentence.cues.some(({ kind, last }) => kind === 'speech' && last < index && index - last <= 3);
}
