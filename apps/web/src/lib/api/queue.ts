import type { IncidentSummary, RuleKey, Status } from '@corridor/domain';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { NamedPerson } from './discussion.ts';
import { fetchJson } from './fetch-json.ts';
import { PERSONAL } from './me.ts';
import type { QueueChoice } from './queue-choice.ts';

export interface QueueItem {
  readonly incident: IncidentSummary;
  readonly filedAt: string;
  /** Null where a program did. */
  readonly filedBy: string | null;
  readonly assignee: NamedPerson | null;
  /** How many. */
  readonly comments: number;
  readonly watching: boolean;
  /** The next one on the way to confirmed. */
  readonly nextStatus: Status | null;
  /** What is missing for it, if the reader gave it. */
  readonly missing: readonly RuleKey[];
}

interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly total: number;
  readonly next: string | null;
}

/** The beginning of the key of every answer of the queue. */
export const queueKey = [...PERSONAL, 'queue'] as const;

const PAGE = '50';

export const queueQuery = (choice: QueueChoice) =>
  infiniteQueryOptions({
    queryKey: [...queueKey, choice],
    queryFn: ({ pageParam, signal }) => fetchJson<QueuePage>(`/v1/queue?${paramsOf(choice, pageParam)}`, signal),
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
