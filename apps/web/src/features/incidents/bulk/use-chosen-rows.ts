import { type KeyboardEvent, useCallback, useState } from 'react';
import { useEngine } from '../../../engine/engine-context.tsx';
import { useMe } from '../../../lib/api/me.ts';
import { pressedKey } from '../../../lib/keys/pressed-key.ts';
import { useView } from '../../../lib/view/use-view.ts';
import type { ListOrder } from '../find-position.ts';
import type { RowsMoved } from '../rows-moved.ts';
import type { IncidentRows } from '../use-incident-rows.ts';
import { type ChosenRows, chooseAll, chooseRange, MAX_CHOSEN, NONE_CHOSEN, toggleRow } from './chosen-rows.ts';

export interface Choosing {
  readonly chosen: ChosenRows;
  /** Whether all that are listed are chosen, some, or none. */
  readonly extent: 'all' | 'some' | 'none';
  /** Whether there are no more than can be changed at once. */
  readonly canChooseAll: boolean;
  /** A click on a row's box; with Shift, on the end of a range. */
  readonly pick: (index: number, isRange: boolean) => void;
  readonly pickAll: () => void;
  readonly clear: () => void;
  /** Rows came and went: a range still begins at the same incident. */
  readonly follow: (moved: RowsMoved) => void;
  /** What the keyboard chooses; true where it was about that. `move` goes to another row. */
  readonly onKeyDown: (event: KeyboardEvent, active: number | null) => boolean;
}

/** Choosing rows of the table, for those who may change records; null for others, and of the past. */
export function useChosenRows(rows: IncidentRows, order: ListOrder): Choosing | null {
  const { client } = useEngine();
  const { may } = useMe();
  const [chosen, setChosen] = useState(NONE_CHOSEN);
  const { view } = useView();
  const follow = useCallback(({ placeOf }: RowsMoved) => {
    setChosen(({ anchor, titles }) => ({ titles, anchor: anchor === null ? null : placeOf(anchor) }));
  }, []);
  // The past is looked at, not changed.
  if (!may('incidents.edit') || view.asOf) return null;
  const { count = 0 } = rows;
  const { size } = chosen.titles;
  const canChooseAll = count > 0 && count <= MAX_CHOSEN;
  const clear = () => setChosen(NONE_CHOSEN);
  const pick = (index: number, isRange: boolean) => {
    const row = rows.rowAt(index);
    if (isRange) setChosen(chooseRange(chosen, index, rows.rowAt));
    else if (row) setChosen(toggleRow(chosen, row, index));
  };
  const pickAll = () => {
    if (size >= count) return clear();
    const { filter, sort } = order;
    void client
      .answer({ filter, page: { sort, offset: 0, limit: MAX_CHOSEN } })
      .then(({ page }) => setChosen(chooseAll(page?.items ?? [])));
  };
  const onKeyDown = (event: KeyboardEvent, active: number | null) => {
    if (canChooseAll && pressedKey(event, 'chooseAll')) pickAll();
    else if (active !== null && pressedKey(event, 'chooseRow')) pick(active, false);
    else if (active !== null && pressedKey(event, 'chooseRange')) pick(active, true);
    else if (size > 0 && pressedKey(event, 'chooseNone')) clear();
    else return false;
    event.preventDefault();
    return true;
  };
  const extent = size === 0 ? 'none' : size >= count ? 'all' : 'some';
  return { chosen, extent, canChooseAll, pick, pickAll, clear, follow, onKeyDown };
}
