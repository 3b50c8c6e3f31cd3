import type { DimensionName, Filter, GroupCount, Timeline, TimeUnit, Totals } from '@corridor/domain';
import { checkTimelineSize } from '../params/summary-params.ts';
import type { Snapshot } from '../snapshot.ts';

export interface SummaryChoice {
  readonly unit: TimeUnit;
  readonly stackBy: DimensionName | undefined;
  readonly group: readonly DimensionName[];
}

export interface Summary extends Totals {
  readonly timeline: Timeline;
  readonly groups: Readonly<Partial<Record<DimensionName, readonly GroupCount[]>>>;
  readonly revision: number;
}

export async function summarise(
  snapshot: Snapshot,
  filter: Filter,
  { unit, stackBy, group }: SummaryChoice,
): Promise<Summary> {
  checkTimelineSize(snapshot.engine, filter, { unit, stackBy });
  const answer = await snapshot.engine.answer({
    filter,
    timeline: { unit, ...(stackBy === undefined ? {} : { stackBy }) },
    groups: group,
  });
  return {
    ...answer.totals,
    timeline: answer.timeline ?? { unit, starts: [], series: [], imprecise: 0 },
    groups: answer.groups ?? {},
    revision: answer.revision,
  };
}
