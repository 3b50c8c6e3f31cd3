import type { Filter } from '@corridor/domain';
import { useCallback } from 'react';
import { useEngine } from '../../engine/engine-context.tsx';
import { type AssumedPart, applyScreenDefaults, useScreen, useScreenFilter } from '../../lib/view/screen-filter.ts';
import { setFilter } from '../../lib/view/use-view.ts';
import { viewStore } from '../../lib/view/view-store.ts';
import { changeFilter, type FilterChange } from './filter-part.ts';

export interface FilterEdit {
  /** What the screen counts. */
  readonly filter: Filter;
  readonly assumed: readonly AssumedPart[];
  /** Changes parts of the URL's filter; what the screen assumes elsewhere stays assumed. Always the same function. */
  readonly change: (change: FilterChange, options?: { replace?: boolean }) => void;
}

export function useFilterEdit(): FilterEdit {
  const { filter, assumed } = useScreenFilter();
  return { filter, assumed, change };
}

function change(part: FilterChange, options?: { replace?: boolean }): void {
  setFilter(changeFilter(viewStore.read().view.filter, part), options);
}

/** A choice of one value: `toggle` says what choosing it changes in the filter as the screen counts it then. Stable while `toggle` is. */
export function useToggle(toggle: (filter: Filter, key: string) => FilterChange): (key: string) => void {
  const screen = useScreen();
  const lastDay = useEngine().info?.lastDay ?? null;
  return useCallback(
    (key) => change(toggle(applyScreenDefaults(viewStore.read().view.filter, screen, lastDay).filter, key)),
    [toggle, screen, lastDay],
  );
}
