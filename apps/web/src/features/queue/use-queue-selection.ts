import { type RefObject, useRef, useState } from 'react';
import type { QueueItem } from '../../lib/api/queue.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { LoadedQueue } from './use-queue.ts';

/** How near to the end of what is loaded more is asked for. */
const NEAR_END = 5;

export interface QueueSelection {
  readonly listRef: RefObject<HTMLUListElement | null>;
  /** The row that the keyboard is on. */
  readonly active: QueueItem | undefined;
  readonly openId: string | undefined;
  /** Of the open record in the queue; null where it holds it not, undefined while that is not known. */
  readonly position: number | null | undefined;
  readonly focus: (index: number) => void;
  /** Moves by a row; the open record follows without leaving steps behind for Back. */
  readonly move: (by: 1 | -1) => void;
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Gives the keyboard back to its row, after a dialog. */
  readonly resume: () => void;
}

/** One row is the keyboard's; one record is open, and is part of the address. */
export function useQueueSelection({ items, loadMore }: LoadedQueue): QueueSelection {
  const { view, patch } = useView();
  const openId = view.incident;
  const listRef = useRef<HTMLUListElement>(null);
  const [kept, setKept] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const rows = items ?? [];
  const openIndex = rows.findIndex(({ incident }) => incident.id === openId);
  const keptIndex = rows.findIndex(({ incident }) => incident.id === kept?.id);
  // A row that has left the queue leaves its place to the one after it.
  const activeIndex = keptIndex >= 0 ? keptIndex : kept ? Math.min(kept.index, rows.length - 1) : openIndex;
  const focus = (index: number) => {
    const row = rows[index];
    if (row) setKept({ id: row.incident.id, index });
  };
  const showFocus = (index: number) => listRef.current?.querySelectorAll<HTMLElement>('[data-row]')[index]?.focus();
  const resume = () => showFocus(Math.max(0, activeIndex));
  const move = (by: 1 | -1) => {
    const isLeft = kept !== null && keptIndex < 0;
    const index = Math.max(0, isLeft && by === 1 ? activeIndex : activeIndex + by);
    const row = rows[index];
    if (!row) return resume();
    focus(index);
    showFocus(index);
    if (index > rows.length - NEAR_END) loadMore();
    if (openId !== undefined) patch({ incident: row.incident.id }, { replace: true });
  };
  return {
    listRef,
    active: rows[activeIndex],
    openId,
    position: items === null ? undefined : openIndex < 0 ? null : openIndex,
    focus,
    move,
    open: (id) => patch({ incident: id }, { replace: openId !== undefined }),
    close: () => {
      patch({ incident: undefined });
      resume();
    },
    resume,
  };
}
