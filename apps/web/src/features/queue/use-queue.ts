import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type QueueItem, queueQuery } from '../../lib/api/queue.ts';
import type { QueueChoice } from '../../lib/api/queue-choice.ts';

export interface LoadedQueue {
  /** Null until they are known. */
  readonly items: readonly QueueItem[] | null;
  readonly total: number | null;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** The queue as far as it was asked for. */
export function useQueue(choice: QueueChoice): LoadedQueue {
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(queueQuery(choice));
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? null, [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return {
    items,
    total: data?.pages[0]?.total ?? null,
    error,
    retry: () => void refetch(),
    hasMore: hasNextPage,
    loadMore,
  };
}
