/** Whole calendar days since 1970-01-01. Incident dates are local dates: no time zone ever enters. */
export type DayNumber = number;

export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export const TIME_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of an ISO date `YYYY-MM-DD`. Throws RangeError on anything else, also on 2024-02-30. */
export function dayOf(isoDate: string): DayNumber {
  const day = parseDay(isoDate);
  if (day === null) throw new RangeError(`Expected a calendar date YYYY-MM-DD, got "${isoDate}"`);
  return day;
}

/** Like `dayOf`, with null for text that is not an existing calendar date. */
export function parseDay(text: string): DayNumber | null {
  const match = ISO_DATE.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const moment = new Date(Date.UTC(year, month - 1, date));
  const isKept = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return isKept ? moment.getTime() / MS_PER_DAY : null;
}

/** The ISO date `YYYY-MM-DD` of a day number. */
export function isoOf(day: DayNumber): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The first day of the unit that holds `day`. Weeks begin on Monday (ISO 8601). */
export function startOfUnit(day: DayNumber, unit: TimeUnit): DayNumber {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * MS_PER_DAY);
  const month =
    unit === 'year' ? 0 : unit === 'quarter' ? date.getUTCMonth() - (date.getUTCMonth() % 3) : date.getUTCMonth();
  return Date.UTC(date.getUTCFullYear(), month, 1) / MS_PER_DAY;
}

/** The first day of the unit that follows the one holding `day`. */
export function nextUnit(day: DayNumber, unit: TimeUnit): DayNumber {
  const start = startOfUnit(day, unit);
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  return addMonths(start, unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12);
}

/** `day` moved by whole months; the day of the month is capped at the length of the target month. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * MS_PER_DAY);
  const total = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / MS_PER_DAY;
}

export interface Period {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * The period of the same length that ends on the day before `period` begins. A period of whole months
 * (13 Apr 2025 to 12 Apr 2026) is compared with whole months, so that leap years do not shift it.
 */
export function periodBefore(period: Period): Period {
  const months = wholeMonths(period);
  const from = months === null ? period.from - (period.to - period.from + 1) : addMonths(period.from, -months);
  return { from, to: period.from - 1 };
}

function wholeMonths({ from, to }: Period): number | null {
  const start = new Date(from * MS_PER_DAY);
  const end = new Date((to + 1) * MS_PER_DAY);
  const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return months > 0 && addMonths(from, months) === to + 1 ? months : null;
}

/** The `months` months that end on `lastDay`, both days included. */
export function monthsUpTo(lastDay: DayNumber, months: number): Period {
  return { from: addMonths(lastDay + 1, -months), to: lastDay };
}
