import { addMonths, type DatePrecision, type DayNumber } from '@corridor/domain';
import { type CueFound, has } from './cue-found.ts';
import { type DateFound, spanOf } from './date-found.ts';
import { findNumbers } from './find-numbers.ts';
import { FOUND, WOUNDS } from './lexicon/body-words.ts';
import { findPhrases } from './phrase-index.ts';
import type { ReadSentence } from './read-sentence.ts';
import type { Word } from './words.ts';

/** A body and the words for how it came to be one stand so many sentences apart at most. */
const REACH = 2;

/**
 * Bodies that were found with marks of violence, or of people who had been abducted, are an act, of the day on which they were
 * found; those of the drowned are none. How long ago the dead were killed is no date of another event: `killedBefore` says it. O(sentences).
 */
export function withBodies(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  const read = [...sentences];
  for (const [at, sentence] of sentences.entries()) {
    const near = sentences.slice(at, at + 1 + REACH);
    const [cue] = sentence.cues.filter(({ kind }) => kind === 'body');
    if (cue === undefined || !isFound(sentence) || !near.some((one) => isOfWounds(one) || isOfAbducted(one))) continue;
    for (const { index } of near) {
      const one = read[index];
      if (one !== undefined)
        read[index] = index > sentence.index ? withoutAbduction(withoutAges(one)) : withoutAges(one);
    }
    read[at] = asKilling(read[at] ?? sentence, cue);
  }
  return read;
}

function isOfWounds({ words }: ReadSentence): boolean {
  return findPhrases(WOUNDS, words).length > 0;
}

/** "He had been abducted last week", behind the body; who is found the day after was abducted and killed at once. */
function isOfAbducted({ cues, dates, words }: ReadSentence): boolean {
  const abduction = cues.find(({ first, kind }) => kind === 'abduction' && TAKEN.test(words[first]?.text ?? ''));
  const when = abduction && dateBehind(abduction, { dates, words });
  return abduction !== undefined && !(when?.precision === 'day' && dates.some(({ from }) => from === when.to + 1));
}

const TAKEN = /^(abducted|kidnapped|whisked)$/;

function dateBehind(
  { last }: CueFound,
  { dates, words }: Pick<ReadSentence, 'dates' | 'words'>,
): DateFound | undefined {
  const rest = words.slice(last + 1, last + 1 + WHEN_REACH);
  const found = rest.findIndex(({ text }) => FOUND.test(text));
  const clause = found < 0 ? rest : rest.slice(0, found);
  return dates.find(({ start }) => clause.some((word) => word.start === start || word.end === start));
}

/** "abducted from the bazaar of Panjgur a week ago" */
const WHEN_REACH = 7;

/** That and when he was abducted is of what was before his death. */
function withoutAbduction(sentence: ReadSentence): ReadSentence {
  if (!isOfAbducted(sentence) || sentence.tolls.some(({ kind }) => kind !== 'abducted')) return sentence;
  const acts = sentence.acts.filter(({ kind }) => kind !== 'abduction');
  return { ...sentence, acts, tolls: [], dates: [] };
}

/** That they had been abducted before is no news where it is said how they were killed, or that their bodies were found. */
function asKilling(sentence: ReadSentence, body: CueFound): ReadSentence {
  const acts = sentence.acts.filter(({ kind }) => kind !== 'abduction');
  if (acts.length === sentence.acts.length) return acts.length > 0 ? sentence : { ...sentence, acts: [body] };
  if (!isOfWounds(sentence) && !isOfAbducted(sentence)) return sentence;
  const tolls = sentence.tolls.filter(({ kind }) => kind !== 'abducted');
  const abduction = sentence.cues.find(({ kind }) => kind === 'abduction');
  const when = abduction && dateBehind(abduction, sentence);
  const dates = sentence.dates.filter((date) => date !== when);
  return { ...sentence, tolls, dates, acts: acts.length > 0 ? acts : [body] };
}

/** Whether a sentence is news of bodies that were found: how many, and that they were. */
function isFound({ tolls, words }: ReadSentence): boolean {
  return tolls.some(({ kind }) => kind === 'killed') && words.some(({ text }) => FOUND.test(text));
}

function withoutAges(sentence: ReadSentence): ReadSentence {
  const ages = agesIn(sentence.words);
  const dates = sentence.dates.filter(({ end, start }) => !ages.some((age) => start < age.end && age.start < end));
  return { ...sentence, dates };
}

/** When those were killed whose bodies an event is about, where it says how long before they were found; else null. */
export function killedBefore(sentences: readonly ReadSentence[], found: DayNumber): DateFound | null {
  const [age] = aboutBodies(sentences).flatMap(({ words }) => agesIn(words));
  if (age === undefined) return null;
  const { end, least, most, start, unit } = age;
  if (unit === 'day') {
    return { from: found - most, to: found - least, precision: precisionOf(most - least), start, end };
  }
  const [first, last] = [before(found, most, unit), before(found, least, unit)].map((day) => spanOf(day, unit));
  return first && last ? { from: first.from, to: last.to, precision: unit, start, end } : null;
}

/**
 * The days on which those may have been killed whose bodies an event is about: from the last day before they were found that
 * is told of them ("left home on Wednesday and did not return"); null where none is.
 */
export function killedBetween(sentences: readonly ReadSentence[], found: DayNumber): DateFound | null {
  const earlier = aboutBodies(sentences)
    .flatMap(({ dates }) => dates)
    .filter(({ from, precision }) => precision === 'day' && from < found);
  const seen = earlier.reduce<DateFound | null>((last, date) => (last && last.from >= date.from ? last : date), null);
  return seen && { ...seen, to: found, precision: precisionOf(found - seen.from) };
}

/** A day and the one before it are a night; more of them are known no better than by their week. */
function precisionOf(days: number): DatePrecision {
  return days > 1 ? 'week' : 'day';
}

/** The sentences of an event that tell of bodies that were found, and those just behind that are of nobody else. */
function aboutBodies(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  const at = sentences.findIndex((sentence) => has(sentence, 'body') && isFound(sentence));
  if (at < 0) return [];
  const near = sentences.slice(at, at + 1 + REACH);
  return near.filter((sentence, index) => index === 0 || !has(sentence, 'recall', 'separate', 'several'));
}

function before(day: DayNumber, count: number, unit: DatePrecision): DayNumber {
  return unit === 'week' ? day - 7 * count : addMonths(day, -count);
}

interface Age {
  readonly least: number;
  readonly most: number;
  readonly unit: 'day' | 'week' | 'month';
  /** Where it stands in the text (UTF-16). */
  readonly start: number;
  readonly end: number;
}

const DEATH = /^(killed|murdered|slain|shot|died|dead|executed|strangled|قتل|ہلاک)$/;
const UNIT = /^(day|week|month)s?$/;
const BACK = /^(ago|earlier|before|back|old|previously)$/;
/** How many words after the death may say when it was: "killed, doctors believed, two or three days earlier". */
const AGE_REACH = 7;

/** Days, weeks or months; more than that is a slip of the pen. */
const MOST = 90;

/** "killed two or three days earlier", "dead for about a week". */
function agesIn(words: readonly Word[]): Age[] {
  return words.flatMap(({ end, text }, at) => {
    const unit = UNIT.exec(text)?.[1];
    const next = words[at + 1]?.text ?? '';
    const phrase = words.slice(Math.max(0, at - AGE_REACH), at);
    const death = phrase.findLastIndex((word) => DEATH.test(word.text));
    const counted = phrase.slice(death + 1);
    if (unit === undefined || death < 0 || !(BACK.test(next) || counted[0]?.text === 'for')) return [];
    const number = findNumbers(counted).at(-1);
    const isOne = /^(a|one)$/.test(counted.at(-1)?.text ?? '');
    const { high, low } = number?.range ?? { low: 1, high: 1 };
    if ((number === undefined && !isOne) || high > MOST) return [];
    const start = counted[number?.first ?? counted.length - 1]?.start ?? end;
    return [
      {
        least: low,
        most: high,
        unit: unit as Age['unit'],
        start,
        end: BACK.test(next) ? (words[at + 1]?.end ?? end) : end,
      },
    ];
  });
}
