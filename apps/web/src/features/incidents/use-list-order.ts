import { type BBox, DEFAULT_SORT } from '@corridor/domain';
import { useState } from 'react';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { ListOrder } from './find-position.ts';

/** What the screen's list holds and in what order: the same object until that changes, however else the URL may change. */
export function useListOrder(within?: BBox): ListOrder {
  const { filter } = useScreenFilter();
  const { view } = useView();
  const next: ListOrder = { filter, sort: view.sort ?? DEFAULT_SORT, ...(within && { within }) };
  const [kept, setKept] = useState(next);
  if (JSON.stringify(kept) === JSON.stringify(next)) return kept;
  setKept(next);
  return next;
}
