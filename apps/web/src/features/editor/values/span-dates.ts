import { type DatePrecision, dayOf, isoOf, nextUnit, parseDay, startOfUnit } from '@corridor/domain';
import type { FormValues } from './form-values.ts';

type Occurred = FormValues['occurred'];

/** The dates of a form so that they span what their precision says is known: a month from its first to its last day. */
export function spanDates(occurred: Occurred): Occurred {
  const { precision, start } = occurred;
  if (!isWide(precision) || parseDay(start) === null) return occurred;
  const first = startOfUnit(dayOf(start), precision);
  return { precision, start: isoOf(first), end: isoOf(nextUnit(first, precision) - 1) };
}

/** Whether a precision is of more than a day. */
export function isWide(precision: string): precision is Exclude<DatePrecision, 'day'> {
  return precision === 'week' || precision === 'month' || precision === 'year';
}
