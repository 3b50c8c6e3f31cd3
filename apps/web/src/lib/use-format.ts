import { type DatePrecision, dayOf, type Range, type TimeUnit, type Toll } from '@corridor/domain';
import { createContext, use } from 'react';
import type { useTranslation } from 'react-i18next';

export interface Format {
  /** 1,234 */
  readonly count: (value: number) => string;
  /** +12, −3, ±0 */
  readonly change: (value: number) => string;
  /** 6 Oct 2024; a month row as Aug 2024, a year row as 2024: a placeholder day is never shown. */
  readonly date: (iso: string, precision?: DatePrecision) => string;
  /** 31 Jan 2026, or 31 Jan to 5 Feb 2026 where it lasted longer. */
  readonly dates: (start: string, end: string, precision: DatePrecision) => string;
  /** 1 Jan to 31 Dec 2024, since 1 Jan 2024, until 31 Dec 2024 */
  readonly period: (from: string | undefined, to: string | undefined) => string;
  /** 6 Oct 2024, 14:05: an instant in the reader's own time zone. */
  readonly moment: (instant: string) => string;
  /** The name of a timeline bucket that begins on a day. */
  readonly bucket: (start: string, unit: TimeUnit) => string;
  /** 24.8–25.2 km; whole kilometres where the interval is wider than one. */
  readonly distance: (minKm: number, maxKm: number) => string;
  readonly km: (value: number) => string;
  /** 21, 8–21 or n/k */
  readonly range: (range: Range | null) => string;
  /** 157, 157+ where some tolls are unknown, n/k where all are. */
  readonly toll: (toll: Toll, incidents: number) => string;
}

/** The formats of the page: made once for a language, since making them costs more than using them. */
export const FormatContext = createContext<Format | null>(null);

/** Formats of the current language. Dates are calendar dates and never shift with the reader's time zone; moments do. */
export function useFormat(): Format {
  const format = use(FormatContext);
  if (!format) throw new Error('useFormat needs a FormatProvider above it');
  return format;
}

type Translate = ReturnType<typeof useTranslation<'common'>>['t'];

export function createFormat(t: Translate, locale: string): Format {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const count = (value: number) => whole.format(value);

  const month = (iso: string) => t(`date.months.${monthKey(iso)}`);
  const date = (iso: string, precision: DatePrecision = 'day') => {
    const year = iso.slice(0, 4);
    if (precision === 'year') return year;
    if (precision === 'month') return t('date.month', { month: month(iso), year });
    const day = t('date.day', { day: Number(iso.slice(8)), month: month(iso), year });
    return precision === 'week' ? t('date.week', { date: day }) : day;
  };
  const span = (from: string, to: string) => {
    const sameYear = from.slice(0, 4) === to.slice(0, 4);
    const start = sameYear ? t('date.dayOfYear', { day: Number(from.slice(8)), month: month(from) }) : date(from);
    return t('date.span', { from: start, to: date(to) });
  };
  return {
    count,
    change: (value) => (value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`),
    date,
    dates: (start, end, precision) =>
      precision === 'day' && end !== start ? span(start, end) : date(start, precision),
    period: (from, to) => {
      if (from && to) return from === to ? date(from) : span(from, to);
      if (from) return t('date.since', { date: date(from) });
      return to ? t('date.until', { date: date(to) }) : '';
    },
    moment: (instant) => {
      const local = new Date(instant);
      const [year, month, day] = [local.getFullYear(), two(local.getMonth() + 1), two(local.getDate())];
      return t('date.moment', {
        date: date(`${year}-${month}-${day}`),
        time: `${two(local.getHours())}:${two(local.getMinutes())}`,
      });
    },
    bucket: (start, unit) => {
      if (unit === 'quarter')
        return t('date.quarter', { quarter: Math.ceil(Number(start.slice(5, 7)) / 3), year: start.slice(0, 4) });
      return date(start, unit);
    },
    distance: (minKm, maxKm) => {
      const number = maxKm - minKm < 1 ? tenth : whole;
      const [min, max] = [number.format(minKm), number.format(maxKm)];
      return min === max ? t('km', { value: min }) : t('kmRange', { min, max });
    },
    km: (value) => t('km', { value: tenth.format(value) }),
    range: (range) => {
      if (!range) return t('notKnown');
      return range.low === range.high ? count(range.best) : `${count(range.low)}–${count(range.high)}`;
    },
    toll: (toll, incidents) => {
      if (toll.unknown === 0 || incidents === 0) return count(toll.best);
      return toll.unknown >= incidents ? t('notKnown') : t('atLeast', { value: count(toll.best) });
    },
  };
}

const two = (value: number) => String(value).padStart(2, '0');

type MonthKey = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12';
const MONTH_KEYS: readonly MonthKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

function monthKey(iso: string): MonthKey {
  return MONTH_KEYS[Number(iso.slice(5, 7)) - 1] ?? '1';
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}
