import { parseDay } from '@corridor/domain';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The ISO date of `07 October 2024`, `7 Oct 2024` or `07-Oct-2024`; null for anything else, also 31 February 2024. */
export function readWrittenDate(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number === 0 || !FULL.startsWith(month.toLowerCase(), FULL.indexOf(month.slice(0, 3).toLowerCase()))
    ? null
    : existingDate(year, String(number), day);
}

/** All months after one another, to see whether a longer name than three letters is one. */
const FULL = 'january february march april may june july august september october november december';

/** The ISO date of a year, month and day; null where there is no such day. */
export function existingDate(year: string, month: string, day: string): string | null {
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(iso) === null ? null : iso;
}
