import type { BBox, Query } from '@corridor/domain';
import { useMemo } from 'react';
import type { MapProjection } from '../../components/base-map/index.ts';
import { type AnswerState, useAnswer } from '../../engine/use-answer.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { useView } from '../../lib/view/use-view.ts';

const CELL_PX = { incidents: 60, density: 24 } as const;
/** Part of the map's size that is asked for on every side beyond it, so that a short drag finds its marks there. */
const MARGIN = 0.2;

/** What is drawn in the part of the map that is seen: cells and districts. The open incident is drawn on its own. */
export function useMapBins(projection: MapProjection, cells: 'incidents' | 'density'): AnswerState {
  const { filter } = useScreenFilter();
  const { view } = useView();
  const { zoom, west, south, east, north } = projection;
  const query = useMemo((): Query => {
    const bbox = widen([west, south, east, north]);
    const exclude = cells === 'incidents' && view.incident !== undefined ? { exclude: view.incident } : {};
    return { filter, bins: { bbox, zoom, cellPx: CELL_PX[cells], ...exclude } };
  }, [filter, view.incident, zoom, west, south, east, north, cells]);
  return useAnswer(query);
}

function widen([west, south, east, north]: BBox): BBox {
  const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [Math.max(-180, west - dx), Math.max(-85, south - dy), Math.min(180, east + dx), Math.min(85, north + dy)];
}

type Counting = 'site' | 'route' | 'district' | 'province';

/**
 * How many incidents each site's or route's ring or each district or province has, by its id or name; null until they are counted.
 * A `by` of null counts nothing.
 */
export function useMapCounts(by: Counting | null): ReadonlyMap<string, Counted> | null {
  const { filter } = useScreenFilter();
  const query = useMemo((): Query | null => by && { filter, counts: [by] }, [filter, by]);
  const rows = useAnswer(query).answer?.counts;
  const counts = by && rows?.[by];
  return useMemo(() => {
    if (!counts) return null;
    return new Map(
      counts.flatMap(({ key, count, possible }): [string, Counted][] =>
        key === null ? [] : [[key, { count, possible }]],
      ),
    );
  }, [counts]);
}

export interface Counted {
  readonly count: number;
  readonly possible: number;
}
