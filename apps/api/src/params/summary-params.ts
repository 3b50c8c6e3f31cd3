import {
  DIMENSIONS,
  type DimensionName,
  dayOf,
  type Filter,
  type InvalidParameter,
  Problem,
  TIME_UNITS,
  type TimeUnit,
} from '@corridor/domain';
import type { QueryEngine } from '../engine/query-engine.ts';
import { choiceParam, choicesParam } from './param.ts';

export const summaryParams = {
  unit: choiceParam('Width of the timeline’s buckets.', TIME_UNITS, 'month'),
  group: choicesParam('Count for each value of this dimension, leaving the dimension’s own filter out.', DIMENSIONS),
  stackBy: choiceParam<DimensionName, undefined>(
    'One series of the timeline for each value of this dimension.',
    DIMENSIONS,
    undefined,
  ),
};

const UNIT_DAYS: Readonly<Record<TimeUnit, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };
const MAX_CELLS = 2_000_000;

/**
 * Refuses a timeline that nobody can read and that would cost the server its memory: 8000 years by day, or hundreds of
 * series by day. Two million counts are some 4 MB of JSON.
 */
export function checkTimelineSize(
  engine: Pick<QueryEngine, 'firstDay' | 'lastDay' | 'values'>,
  filter: Filter,
  { unit, stackBy }: { readonly unit: TimeUnit; readonly stackBy: DimensionName | undefined },
): void {
  const from = filter.from === undefined ? engine.firstDay : dayOf(filter.from);
  const to = filter.to === undefined ? engine.lastDay : dayOf(filter.to);
  if (from === null || to === null) return;
  const series = stackBy === undefined ? 1 : engine.values(stackBy).length + 1;
  const cells = ((to - from) / UNIT_DAYS[unit]) * series;
  if (cells <= MAX_CELLS) return;
  const fault: InvalidParameter = {
    name: 'unit',
    reason: 'is too fine for a period this long; take a wider unit or a shorter period',
  };
  throw new Problem('invalid-parameter', `unit ${fault.reason}.`, [fault]);
}
