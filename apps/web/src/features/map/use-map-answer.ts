import type { Answer, BBox, Query } from '@corridor/domain';
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

/** Certainly and possibly inside each site's and route's ring, and in each district. */
export function useMapCounts(): Answer | undefined {
  const { filter } = useScreenFilter();
  const query = useMemo((): Query => ({ filter, counts: ['site', 'route', 'district', 'province'] }), [filter]);
  return useAnswer(query).answer;
}

export interface Counted {
  readonly count: number;
  readonly possible: number;
}

/** The counts of one dimension by value. */
export function countsOf(answer: Answer | undefined, by: 'site' | 'route' | 'district' | 'province') {
  const rows = answer?.counts?.[by] ?? [];
  return new Map(
    rows.flatMap(({ key, count, possible }): [string, Counted][] => (key === null ? [] : [[key, { count, possible }]])),
  );
}
