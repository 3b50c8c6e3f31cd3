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
  /** Scrolls no further than it must, so that a step moves one row. */
  readonly reveal: (index: number) => void;
  /** The same for a row from elsewhere: one that was off the screen comes to its middle. */
  readonly revealAmid: (index: number) => void;
  readonly toTop: () => void;
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
    firstVisible: virtualizer.range?.startIndex ?? 0,
    reveal: useCallback((index) => virtualizer.scrollToIndex(index, { align: 'auto' }), [virtualizer]),
    revealAmid: useCallback(
      (index) => {
        const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
        virtualizer.scrollToIndex(index, { align: index >= startIndex && index <= endIndex ? 'auto' : 'center' });
      },
      [virtualizer],
    ),
    toTop: useCallback(() => virtualizer.scrollToOffset(0), [virtualizer]),
  };
}
