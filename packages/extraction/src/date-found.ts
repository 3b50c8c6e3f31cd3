import { addMonths, type DatePrecision, type DayNumber, dayOf, isoOf, nextUnit, startOfUnit } from '@corridor/domain';

/** A date in a text: the days that it may be, and where it stands (UTF-16). */
export interface DateFound {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly precision: DatePrecision;
  readonly start: number;
  readonly end: number;
}

/** The whole day, week, month or year that holds a day. */
export function spanOf(day: DayNumber, precision: DatePrecision): Pick<DateFound, 'from' | 'to' | 'precision'> {
  const from = startOfUnit(day, precision);
  return { from, to: nextUnit(from, precision) - 1, precision };
}

/** The latest such day that is not after another: "on Monday", read on a Tuesday, is yesterday. */
export function lastWeekday(weekday: number, until: DayNumber): DayNumber {
  const today = new Date(until * 86_400_000).getUTCDay();
  return until - ((today - weekday + 7) % 7);
}

/** The latest month of that name that has begun by a day. */
export function lastMonth(month: number, until: DayNumber): DayNumber {
  const first = dayOf(`${isoOf(until).slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
  return first > until ? addMonths(first, -12) : first;
}
