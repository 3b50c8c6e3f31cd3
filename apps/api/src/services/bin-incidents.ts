import type { BBox, Bins, Filter } from '@corridor/domain';
import { refuseWiderThanScreens } from '../params/map-params.ts';
import type { Snapshot } from '../snapshot.ts';

export interface BinAnswer extends Bins {
  readonly matched: number;
  readonly located: number;
  readonly unlocated: number;
  readonly revision: number;
}

export async function binIncidents(
  { engine }: Snapshot,
  filter: Filter,
  { bbox, zoom }: { readonly bbox: BBox; readonly zoom: number },
): Promise<BinAnswer> {
  refuseWiderThanScreens(bbox, zoom);
  const { revision, totals, bins } = await engine.answer({ filter, bins: { bbox, zoom } });
  const { matched, located, unlocated } = totals;
  return { matched, located, unlocated, cells: bins?.cells ?? [], areas: bins?.areas ?? [], revision };
}
