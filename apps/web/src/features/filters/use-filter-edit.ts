import type { Filter } from '@corridor/domain';
import { useCallback } from 'react';
import { type AssumedPart, useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import { changeFilter, type FilterChange } from './filter-part.ts';

export interface FilterEdit {
  /** What the screen counts. */
  readonly filter: Filter;
  readonly assumed: readonly AssumedPart[];
  /** Changes parts of the URL's filter; what the screen assumes elsewhere stays assumed. */
  readonly change: (change: FilterChange, options?: { replace?: boolean }) => void;
}

export function useFilterEdit(): FilterEdit {
  const { view, setFilter } = useView();
  const { filter, assumed } = useScreenFilter();
  const change = useCallback(
    (part: FilterChange, options?: { replace?: boolean }) => setFilter(changeFilter(view.filter, part), options),
    [setFilter, view.filter],
  );
  return { filter, assumed, change };
}
