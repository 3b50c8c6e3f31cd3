import { type RefObject, useEffect, useRef } from 'react';
import { useKeys } from '../../../lib/keys/use-keys.ts';

interface RowKeys {
  /** Remembers which row the keyboard is on, which is about to leave the list. */
  readonly keep: (index: number) => void;
  /** Gives the keyboard to the row that is there now, once it is drawn. */
  readonly resume: () => void;
}

/** J and K, and arrows in the list, go from pair to pair. */
export function useRowKeys(listRef: RefObject<HTMLUListElement | null>): RowKeys {
  const kept = useRef<number | null>(null);
  const wanted = useRef(false);
  const rows = () => [...(listRef.current?.children ?? [])];
  const show = (index: number) => {
    const row = rows()[Math.max(0, Math.min(index, rows().length - 1))];
    row?.querySelector<HTMLElement>('[data-row]')?.focus();
  };
  const move = (by: 1 | -1) => {
    const active = rows().findIndex((row) => row.contains(document.activeElement));
    show(active < 0 ? 0 : active + by);
  };
  useKeys({
    queueStep: (key) => move(key === 'J' ? 1 : -1),
    queueRow: (key, { target }) => {
      if (!(target instanceof Element) || target.closest('[data-row]') === null) return false;
      return move(key === 'ArrowDown' ? 1 : -1);
    },
  });
  useEffect(() => {
    if (!wanted.current || kept.current === null) return;
    wanted.current = false;
    show(kept.current);
  });
  return {
    keep: (index) => {
      kept.current = index;
    },
    resume: () => {
      wanted.current = true;
    },
  };
}
