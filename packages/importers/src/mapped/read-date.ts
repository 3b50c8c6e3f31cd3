import { type DatePrecision, dayOf, isoOf, nextUnit, startOfUnit } from '@corridor/domain';
import { existingDate, readWrittenDate } from '../written-date.ts';
import type { Mapping } from './mapping.ts';

/** A date as a table gives it: a first day, and how much of it is known. */
export interface TableDate {
  readonly start: string;
  readonly precision: DatePrecision;
}

/**
 * Reads `2024-10-07`, `07/10/2024` and `7 October 2024` (each with or without a time), `October 7, 2024`, `2024-10`,
 * `October 2024` and `2024`; null for anything else. With no order known, figures are a date only where they can be read in
 * one way. A year of two figures is one from 1969 to 2068, and in figures a date only where the order is known.
 */
export function readDate(text: string, order: Mapping['dateOrder']): TableDate | null {
  return readYearFirst(text) ?? readYearLast(text, order) ?? readWords(text);
}

function readYearFirst(text: string): TableDate | null {
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?)?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  return dated(existingDate(year, month ?? '1', day ?? '1'), day ? 'day' : month ? 'month' : 'year');
}

function readYearLast(text: string, order: Mapping['dateOrder']): TableDate | null {
  const [, first = '', second = '', written = ''] =
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ].*)?$/.exec(text) ?? [];
  if (written === '' || (written.length === 2 && order === null)) return null;
  const year = fullYear(written);
  const dayFirst = existingDate(year, second, first);
  const monthFirst = existingDate(year, first, second);
  if (order !== null) return dated(order === 'day-month-year' ? dayFirst : monthFirst, 'day');
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return null;
  return dated(dayFirst ?? monthFirst, 'day');
}

function readWords(text: string): TableDate | null {
  const { day, month, year } = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text) ?? MONTH.exec(text))?.groups ?? {};
  if (month === undefined || year === undefined) return null;
  return dated(readWrittenDate(`${day ?? '1'} ${month} ${fullYear(year)}`), day === undefined ? 'month' : 'day');
}

const DAY_FIRST =
  /^(?:[A-Za-z]{3,6}day,? )?(?<day>\d{1,2})(?:st|nd|rd|th)?[ -](?<month>[A-Za-z]{3,9}\.?),?[ -](?<year>\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$/;
const MONTH_FIRST =
  /^(?:[A-Za-z]{3,6}day,? )?(?<month>[A-Za-z]{3,9}\.?) (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?: \d{1,2}:\d{2}.*)?$/;
const MONTH = /^(?<month>[A-Za-z]{3,9}\.?)[ -](?<year>\d{4})$/;

/** As POSIX reads two figures. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${year < '69' ? '20' : '19'}${year}`;
}

function dated(start: string | null, precision: DatePrecision): TableDate | null {
  return start === null ? null : { start, precision };
}

/** The days from the first of the unit that holds `start` to the last of the one that holds `end`. */
export function spanOf(start: string, end: string, precision: DatePrecision) {
  return {
    start: isoOf(startOfUnit(dayOf(start), precision)),
    end: isoOf(nextUnit(dayOf(end), precision) - 1),
    precision,
  };
}
