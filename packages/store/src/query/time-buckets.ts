import { DATE_PRECISIONS, dayOf, type Filter, isoOf, nextUnit, startOfUnit, type TimeUnit } from '@corridor/domain';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseState } from './sql-snapshot.ts';

/** Bucket of an incident that is dated too roughly for the unit. */
export const IMPRECISE = -1;

/** How many of DATE_PRECISIONS, finest first, a unit can place. */
const PLACEABLE: Readonly<Record<TimeUnit, number>> = {
  day: 1,
  week: 2,
  month: 3,
  quarter: 3,
  year: DATE_PRECISIONS.length,
};

/** A Monday, from which days and weeks are counted so that no number is negative. */
const EPOCH = '0001-01-01';
const EPOCH_DAY = Date.parse(EPOCH) / 86_400_000;

/** The number of the bucket in which an incident is, over `incident_fact f`. */
export function bucketExpression(unit: TimeUnit): RawBuilder<unknown> {
  return sql`case when f.date_precision < ${sql.lit(PLACEABLE[unit])} then ${numberExpression(unit)} else ${sql.lit(IMPRECISE)} end`;
}

function numberExpression(unit: TimeUnit): RawBuilder<unknown> {
  switch (unit) {
    case 'day':
      return sql`f.start_day - ${sql.lit(EPOCH)}::date`;
    case 'week':
      return sql`(f.start_day - ${sql.lit(EPOCH)}::date) / 7`;
    case 'month':
      return sql`f.month`;
    case 'quarter':
      return sql`f.month / 3`;
    case 'year':
      return sql`f.month / 12`;
  }
}

/** Gap-free buckets, their first days, and where in them a bucket's number is. */
export interface Buckets {
  readonly starts: readonly string[];
  /** Position of a bucket in `starts`; outside of them for one that is not shown. */
  readonly indexOf: (bucket: number) => number;
}

/** The buckets from the first to the last day of the data or of the filter's period, whichever is the narrower. */
export function bucketsOf(
  unit: TimeUnit,
  { from, to }: Pick<Filter, 'from' | 'to'>,
  { firstDay, lastDay }: Pick<DatabaseState, 'firstDay' | 'lastDay'>,
): Buckets {
  if (firstDay === null || lastDay === null) return { starts: [], indexOf: () => -1 };
  const first = dayOf(from !== undefined && from > firstDay ? from : firstDay);
  const last = dayOf(to !== undefined && to < lastDay ? to : lastDay);
  const starts: string[] = [];
  if (first <= last)
    for (let day = startOfUnit(first, unit); day <= last; day = nextUnit(day, unit)) starts.push(isoOf(day));
  const offset = numberOf(starts[0] ?? firstDay, unit);
  return { starts, indexOf: (bucket) => bucket - offset };
}

/** What `numberExpression` gives for a day. */
function numberOf(isoDate: string, unit: TimeUnit): number {
  const days = dayOf(isoDate) - EPOCH_DAY;
  const months = 12 * Number(isoDate.slice(0, 4)) + Number(isoDate.slice(5, 7)) - 1;
  switch (unit) {
    case 'day':
      return days;
    case 'week':
      return Math.floor(days / 7);
    case 'month':
      return months;
    case 'quarter':
      return Math.floor(months / 3);
    case 'year':
      return Math.floor(months / 12);
  }
}
