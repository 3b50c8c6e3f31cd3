import { type DatePrecision, dayOf, isoOf, nextUnit, startOfUnit } from '@corridor/domain';
import { existingDate, readWrittenDate } from '../written-date.ts';
import type { Mapping } from './mapping.ts';

/** A date as a table gives it: a first day, and how much of it is known. */
export interface TableDate {
  readonly start: string;
  readonly precision: DatePrecision;
}

/**
 * Reads `2024-10-07` (with or without a time), `2024-10`, `2024`, `7 October 2024`, `07/10/2024`; null for anything else. With
 * no order known, figures are a date only where they can be read in one way.
 */
export function readDate(text: string, order: Mapping['dateOrder']): TableDate | null {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?)?)?$/.exec(text);
  if (iso) {
    const [, year = '', month, day] = iso;
    const start = existingDate(year, month ?? '1', day ?? '1');
    return start === null ? null : { start, precision: day ? 'day' : month ? 'month' : 'year' };
  }
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/.exec(text) ?? [];
  if (year === '') return ofDay(readWrittenDate(text));
  const dayFirst = existingDate(year, second, first);
  const monthFirst = existingDate(year, first, second);
  if (order !== null) return ofDay(order === 'day-month-year' ? dayFirst : monthFirst);
  return dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst ? null : ofDay(dayFirst ?? monthFirst);
}

function ofDay(start: string | null): TableDate | null {
  return start === null ? null : { start, precision: 'day' };
}

/** The days from the first of the unit that holds `start` to the last of the one that holds `end`. */
export function spanOf(start: string, end: string, precision: DatePrecision) {
  return {
    start: isoOf(startOfUnit(dayOf(start), precision)),
    end: isoOf(nextUnit(dayOf(end), precision) - 1),
    precision,
  };
}
