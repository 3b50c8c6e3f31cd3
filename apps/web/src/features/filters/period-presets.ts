import { dayOf, isoOf, parseDay } from '@corridor/domain';

export interface PeriodChoice {
  readonly from: string;
  readonly to: string;
}

export const PRESET_DAYS = [30, 90, 365] as const;

/** The last days up to the day that the data reaches, that day included. */
export function lastDays(count: number, lastDay: string): PeriodChoice {
  return { from: isoOf(dayOf(lastDay) - count + 1), to: lastDay };
}

/** The year in which the data ends, so far as it reaches. */
export function thisYear(lastDay: string): PeriodChoice {
  return { from: `${lastDay.slice(0, 4)}-01-01`, to: lastDay };
}

export function calendarYear(year: number): PeriodChoice {
  const text = String(year).padStart(4, '0');
  return { from: `${text}-01-01`, to: `${text}-12-31` };
}

/** Years that the data touches, newest first. */
export function yearsOf(firstDay: string, lastDay: string): readonly number[] {
  const last = Number(lastDay.slice(0, 4));
  return Array.from({ length: last - Number(firstDay.slice(0, 4)) + 1 }, (_, index) => last - index);
}

export type PeriodFault = 'from' | 'to' | 'reversed';

/** What keeps two typed dates from being a period; either may be left empty. */
export function findPeriodFault(from: string, to: string): PeriodFault | null {
  if (from !== '' && parseDay(from) === null) return 'from';
  if (to !== '' && parseDay(to) === null) return 'to';
  return from !== '' && to !== '' && from > to ? 'reversed' : null;
}
