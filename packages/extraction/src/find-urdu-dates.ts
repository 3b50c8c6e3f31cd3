import { addMonths, type DatePrecision, type DayNumber, parseDay } from '@corridor/domain';
import { type DateFound, lastMonth, lastWeekday, spanOf } from './date-found.ts';
import { wordSet } from './lexicon/word-set.ts';
import { createPhraseIndex, type Found, findPhrases } from './phrase-index.ts';
import { foldWord, type Word } from './words.ts';

type UrduDate =
  | { readonly kind: 'weekday'; readonly number: number }
  | { readonly kind: 'month'; readonly number: number }
  | { readonly kind: 'ago'; readonly unit: DatePrecision; readonly count: number };

const WEEKDAYS = [
  'اتوار',
  'پیر|سوموار',
  'منگل',
  'بدھ',
  'جمعرات',
  'جمعہ|جمعے',
  'ہفتے کے روز|ہفتہ کے روز|ہفتے کی|ہفتہ کی|ہفتے کو|ہفتہ کو|ہفتے کے دن|سنیچر',
] as const;
const MONTHS = [
  ...['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون'],
  ...['جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'],
] as const;
/** "Kal" is tomorrow too; of what has happened it is yesterday. */
const AGO: readonly (readonly [string, DatePrecision, number])[] = [
  ['آج', 'day', 0],
  ['گزشتہ روز|گذشتہ روز|گزشتہ رات|گذشتہ رات|گزشتہ شب|گذشتہ شب|کل رات|کل شام', 'day', 1],
  ['دو روز قبل|دو دن قبل|دو دن پہلے', 'day', 2],
  ['تین روز قبل|تین دن قبل', 'day', 3],
  ['گزشتہ ہفتے|گذشتہ ہفتے|پچھلے ہفتے', 'week', 1],
  ['گزشتہ ماہ|گذشتہ ماہ|گزشتہ مہینے|پچھلے مہینے|پچھلے ماہ', 'month', 1],
  ['رواں سال', 'year', 0],
  ['گزشتہ سال|گذشتہ سال|پچھلے سال|گزشتہ برس|گذشتہ برس|پچھلے برس', 'year', 1],
];

const URDU_DATES = createPhraseIndex<UrduDate>([
  ...WEEKDAYS.flatMap((names, number) => phrases(names, { kind: 'weekday', number })),
  ...MONTHS.flatMap((names, index) => phrases(names, { kind: 'month', number: index + 1 })),
  ...AGO.flatMap(([names, unit, count]) => phrases(names, { kind: 'ago', unit, count })),
]);

function phrases(names: string, date: UrduDate): (readonly [string, UrduDate])[] {
  return names.split('|').map((name) => [name, date] as const);
}

/** The dates that Urdu words of a sentence say. */
export function findUrduDates(words: readonly Word[], published: DayNumber): DateFound[] {
  return joinNights(
    findPhrases(URDU_DATES, words.map(saturday)).flatMap((found) => {
      const date = found.values[0];
      if (date === undefined) return [];
      if (date.kind === 'month') return monthDate(found, date.number, words, published);
      const span =
        date.kind === 'weekday'
          ? spanOf(lastWeekday(date.number, published), 'day')
          : spanOf(ago(date.unit, date.count, published), date.unit);
      return [{ ...span, ...placeOf(words, found.first, found.last) }];
    }),
    words,
  );
}

const SATURDAY = foldWord('سنیچر');
const SATURDAY_OR_WEEK = wordSet('ہفتے ہفتہ');
const DAYS_BESIDE = wordSet('جمعہ جمعے اتوار');

/** The word for Saturday is that for a week: it is the day where "and" joins it to the day before or after it. */
function saturday(word: Word, at: number, words: readonly Word[]): Word {
  if (!SATURDAY_OR_WEEK.has(word.text)) return word;
  const isBefore = words[at + 1]?.text === AND && DAYS_BESIDE.has(words[at + 2]?.text ?? '');
  const isAfter = words[at - 1]?.text === AND && DAYS_BESIDE.has(words[at - 2]?.text ?? '');
  return isBefore || isAfter ? { ...word, text: SATURDAY } : word;
}

const AND = foldWord('اور');

/** "جمعرات اور جمعے کی درمیانی شب": the night between two days is of either. */
function joinNights(dates: readonly DateFound[], words: readonly Word[]): DateFound[] {
  const joined: DateFound[] = [];
  for (const date of dates) {
    const before = joined.at(-1);
    const next = words.findIndex(({ start }) => start >= date.end);
    const isNight = words.slice(next, next + 2).some(({ text }) => text === NIGHT_BETWEEN);
    if (before !== undefined && isNight && date.from === before.to + 1)
      joined[joined.length - 1] = { ...before, to: date.to, end: date.end };
    else joined.push(date);
  }
  return joined;
}

const NIGHT_BETWEEN = foldWord('درمیانی');

function ago(unit: DatePrecision, count: number, published: DayNumber): DayNumber {
  if (unit === 'day') return published - count;
  if (unit === 'week') return published - 7 * count;
  return addMonths(published, -count * (unit === 'month' ? 1 : 12));
}

/** "6 اکتوبر 2024", "اکتوبر 2024", "گزشتہ سال اکتوبر", "اکتوبر". */
function monthDate(
  { first, last }: Found<UrduDate>,
  month: number,
  words: readonly Word[],
  published: DayNumber,
): DateFound[] {
  const [before, after] = [words[first - 1]?.text ?? '', words[last + 1]?.text ?? ''];
  const dayOfMonth = /^([12]?\d|3[01])$/.test(before) ? before : null;
  const year = /^(19|20)\d\d$/.test(after) ? after : null;
  const isLastYear = isYearBefore(words, first - 1);
  const begin = year === null ? lastMonth(month, published) : parseDay(`${year}-${String(month).padStart(2, '0')}-01`);
  if (begin === null) return [];
  const moved = year === null && isLastYear && sameYear(begin, published) ? addMonths(begin, -12) : begin;
  const place = placeOf(words, dayOfMonth === null ? first : first - 1, year === null ? last : last + 1);
  if (dayOfMonth === null) return [{ ...spanOf(moved, 'month'), ...place }];
  const day = moved + Number(dayOfMonth) - 1;
  return [{ ...spanOf(year === null && day > published ? addMonths(day, -12) : day, 'day'), ...place }];
}

const LAST_YEAR = createPhraseIndex(
  AGO.filter(([, unit, count]) => unit === 'year' && count === 1).flatMap(([names]) =>
    phrases(names, { kind: 'ago', unit: 'year', count: 1 }),
  ),
);

function isYearBefore(words: readonly Word[], last: number): boolean {
  return findPhrases(LAST_YEAR, words.slice(Math.max(0, last - 1), last + 1)).length > 0;
}

function sameYear(day: DayNumber, other: DayNumber): boolean {
  return spanOf(day, 'year').from === spanOf(other, 'year').from;
}

function placeOf(words: readonly Word[], first: number, last: number): { start: number; end: number } {
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}
