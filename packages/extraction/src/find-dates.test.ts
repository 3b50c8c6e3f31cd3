import { dayOf, isoOf } from '@corridor/domain';
import { expect, test } from 'vitest';
import { findDates } from './find-dates.ts';
import { wordsIn } from './words.ts';

/** The dates in a sentence of an article of Monday, 26 May 2025. */
function dates(text: string): string[] {
  const sentence = { start: 0, end: text.length, paragraph: 0, words: wordsIn(text, 0, text.length) };
  return findDates(text, sentence, dayOf('2025-05-26')).map(({ from, precision, to }) =>
    from === to ? isoOf(from) : `${isoOf(from)} to ${isoOf(to)} (${precision})`,
  );
}

test.each([
  ['It happened on Monday.', ['2025-05-26']],
  ['It happened on Tuesday.', ['2025-05-20']],
  ['It happened yesterday.', ['2025-05-25']],
  ['It happened last October.', ['2024-10-01 to 2024-10-31 (month)']],
  ['It happened in October last year.', ['2024-10-01 to 2024-10-31 (month)']],
  ['It happened in March last year.', ['2024-03-01 to 2024-03-31 (month)']],
  ['It happened on 6 October.', ['2024-10-06']],
  ['It happened on October 6, 2024.', ['2024-10-06']],
  ['It happened on October 6.', ['2024-10-06']],
  ['It happened on Jan. 14.', ['2025-01-14']],
  ['It happened on February 30.', []],
  ['It happened on 06/10/2024.', ['2024-10-06']],
  ['It happened in 2021.', ['2021-01-01 to 2021-12-31 (year)']],
  ['It happened last year.', ['2024-01-01 to 2024-12-31 (year)']],
  ['It happened two days ago.', ['2025-05-24']],
  ['In the night between Saturday and Sunday.', ['2025-05-24 to 2025-05-25 (day)']],
  ['Police said on Friday that it happened a day earlier.', ['2025-05-23', '2025-05-22']],
  ['On night 13/14 December troops went out.', ['2024-12-13 to 2024-12-14 (day)']],
  ['Trains stood for over six hours after it.', []],
  ['یہ واقعہ ہفتے اور اتوار کی درمیانی شب پیش آیا۔', ['2025-05-24 to 2025-05-25 (day)']],
  ['یہ واقعہ ہفتے کو پیش آیا۔', ['2025-05-24']],
  ['It will happen next Monday.', []],
  ['It will happen tomorrow.', []],
  ['It may march on.', []],
  ['یہ واقعہ پیر کے روز پیش آیا۔', ['2025-05-26']],
  ['یہ واقعہ ۶ اکتوبر ۲۰۲۴ کو پیش آیا۔', ['2024-10-06']],
  ['یہ واقعہ گزشتہ سال اکتوبر میں پیش آیا۔', ['2024-10-01 to 2024-10-31 (month)']],
  ['یہ واقعہ گزشتہ روز پیش آیا۔', ['2025-05-25']],
])('reads %s', (text, expected) => {
  expect(dates(text)).toEqual(expected);
});
