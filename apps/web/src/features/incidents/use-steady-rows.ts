import { useLayoutEffect, useRef } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import type { ListOrder } from './find-position.ts';
import { type RowsMoved, rowsMoved } from './rows-moved.ts';
import type { IncidentRows } from './use-incident-rows.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

/**
 * Keeps what a reader has before the eyes at its pixel when others write: rows that come or go above it scroll the list by
 * as much, before anything is painted. Also at the very top, where the new ones would otherwise push away the row that is
 * being read, or about to be clicked; they are behind the pill then. `onMoved` is told where rows have gone.
 */
export function useSteadyRows(
  rows: IncidentRows,
  virtual: VirtualRows,
  order: ListOrder,
  onMoved: (moved: RowsMoved) => void,
): void {
  const { inStep } = useEngine();
  const seen = useRef<{ readonly rows: IncidentRows; readonly order: ListOrder; readonly inStep: boolean } | null>(
    null,
  );
  const { shift, top } = virtual;
  useLayoutEffect(() => {
    if (rows.outdated || rows.count === undefined) return;
    const before = seen.current;
    seen.current = { rows, order, inStep };
    if (before?.order !== order || before.rows.items === rows.items) return;
    // A list that has only just appeared, maybe from what this browser kept, begins at its top.
    if (!before.inStep && top() === 0) return;
    const moved = rowsMoved(before.rows, rows, top());
    if (!moved) return;
    onMoved(moved);
    shift(moved.by);
  }, [rows, order, inStep, onMoved, shift, top]);
}
