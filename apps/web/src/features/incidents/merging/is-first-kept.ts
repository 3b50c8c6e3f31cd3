import type { Status } from '@corridor/domain';
import type { IncidentDetail } from '../../../lib/api/record.ts';

/** How far a status is on the way to confirmed; a disputed record waits for judgement as a reported one does. */
const RANK: Readonly<Record<Status, number>> = {
  retracted: 0,
  disputed: 1,
  reported: 1,
  corroborated: 2,
  confirmed: 3,
};

type Comparable = Pick<IncidentDetail, 'doubles' | 'sources' | 'status'>;

/** Whether the first of two records is rather to stay: it holds others, is judged further, or has as many sources. */
export function isFirstKept(first: Comparable, second: Comparable): boolean {
  if ((first.doubles.length === 0) !== (second.doubles.length === 0)) return first.doubles.length > 0;
  const further = RANK[first.status] - RANK[second.status];
  return further === 0 ? first.sources.length >= second.sources.length : further > 0;
}
