import { addMonths, type DatePrecision, type DayNumber, isoOf, parseDay } from '@corridor/domain';
import { GB, type ParsedResult } from 'chrono-node/en';
import { type DateFound, lastMonth, lastWeekday, spanOf } from './date-found.ts';
import { findUrduDates } from './find-urdu-dates.ts';
import type { Sentence } from './split-text.ts';

/** Only sentences with one of these are given to chrono, which costs as much as all other rules together. */
const DATE_WORDS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri today yesterday tonight overnight ago last'.split(
    ' ',
  ),
);
/** "for six hours after" is no date. */
const HOURS = /\b(hours?|minutes?|hrs?)\b/i;
const FUTURE = /\b(next|tomorrow|coming|from now|later|within|upcoming|end of)\b/i;

/**
 * The dates of a sentence as they were meant on the day of publication, in order. "On Monday" and "in October" are the last
 * ones; what is yet to come is no date of an incident and is left out.
 */
export function findDates(text: string, sentence: Sentence, published: DayNumber): DateFound[] {
  const found = [
    ...englishDates(text, sentence, published),
    ...findUrduDates(sentence.words, published),
    ...bareYears(sentence, published),
  ];
  const inOrder = found
    .filter((date) => date.from <= published && !isWider(date, found))
    .sort((one, other) => one.start - other.start);
  return inOrder.filter((date, index) => date.start >= Math.max(0, ...inOrder.slice(0, index).map(({ end }) => end)));
}

/** "October last year" is the month: the year is said of it. */
function isWider({ from, precision, to }: DateFound, found: readonly DateFound[]): boolean {
  return precision === 'year' && found.some((date) => date.precision !== 'year' && from <= date.from && date.to <= to);
}

function englishDates(text: string, { end, start, words }: Sentence, published: DayNumber): DateFound[] {
  if (!words.some((word) => DATE_WORDS.has(word.text) || /^(19|20)\d\d$/.test(word.text))) return [];
  const stretch = text.slice(start, end);
  // Noon in a zone of its own: a date has no hours here.
  const reference = { instant: new Date(published * 86_400_000 + 43_200_000), timezone: 0 };
  const results = GB.parse(stretch, reference);
  const dates = results.flatMap((result, index): DateFound[] => {
    const date = meant(result, results[index + 1], stretch, published);
    if (date === null) return [];
    const count = COUNT_BEFORE_DAY.exec(result.text)?.[0].length ?? 0;
    return [{ ...date, start: start + result.index + count, end: start + result.index + result.text.length }];
  });
  const earlier = [
    ...dayEarlier(stretch, start, dates),
    ...(/\d/.test(stretch) ? nightsBetween(stretch, start, published) : []),
    ...(words.some(({ text: word }) => word === 'overnight') ? overnight(stretch, start, dates, published) : []),
  ];
  const others = dates.filter((date) => !earlier.some((one) => one.start < date.end && date.start < one.end));
  return [...joinBetween(others, text), ...earlier];
}

/** Of "rose to 21 on Sunday" the number is no part of the date. */
const COUNT_BEFORE_DAY = /^\d{1,4} (?=on )/;

const DAY_EARLIER =
  /\b(?:(?:a|one) day (?:earlier|before)|the (?:previous (?:day|night|evening)|(?:day|night|evening) before))\b/gi;

/** "police said on Friday that gunmen had fired at a bus a day earlier": the day before the one named last. */
function dayEarlier(stretch: string, begin: number, dates: readonly DateFound[]): DateFound[] {
  return [...stretch.matchAll(DAY_EARLIER)].flatMap(({ 0: phrase, index }): DateFound[] => {
    const start = begin + index;
    const named = dates.findLast((date) => date.precision === 'day' && date.end <= start);
    return named ? [{ ...spanOf(named.from - 1, 'day'), start, end: start + phrase.length }] : [];
  });
}

/** "said on Thursday that troops had raided a house overnight": the night before the day that is named, or that of the news. */
function overnight(stretch: string, begin: number, dates: readonly DateFound[], published: DayNumber): DateFound[] {
  return [...stretch.matchAll(OVERNIGHT)].map(({ 0: phrase, index }) => {
    const start = begin + index;
    const named = dates.find((date) => date.precision === 'day' && date.start !== start);
    const to = named?.to ?? published;
    return { ...spanOf(to, 'day'), from: to - 1, start, end: start + phrase.length };
  });
}

/** Who died overnight was hurt before. */
const OVERNIGHT = /(?<!\b(?:died|succumbed|revised)\b[^.,]{0,30})\bovernight\b(?! (?:between|on|from|into))/gi;

const NIGHT = /\b(\d{1,2}) ?(?:[/–-]|and|&) ?(\d{1,2}) ?(?:of )?(\p{L}{3,9})\b/gu;
const NIGHT_OF_MONTH = /\b(\p{L}{3,9}) (\d{1,2}) ?(?:[/–-]|and|&) ?(\d{1,2})\b/gu;

/** "on night 13/14 December", "between December 3 and 4": a night between two days. */
function nightsBetween(stretch: string, begin: number, published: DayNumber): DateFound[] {
  const found = [
    ...[...stretch.matchAll(NIGHT)].map(({ 0: phrase, 1: first, 2: second, 3: name, index }) => {
      return { phrase, first, second, name, index };
    }),
    ...[...stretch.matchAll(NIGHT_OF_MONTH)].map(({ 0: phrase, 1: name, 2: first, 3: second, index }) => {
      return { phrase, first, second, name, index };
    }),
  ];
  return found.flatMap(({ first, index, name, phrase, second }): DateFound[] => {
    const month = MONTHS.findIndex((one) => one.startsWith((name ?? '').toLowerCase())) + 1;
    const until = month > 0 && Number(second) === Number(first) + 1 ? dayMeant(Number(second), month, published) : null;
    const start = begin + index;
    return until ? [{ ...until, from: until.to - 1, start, end: start + phrase.length }] : [];
  });
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** "in the night between Tuesday and Wednesday": either. "on Sunday and Monday": both. */
function joinBetween(dates: readonly DateFound[], text: string): DateFound[] {
  const joined: DateFound[] = [];
  for (const date of dates) {
    const before = joined.at(-1);
    const link = before === undefined ? '' : text.slice(before.end, date.start);
    const isBetween = link === ' and ' && text.slice(0, before?.start).endsWith('between ');
    const isNextDay = /^ and (?:on )?$/.test(link) && before?.precision === 'day' && date.from === before.to + 1;
    if (before !== undefined && before.from <= date.to && (isBetween || isNextDay))
      joined[joined.length - 1] = { ...before, to: date.to, end: date.end };
    else joined.push(date);
  }
  return joined;
}

type Span = Pick<DateFound, 'from' | 'to' | 'precision'>;

function meant(
  result: ParsedResult,
  next: ParsedResult | undefined,
  stretch: string,
  published: DayNumber,
): Span | null {
  const before = stretch.slice(Math.max(0, result.index - 10), result.index);
  const words = `${before.slice(before.lastIndexOf(' ', before.length - 2) + 1)}${result.text}`;
  if (HOURS.test(result.text) || FUTURE.test(words) || /^(may|march|mar|sat|sun|second)$/.test(result.text))
    return null;
  const { start: parsed } = result;
  const day = parseDay(dateText(parsed));
  if (day === null) return null;
  const relative = /\b(week|month|year)s?\b/i.exec(result.text)?.[1]?.toLowerCase();
  if (relative !== undefined && !parsed.isCertain('weekday')) return spanOf(Math.min(day, published), unitOf(relative));
  if (parsed.isCertain('weekday') && !parsed.isCertain('day'))
    return spanOf(lastWeekday(parsed.get('weekday') ?? 0, published), 'day');
  if (!parsed.isCertain('month')) return null;
  const month = parsed.get('month') ?? 1;
  const dayAfter = DAY_AFTER_MONTH.exec(result.text)?.[1];
  if (dayAfter !== undefined) return dayMeant(Number(dayAfter), month, published);
  if (!parsed.isCertain('day')) return monthMeant(result, next, stretch, month, published);
  const isYearSaid = parsed.isCertain('year');
  const last = !isYearSaid && day > published ? addMonths(day, -12) : day;
  const until = result.end ? parseDay(dateText(result.end)) : null;
  const span = spanOf(last, 'day');
  return until !== null && until > last && until - last < 60 ? { ...span, to: until } : span;
}

/** Chrono takes "January 14" for a month of 2014. */
const DAY_AFTER_MONTH = /^\p{L}+\.? (\d{1,2})$/u;

function dayMeant(day: number, month: number, published: DayNumber): Span | null {
  const [year] = isoOf(published).split('-');
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const found = parseDay(text);
  return found === null ? null : spanOf(found > published ? addMonths(found, -12) : found, 'day');
}

function monthMeant(
  { index, start: parsed, text }: ParsedResult,
  next: ParsedResult | undefined,
  stretch: string,
  month: number,
  published: DayNumber,
): Span {
  const gap = next === undefined ? '' : stretch.slice(index + text.length, next.index);
  const isLastYear = next !== undefined && /^ (of )?$/.test(gap) && /^last year$/i.test(next.text);
  const [year, last] = [parsed.get('year'), lastMonth(month, published)];
  const stated = parseDay(`${year}-${String(month).padStart(2, '0')}-01`);
  if (parsed.isCertain('year') && stated !== null) return spanOf(stated, 'month');
  const isYearBefore = isLastYear && isoOf(last).slice(0, 4) === isoOf(published).slice(0, 4);
  return spanOf(isYearBefore ? addMonths(last, -12) : last, 'month');
}

function unitOf(word: string): DatePrecision {
  return word === 'week' ? 'week' : word === 'month' ? 'month' : 'year';
}

function dateText(parsed: ParsedResult['start']): string {
  const part = (name: 'year' | 'month' | 'day', length: number) => String(parsed.get(name) ?? '').padStart(length, '0');
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
}

/** "in 2021": chrono knows no year alone. */
function bareYears({ words }: Sentence, published: DayNumber): DateFound[] {
  return words.flatMap((word, index) => {
    const [before, day] = [words[index - 1]?.text ?? '', parseDay(`${word.text}-01-01`)];
    // "the 2023 mosque bombing"
    const isOld = before === 'the' && day !== null && spanOf(day, 'year').to < published;
    if (
      day === null ||
      day > published ||
      !/^(19|20)\d\d$/.test(word.text) ||
      !(isOld || /^(in|since|of|during|early|late|سال|سنہ)$/.test(before))
    )
      return [];
    return [{ ...spanOf(day, 'year'), start: word.start, end: word.end }];
  });
}
