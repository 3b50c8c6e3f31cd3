import type { IncidentSummary, Query, Totals } from '@corridor/domain';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useAnswer } from '../../engine/use-answer.ts';
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

const NOTHING: readonly IncidentSummary[] = [];

/** The part of a list of any length that is on the screen. While another part or list is computed, the one before stays. */
export function useIncidentRows(order: ListOrder): IncidentRows {
  const [window, setWindow] = useState<PageWindow>(() => windowAround(0, 0));
  const show = useCallback((first: number, last: number) => {
    const next = windowAround(first, last);
    setWindow((before) => (before.offset === next.offset && before.limit === next.limit ? before : next));
  }, []);
  const query = useMemo((): Query => {
    const { filter, ...page } = order;
    return { filter, page: { ...page, ...window } };
  }, [order, window]);
  const { answer, query: answered, error, retry } = useDeferredValue(useAnswer(query));
  return useMemo(() => {
    const items = answer?.page?.items ?? NOTHING;
    const offset = answered?.page?.offset ?? 0;
    return {
      count: answer?.page?.total,
      totals: answer?.totals,
      items,
      offset,
      rowAt: (index) => items[index - offset],
      indexOf: (id) => {
        const found = items.findIndex((item) => item.id === id);
        return found < 0 ? null : offset + found;
      },
      show,
      outdated: answered !== undefined && !isAbout(answered, order),
      error,
      retry,
    };
  }, [answer, answered, order, error, retry, show]);
}

/** Whether a page is of this list, wherever in it. */
function isAbout({ filter, page }: Query, order: ListOrder): boolean {
  return filter === order.filter && page?.sort === order.sort && page.within === order.within;
}
