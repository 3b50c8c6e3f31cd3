import type { Queue } from '@corridor/api/src/schemas/workflow-schemas.ts';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import type { QueueChoice } from './queue-choice.ts';

export type { QueueItem } from '@corridor/api/src/schemas/workflow-schemas.ts';

/** The beginning of the key of every answer of the queue. */
export const queueKey = [...PERSONAL, 'queue'] as const;

const PAGE = '50';

export const queueQuery = (choice: QueueChoice) =>
  infiniteQueryOptions({
    queryKey: [...queueKey, choice],
    queryFn: ({ pageParam, signal }) => fetchJson<Queue>(`/v1/queue?${paramsOf(choice, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: true,
  });

function paramsOf({ order, status, whose }: QueueChoice, after: string | null): URLSearchParams {
  return new URLSearchParams({
    order,
    limit: PAGE,
    ...(whose === 'mine' && { assignee: 'me' }),
    ...(whose === 'nobodys' && { assignee: 'none' }),
    ...(whose === 'watched' && { watching: 'true' }),
    ...(status !== null && { status }),
    ...(after !== null && { after }),
  });
}
