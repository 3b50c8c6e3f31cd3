import type { Bins } from '@corridor/domain';
import { useMemo } from 'react';
import { type Box, type MapProjection, type Obstacle, useControlBoxes } from '../../components/base-map/index.ts';
import type { MapMode } from '../../lib/view/view.ts';
import { boxAround, type MapMark, toMark } from './marks/map-mark.ts';
import { mergeMarks, moveAside } from './marks/merge-marks.ts';
import { type PlacedPill, pillBox } from './marks/place-pills.ts';
import { SELECTION_RADIUS, type SelectedPlace, useSelectedPlace } from './marks/selected-mark.tsx';
import { type SoftArea, useSoftAreas } from './marks/soft-area.ts';
import { type Disc, GLYPH_SIZE, type PlacedSite } from './sites/place-sites.ts';
import { usePlacedSites } from './sites/site-marks.tsx';
import { type Counted, useMapCounts } from './use-map-answer.ts';

/** Where everything of the answer is drawn, placed so that nothing important covers another. */
export interface Placement {
  readonly marks: readonly MapMark[];
  readonly selected: SelectedPlace | null;
  readonly areas: readonly PlacedPill<SoftArea>[];
  readonly sites: readonly PlacedSite[];
  /** What names of places keep clear of. */
  readonly obstacles: readonly Obstacle[];
}

const ASIDE_GAP = 4;
const HALF_GLYPH = GLYPH_SIZE / 2 + 1;
const HALF_SQUARE = 3;

export function usePlacement(
  bins: Bins | undefined,
  projection: MapProjection,
  mode: MapMode,
  showsSites: boolean,
): Placement {
  const controls = useControlBoxes(projection);
  const selected = useSelectedPlace(projection);
  const marks = useMarks(mode === 'incidents' ? bins : undefined, projection, selected);
  const discs = useMemo<readonly Disc[]>(
    () => (selected ? [...marks, { ...selected, radius: SELECTION_RADIUS }] : marks),
    [marks, selected],
  );
  const bySite = useMapCounts(showsSites ? 'site' : null) ?? NOT_COUNTED;
  const sites = usePlacedSites(showsSites, projection, bySite, discs);
  const taken = useMemo<readonly Box[]>(() => {
    const boxes = discs.map((disc) => boxAround(disc, disc.radius + 2));
    const glyphs = sites.flatMap((site) => (site.form === 'glyph' ? [boxAround(site, HALF_GLYPH)] : []));
    return [...boxes, ...glyphs, ...controls, ...(selected ? [selected.callout.box] : [])];
  }, [discs, sites, selected, controls]);
  const areas = useSoftAreas(mode === 'areas' ? NO_AREAS : (bins?.areas ?? NO_AREAS), projection, taken);
  const obstacles = useMemo<readonly Obstacle[]>(
    () => [
      ...discs.map((disc) => ({ box: boxAround(disc, disc.radius + 2), names: true })),
      ...sites.map((site) => ({
        box: boxAround(site, site.form === 'glyph' ? HALF_GLYPH : HALF_SQUARE),
        names: false,
      })),
      ...areas.filter(({ shown }) => shown).map((area) => ({ box: pillBox(area), names: false })),
      ...(selected ? [{ box: selected.callout.box, names: false }] : []),
    ],
    [discs, sites, areas, selected],
  );
  return { marks, selected, areas, sites, obstacles };
}

const NO_AREAS: readonly never[] = [];
const NOT_COUNTED: ReadonlyMap<string, Counted> = new Map();

function useMarks(
  bins: Bins | undefined,
  projection: MapProjection,
  selected: SelectedPlace | null,
): readonly MapMark[] {
  const merged = useMemo(() => {
    const cells = bins?.cells ?? [];
    return mergeMarks(cells.map((cell) => toMark(cell, projection.project(cell.longitude, cell.latitude))));
  }, [bins, projection]);
  return useMemo(
    () => (selected?.kind === 'point' ? moveAside(merged, selected, SELECTION_RADIUS, ASIDE_GAP) : merged),
    [merged, selected],
  );
}
