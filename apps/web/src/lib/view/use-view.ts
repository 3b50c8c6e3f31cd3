import type { Filter, ParamIssue } from '@corridor/domain';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { parseView, patchSearch, type View, type ViewPatch, type ViewSearch } from './view.ts';

export interface ViewHandle {
  readonly view: View;
  /** Parts of the URL that could not be read. */
  readonly issues: readonly ParamIssue[];
  /** Changes the URL. `replace` for steps that Back should skip: dragging, panning, stepping through a list. */
  readonly patch: (patch: ViewPatch, options?: { replace?: boolean }) => void;
  readonly setFilter: (filter: Filter, options?: { replace?: boolean }) => void;
}

/** The view that the URL describes, and the only way to change it. */
export function useView(): ViewHandle {
  const search = useSearch({ strict: false }) as ViewSearch;
  const navigate = useNavigate();
  const { view, issues } = useMemo(() => parseView(search), [search]);
  const patch = useCallback(
    (change: ViewPatch, { replace = false } = {}) => {
      void navigate({ to: '.', search: (before: ViewSearch) => patchSearch(before, change), replace });
    },
    [navigate],
  );
  const setFilter = useCallback(
    (filter: Filter, options?: { replace?: boolean }) => patch({ filter }, options),
    [patch],
  );
  return { view, issues, patch, setFilter };
}
