import type { DuplicateScore, IncidentSummary } from '@corridor/domain';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import { send } from './send-json.ts';

/** Two records that may be of one event. */
export interface PossibleDouble extends DuplicateScore {
  /** The later one first. */
  readonly incidents: readonly [IncidentSummary, IncidentSummary];
}

interface DoublesPage {
  readonly items: readonly PossibleDouble[];
  /** Those beyond what the page holds among them. */
  readonly found: number;
  /** Null where there is no record. */
  readonly lookedBackTo: string | null;
  readonly next: string | null;
}

/** From the newest day back, as far as it was asked for. */
export const doublesQuery = infiniteQueryOptions({
  queryKey: [...PERSONAL, 'doubles'],
  queryFn: ({ pageParam, signal }) =>
    fetchJson<DoublesPage>(`/v1/duplicates${pageParam === null ? '' : `?to=${pageParam}`}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  refetchOnWindowFocus: true,
});

/** Says that two incidents are two events, or takes that back. */
export async function setApart(one: string, other: string, apart: boolean): Promise<void> {
  await send('POST', `/v1/incidents/${encodeURIComponent(one)}/apart`, { other, apart });
}
