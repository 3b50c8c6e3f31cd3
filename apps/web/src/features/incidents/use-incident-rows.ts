import { type HeldRows, type IncidentSummary, MAX_HELD, type Query, type Totals } from '@corridor/domain';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { useAnswer } from '../../engine/use-answer.ts';
import type { ListOrder } from './find-position.ts';
import { type PageWindow, windowAround } from './page-window.ts';

export interface IncidentRows {
  /** How many the list holds; undefined before the first answer. */
  readonly count: number | undefined;
  readonly totals: Totals | undefined;
  /** Of the rows at hand. */
  readonly revision: number | undefined;
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

/** What is on the screen of a list. */
interface Shown {
  readonly order: ListOrder;
  readonly held: HeldRows | undefined;
  readonly window: PageWindow;
}

/**
 * The part of a list of any length that is on the screen. While another part or list is computed, the one before stays.
 * When others write, the part follows the rows that are on the screen, however far they move.
 */
export function useIncidentRows(order: ListOrder): IncidentRows {
  const { info } = useEngine();
  const [window, setWindow] = useState<PageWindow>(() => windowAround(0, 0));
  const shown = useRef<Shown | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of other data the same is asked from where the reader is by then
  const query = useMemo((): Query => {
    const { filter, ...page } = order;
    const at = shown.current;
    if (at?.order !== order || !at.held) return { filter, page: { ...page, ...window } };
    return { filter, page: { ...page, ...at.window, held: at.held } };
  }, [order, window, info]);
  const { answer, query: answered, error, retry } = useDeferredValue(useAnswer(query));
  const items = answer?.page?.items ?? NOTHING;
  const asked = answered?.page?.offset ?? 0;
  const offset = answer?.page?.offset ?? asked;
  const outdated = answered !== undefined && !isAbout(answered, order);
  const show = useCallback(
    (first: number, last: number) => {
      const next = windowAround(first, last);
      shown.current = { order, window: next, held: outdated ? undefined : heldRows(items, offset, first) };
      // Rows that moved with the reader may end before the window of their new place does.
      const lacks = offset !== asked && (first < offset || last >= offset + items.length);
      setWindow((before) => (isSame(before, next) && !lacks ? before : next));
    },
    [order, outdated, items, offset, asked],
  );
  return useMemo(() => {
    return {
      count: answer?.page?.total,
      totals: answer?.totals,
      revision: answer?.revision,
      items,
      offset,
      rowAt: (index) => items[index - offset],
      indexOf: (id) => {
        const found = items.findIndex((item) => item.id === id);
        return found < 0 ? null : offset + found;
      },
      show,
      outdated,
      error,
      retry,
    };
  }, [answer, items, offset, outdated, error, retry, show]);
}

function heldRows(items: readonly IncidentSummary[], offset: number, first: number): HeldRows | undefined {
  const index = Math.max(first, offset);
  const ids = items.slice(index - offset, index - offset + MAX_HELD).map(({ id }) => id);
  return ids.length > 0 ? { ids, index } : undefined;
}

function isSame(one: PageWindow, other: PageWindow): boolean {
  return one.offset === other.offset && one.limit === other.limit;
}

/** Whether a page is of this list, wherever in it. */
function isAbout({ filter, page }: Query, order: ListOrder): boolean {
  return filter === order.filter && page?.sort === order.sort && page.within === order.within;
}
