import { useCallback, useMemo, useState } from 'react';
import { useView } from '../../../lib/view/use-view.ts';
import { type DrawAction, type DrawState, draw, IDLE } from './draw-state.ts';

export interface Drawing {
  readonly state: DrawState;
  readonly dispatch: (action: DrawAction) => void;
}

/** What is being drawn; a finished area becomes part of the filter. */
export function useDrawing(): Drawing {
  const { view, setFilter } = useView();
  const [state, setState] = useState<DrawState>(IDLE);
  const dispatch = useCallback(
    (action: DrawAction) => {
      const { state: next, area } = draw(state, action);
      setState(next);
      if (area) setFilter({ ...view.filter, area });
    },
    [state, view, setFilter],
  );
  return useMemo(() => ({ state, dispatch }), [state, dispatch]);
}
