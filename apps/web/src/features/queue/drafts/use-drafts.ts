import type { DraftKind } from '@corridor/domain';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { draftsKey, draftsQuery, type ListedDraft } from '../../../lib/api/drafts.ts';

export interface LoadedDrafts {
  /** Null until they are known. */
  readonly items: readonly ListedDraft[] | null;
  /** How many are open of each kind. */
  readonly open: Readonly<Record<DraftKind, number>> | null;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** Takes one that was decided off the list. Gives the one that comes next, if any. */
  readonly leave: (id: string) => string | undefined;
}

/** What is open, as far as it was asked for, less what was decided here. */
export function useDrafts(kind: DraftKind | null): LoadedDrafts {
  const query = useInfiniteQuery(draftsQuery(kind));
  const queryClient = useQueryClient();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? null, [query.data]);
  const items = useMemo(() => all?.filter(({ id }) => !gone.has(id)) ?? null, [all, gone]);
  return {
    items,
    open: query.data?.pages[0]?.open ?? null,
    error: query.error,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    leave: (id) => {
      const index = items?.findIndex((item) => item.id === id) ?? -1;
      setGone(new Set([...gone, id]));
      void queryClient.invalidateQueries({ queryKey: draftsKey });
      return (items?.[index + 1] ?? items?.[index - 1])?.id;
    },
  };
}
