import { type Filter, type IncidentSummary, Problem, type Sort } from '@corridor/domain';
import { readCursor, writeCursor } from '../params/page-params.ts';
import type { Snapshot } from '../snapshot.ts';

export interface IncidentPage {
  readonly items: readonly IncidentSummary[];
  readonly matched: number;
  readonly located: number;
  readonly unlocated: number;
  readonly revision: number;
  readonly next: string | null;
}

export interface PageChoice {
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly sort: Sort;
}

export async function listIncidents(
  snapshot: Snapshot,
  filter: Filter,
  { limit, cursor, sort }: PageChoice,
): Promise<IncidentPage> {
  const view = { filter, sort, revision: snapshot.revision };
  const offset = cursor === undefined ? 0 : startOf(() => readCursor(cursor, view));
  const { revision, totals, page } = await snapshot.engine.answer({ filter, page: { sort, offset, limit } });
  const end = offset + limit;
  return {
    items: page?.items ?? [],
    matched: totals.matched,
    located: totals.located,
    unlocated: totals.unlocated,
    revision,
    next: end < totals.matched ? writeCursor(end, { ...view, revision }) : null,
  };
}

function startOf(read: () => number): number {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('invalid-parameter', `cursor ${error.message}.`, [{ name: 'cursor', reason: error.message }]);
  }
}
