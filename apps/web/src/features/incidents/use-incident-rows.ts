import type { Answer, IncidentSummary, Totals } from '@corridor/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import type { ListOrder } from './find-position.ts';
import { type PageWindow, windowAround } from './page-window.ts';

export interface IncidentRows {
  /** How many the list holds; undefined before the first answer. */
  readonly count: number | undefined;
  readonly totals: Totals | undefined;
  /** The rows at hand and the index of the first of them. */
  readonly items: readonly IncidentSummary[];
  readonly offset: number;
  readonly rowAt: (index: number) => IncidentSummary | undefined;
  /** The index of an incident that is at hand; null where it is not. */
  readonly indexOf: (id: string) => number | null;
  /** Says which rows are on the screen, so that those around them are fetched. */
  readonly show: (first: number, last: number) => void;
  /** Whether the rows at hand are still those of the list before. */
  readonly outdated: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

interface Fetched extends PageWindow {
  readonly order: ListOrder;
  readonly answer: Answer;
}

const NOTHING: readonly IncidentSummary[] = [];

/** The part of a list of any length that is on the screen. While another part or list is computed, the one before stays. */
export function useIncidentRows(order: ListOrder): IncidentRows {
  const { client, info } = useEngine();
  const [window, setWindow] = useState<PageWindow>(() => windowAround(0, 0));
  const show = useCallback((first: number, last: number) => {
    const next = windowAround(first, last);
    setWindow((before) => (before.offset === next.offset && before.limit === next.limit ? before : next));
  }, []);
  const result = useQuery({
    queryKey: ['incident-rows', info?.revision, order, window],
    queryFn: async ({ signal }): Promise<Fetched> => {
      const { filter, ...page } = order;
      return { ...window, order, answer: await client.answer({ filter, page: { ...page, ...window } }, signal) };
    },
    enabled: info !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: false,
  });
  const { data, error, refetch } = result;
  return useMemo(() => {
    const items = data?.answer.page?.items ?? NOTHING;
    const offset = data?.offset ?? 0;
    return {
      count: data?.answer.page?.total,
      totals: data?.answer.totals,
      items,
      offset,
      rowAt: (index) => items[index - offset],
      indexOf: (id) => {
        const found = items.findIndex((item) => item.id === id);
        return found < 0 ? null : offset + found;
      },
      show,
      outdated: data !== undefined && JSON.stringify(data.order) !== JSON.stringify(order),
      error,
      retry: () => void refetch(),
    };
  }, [data, order, error, refetch, show]);
}
