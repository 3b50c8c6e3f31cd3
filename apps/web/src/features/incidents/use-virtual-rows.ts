import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { listableRows } from './page-window.ts';
import type { IncidentRows } from './use-incident-rows.ts';

export interface VirtualRows {
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly items: readonly VirtualItem[];
  /** Height of all rows together in pixels. */
  readonly height: number;
  /** How many rows are listed: all but those that no browser could lay out. */
  readonly listed: number;
  readonly pageRows: number;
  /** The topmost row on the screen. */
  readonly firstVisible: number;
  /** The lowest one. */
  readonly lastVisible: number;
  /** Scrolls no further than it must, so that a step moves one row. */
  readonly reveal: (index: number) => void;
  /** The same for a row from elsewhere: one that was off the screen comes to its middle. */
  readonly revealAmid: (index: number) => void;
  readonly toTop: () => void;
  /** The topmost row on the screen as the browser has it at this moment. */
  readonly top: () => number;
  /** Scrolls by whole rows before anything is painted: where as many came above, nothing seems to move. */
  readonly shift: (rows: number) => void;
}

/** Draws only the rows on the screen and fetches those around them. `headHeight` is what a sticky head covers. */
export function useVirtualRows(rows: IncidentRows, rowHeight: number, headHeight = 0): VirtualRows {
  const scrollRef = useRef<HTMLDivElement>(null);
  const listed = listableRows(rows.count ?? 0, rowHeight);
  const virtualizer = useVirtualizer({
    count: listed,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are estimated, so another height needs a new layout
  useEffect(() => {
    virtualizer.measure();
  }, [rowHeight, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = rows;
  useEffect(() => show(first, last), [show, first, last]);
  return {
    scrollRef,
    items,
    height: virtualizer.getTotalSize(),
    listed,
    pageRows: Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 0) - headHeight) / rowHeight) - 1),
    // What a sticky head covers is not on the screen, though it is within the scrolled box.
    firstVisible: Math.min(Math.max(0, listed - 1), Math.floor((virtualizer.scrollOffset ?? 0) / rowHeight)),
    lastVisible: virtualizer.range?.endIndex ?? -1,
    reveal: useCallback((index) => virtualizer.scrollToIndex(index, { align: 'auto' }), [virtualizer]),
    revealAmid: useCallback(
      (index) => {
        const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
        virtualizer.scrollToIndex(index, { align: index >= startIndex && index <= endIndex ? 'auto' : 'center' });
      },
      [virtualizer],
    ),
    toTop: useCallback(() => virtualizer.scrollToOffset(0), [virtualizer]),
    top: useCallback(() => Math.floor((scrollRef.current?.scrollTop ?? 0) / rowHeight), [rowHeight]),
    shift: useCallback(
      (by) => {
        const scroll = scrollRef.current;
        if (!scroll || by === 0) return;
        scroll.scrollTop += by * rowHeight;
        // The browser tells of it only after the next paint, for which the rows of the new place are to be drawn.
        scroll.dispatchEvent(new Event('scroll'));
      },
      [rowHeight],
    ),
  };
}
