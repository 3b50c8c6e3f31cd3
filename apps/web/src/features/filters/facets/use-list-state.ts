import { useState } from 'react';
import type { FilterPart } from '../filter-part.ts';

/** How a list of values is left: opened beyond its first few, and what is searched for in it. */
interface ListState {
  readonly expanded: boolean;
  readonly search: string;
}

const FOLDED: ListState = { expanded: false, search: '' };

/** Of the rail and the drawer: a window that is turned has the one where it had the other, and React makes it anew. */
const left = new Map<FilterPart, ListState>();

/** The state of a list; one that `keeps` it begins as the last list of that part was left. */
export function useListState(part: FilterPart, keeps: boolean) {
  const [state, setState] = useState(() => (keeps ? left.get(part) : undefined) ?? FOLDED);
  const change = (changes: Partial<ListState>) => {
    const next = { ...state, ...changes };
    setState(next);
    if (keeps) left.set(part, next);
  };
  return [state, change] as const;
}
