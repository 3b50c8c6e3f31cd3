import type { Breakdown, Filter, IncidentSummary } from '@corridor/domain';
import type { Snapshot } from '../snapshot.ts';

/** What a filter's incidents are to a site or route. `possible` is no part of `inside`. */
export interface NearCounts {
  readonly inside: number;
  readonly possible: number;
  readonly aimed: number;
  readonly last: IncidentSummary | null;
  readonly worst: IncidentSummary | null;
}

/** For each id: how many of the filter's incidents lie within its radius, or may, and how many were aimed at it. */
export async function countNear(
  { engine }: Snapshot,
  filter: Filter,
  by: 'site' | 'route',
  ids: readonly string[],
): Promise<{ readonly revision: number; readonly near: ReadonlyMap<string, NearCounts> }> {
  const answer = await engine.answer({ filter, breakdowns: [{ by }, { by: 'targetedSite' }] });
  const around = rowsByKey(answer.breakdowns?.[0]);
  const aimed = rowsByKey(answer.breakdowns?.[1]);
  const near = new Map(
    ids.map((id) => {
      const row = around.get(id);
      const counts = {
        inside: row?.count ?? 0,
        possible: row?.possible ?? 0,
        aimed: aimed.get(id)?.count ?? 0,
        last: row?.last ?? null,
        worst: row?.worst ?? null,
      };
      return [id, counts] as const;
    }),
  );
  return { revision: answer.revision, near };
}

function rowsByKey(breakdown: Breakdown | undefined) {
  return new Map((breakdown?.rows ?? []).map((row) => [row.key, row]));
}
