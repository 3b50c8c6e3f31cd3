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
export function countNear(
  { engine }: Snapshot,
  filter: Filter,
  by: 'site' | 'route',
  ids: readonly string[],
): ReadonlyMap<string, NearCounts> {
  const answer = engine.answer({ filter, breakdowns: [{ by }, { by: 'targetedSite' }] });
  const near = rowsByKey(answer.breakdowns?.[0]);
  const aimed = rowsByKey(answer.breakdowns?.[1]);
  return new Map(
    ids.map((id) => {
      const row = near.get(id);
      const counts = {
        inside: row?.count ?? 0,
        possible: row?.possible ?? 0,
        aimed: aimed.get(id)?.count ?? 0,
        last: row?.last ?? null,
        worst: row?.worst ?? null,
      };
      return [id, counts];
    }),
  );
}

function rowsByKey(breakdown: Breakdown | undefined) {
  return new Map((breakdown?.rows ?? []).map((row) => [row.key, row]));
}
