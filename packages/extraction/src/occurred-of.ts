import { type DayNumber, dayOf, type Incident, isoOf } from '@corridor/domain';
import { dateNear, isOfStatement } from './choose-date.ts';
import type { TypeFound } from './choose-type.ts';
import type { DateFound } from './date-found.ts';
import type { Candidate, Evidence } from './extraction.ts';
import { killedBefore, killedBetween } from './find-bodies.ts';
import type { ReadSentence } from './read-sentence.ts';
import { spanOfFight } from './span-of-fight.ts';

/** What the date of an event is told by. */
interface ToDate {
  readonly sentences: readonly ReadSentence[];
  readonly type: TypeFound;
  /** The date of the text's first news. */
  readonly newsDate: DateFound | null;
  readonly published: DayNumber;
}

/**
 * An event without a date of its own is of the day of the text's first news, else of the day of publication or just before:
 * the draft says the day and leaves it open.
 */
export function occurredOf(
  { newsDate, published, sentences, type }: ToDate,
  evidence: Evidence[],
  unsure: Candidate[],
): Incident['occurred'] {
  const own = datedDeath(sentences, dateOfEvent(sentences, type), newsDate, published);
  const day = own?.date ?? newsDate;
  const date = day && spanOfFight(day, sentences);
  const span = date ?? { from: published, to: published, precision: 'day' as const };
  const occurred = { start: isoOf(span.from), end: isoOf(span.to), precision: span.precision };
  const proof = date && { field: 'occurred', start: date.start, end: date.end };
  if (proof !== null) evidence.push(proof);
  if (own === null || isOfStatement(own.date, own.sentence)) {
    const before = isoOf(span.from - 1);
    const dayBefore = { start: before, end: before, precision: 'day' };
    unsure.push({
      field: 'occurred',
      values: [
        { value: occurred, evidence: proof },
        { value: dayBefore, evidence: null },
      ],
    });
  }
  addDaysOfDeath(occurred, sentences, evidence, unsure);
  return occurred;
}

/** Of people who were found dead it may be that they were killed before that day, since they were last seen. */
function addDaysOfDeath(
  occurred: Incident['occurred'],
  sentences: readonly ReadSentence[],
  evidence: readonly Evidence[],
  unsure: Candidate[],
): void {
  const days = killedBetween(sentences, dayOf(occurred.end));
  if (days === null || unsure.some(({ field }) => field === 'occurred')) return;
  const { end, from, precision, start, to } = days;
  const value = { start: isoOf(from), end: isoOf(to), precision };
  unsure.push({
    field: 'occurred',
    values: [
      { value: occurred, evidence: evidence.find(({ field }) => field === 'occurred') ?? null },
      { value, evidence: { field: 'occurred', start, end } },
    ],
  });
}

interface DatedSentence {
  readonly date: DateFound;
  readonly sentence: ReadSentence;
}

/** Of people who were found dead the day of their death, where the text says how long ago it was; else the date as it is. */
function datedDeath(
  sentences: readonly ReadSentence[],
  dated: DatedSentence | null,
  newsDate: DateFound | null,
  published: DayNumber,
): DatedSentence | null {
  const [sentence] = sentences;
  const date = killedBefore(sentences, (dated?.date ?? newsDate)?.to ?? published);
  return date === null || sentence === undefined ? dated : { date, sentence: dated?.sentence ?? sentence };
}

/** The date beside the act; else the first that another sentence of the event gives, days before months. */
function dateOfEvent(sentences: readonly ReadSentence[], { cue, sentence }: TypeFound): DatedSentence | null {
  const [first] = sentences;
  const order = [...new Set([first ?? sentence, sentence, ...sentences])];
  const dated = order.flatMap((one) => {
    const date = dateNear(one, one === sentence ? cue : one.acts[0]);
    return date === null ? [] : [{ date, sentence: one }];
  });
  return dated.find(({ date, sentence: one }) => !isOfStatement(date, one)) ?? dated[0] ?? null;
}
