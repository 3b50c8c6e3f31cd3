import type { PossibleDoubles } from '@corridor/api/src/schemas/workflow-schemas.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import { send } from './send-json.ts';

export type { PossibleDouble } from '@corridor/api/src/schemas/workflow-schemas.ts';

/** From the newest day back, as far as it was asked for. */
export const doublesQuery = infiniteQueryOptions({
  queryKey: [...PERSONAL, 'doubles'],
  queryFn: ({ pageParam, signal }) =>
    fetchJson<PossibleDoubles>(`/v1/duplicates${pageParam === null ? '' : `?to=${pageParam}`}`, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  refetchOnWindowFocus: true,
});

/** Says that two incidents are two events, or takes that back. */
export async function setApart(one: string, other: string, apart: boolean): Promise<void> {
  await send('POST', `/v1/incidents/${encodeURIComponent(one)}/apart`, { other, apart });
}
