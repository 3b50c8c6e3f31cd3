import { type BBox, type Bins, type Filter, Problem } from '@corridor/domain';
import { checkScreenSize } from '../params/map-params.ts';
import type { Snapshot } from '../snapshot.ts';

export interface BinAnswer extends Bins {
  readonly matched: number;
  readonly located: number;
  readonly unlocated: number;
  readonly revision: number;
}

export function binIncidents(
  { engine, revision }: Snapshot,
  filter: Filter,
  { bbox, zoom }: { readonly bbox: BBox; readonly zoom: number },
): BinAnswer {
  refuseWiderThanScreens(bbox, zoom);
  const { totals, bins } = engine.answer({ filter, bins: { bbox, zoom } });
  const { matched, located, unlocated } = totals;
  return { matched, located, unlocated, cells: bins?.cells ?? [], areas: bins?.areas ?? [], revision };
}

function refuseWiderThanScreens(bbox: BBox, zoom: number): void {
  try {
    checkScreenSize(bbox, zoom);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('invalid-parameter', `zoom ${error.message}.`, [{ name: 'zoom', reason: error.message }]);
  }
}
