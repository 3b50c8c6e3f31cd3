import { FILTER_KEYS } from '@corridor/domain';
import type { ViewSearch } from '../../lib/view/view.ts';
import { viewStore } from '../../lib/view/view-store.ts';

const CARRIED: ReadonlySet<string> = new Set([...FILTER_KEYS, 'asOf', 'incident', 'at']);

/** What a change of page takes along: the filter, the moment, the open incident and the map's position. */
export function carriedSearch(): ViewSearch {
  const { search } = viewStore.read();
  return Object.fromEntries(Object.entries(search).filter(([key]) => CARRIED.has(key)));
}
