import type { BBox } from '@corridor/domain';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapChrome, MapLabels, useMapProjection } from '../../components/base-map/index.ts';
import { LoadError } from '../../components/load-error.tsx';
import { basemapQuery } from '../../lib/api/portfolio.ts';
import { useView } from '../../lib/view/use-view.ts';
import { AreaMode } from './areas/area-mode.tsx';
import { useAreaValues } from './areas/use-area-values.ts';
import classes from './controls/controls.module.css';
import { DrawPanel } from './controls/draw-panel.tsx';
import { KeyStrip } from './controls/key-strip.tsx';
import { Legend } from './controls/legend.tsx';
import { MapTools } from './controls/map-tools.tsx';
import { ModeBar } from './controls/mode-bar.tsx';
import { HeatLayer, useHeat } from './density/heat-layer.tsx';
import { DrawLayer } from './draw/draw-layer.tsx';
import { DrawnArea } from './draw/drawn-area.tsx';
import { useDrawing } from './draw/use-drawing.ts';
import type { MapFocus } from './map-focus.ts';
import { IncidentMarks } from './marks/incident-marks.tsx';
import { SelectedMark } from './marks/selected-mark.tsx';
import { SoftAreas } from './marks/soft-areas.tsx';
import { FocusPopover } from './popover/focus-popover.tsx';
import { RoutesLayer } from './sites/routes-layer.tsx';
import { SiteMarks } from './sites/site-marks.tsx';
import { useDrawnThings } from './use-drawn-things.ts';
import { useMapBins } from './use-map-answer.ts';
import { useMapClicks } from './use-map-clicks.ts';
import { useMapLayers } from './use-map-layers.ts';
import { useMapPosition } from './use-map-position.ts';
import { usePlacement } from './use-placement.ts';

const DISTRICTS_FROM_ZOOM = 6;

/** Everything over the base map: what the answer holds, and the controls. Lives inside the Leaflet map. */
export function MapContent({
  touch,
  onBounds,
}: {
  readonly touch: boolean;
  readonly onBounds: (bounds: BBox) => void;
}) {
  const { view } = useView();
  const mode = view.mode ?? 'incidents';
  const projection = useMapProjection();
  const { has } = useMapLayers();
  const drawing = useDrawing();
  const [focus, setFocus] = useState<MapFocus | null>(null);
  const bins = useMapBins(projection, mode === 'density' ? 'density' : 'incidents');
  const placement = usePlacement(bins.answer?.bins, projection, mode, has('sites'));
  const heat = useHeat(mode === 'density' ? (bins.answer?.bins?.cells ?? NO_CELLS) : NO_CELLS, projection);
  const areas = useAreaValues(projection.zoom >= DISTRICTS_FROM_ZOOM ? 'district' : 'province', mode === 'areas');
  const clicks = useMapClicks(drawing.state.tool !== 'none', setFocus);
  const drawn = useDrawnThings({ mode, projection, placement, heat, areas });
  useMapPosition();
  useReportedBounds([projection.west, projection.south, projection.east, projection.north], onBounds);
  return (
    <>
      {mode === 'areas' && <AreaMode areas={areas} onPick={clicks.pickArea} />}
      {mode === 'density' && <HeatLayer heat={heat} projection={projection} />}
      {has('routes') && <RoutesLayer projection={projection} onOpen={clicks.openRoute} />}
      {has('sites') && <SiteMarks placed={placement.sites} projection={projection} onOpen={clicks.openSite} />}
      {mode !== 'areas' && <SoftAreas areas={placement.areas} projection={projection} />}
      <MapLabels towns={has('towns')} obstacles={placement.obstacles} />
      {mode !== 'areas' && (
        <IncidentMarks
          marks={placement.marks}
          areas={placement.areas}
          projection={projection}
          active={drawing.state.tool === 'none'}
          onOpenMark={clicks.openMark}
          onOpenArea={clicks.openArea}
        />
      )}
      {placement.selected && <SelectedMark selected={placement.selected} projection={projection} />}
      {view.filter.area && drawing.state.tool === 'none' && (
        <DrawnArea area={view.filter.area} projection={projection} />
      )}
      <DrawLayer drawing={drawing} projection={projection} />
      {focus && <FocusPopover focus={focus} projection={projection} onFocus={setFocus} />}
      <MapChrome>
        {!touch && <ModeBar />}
        <MapTools drawing={drawing} touch={touch} />
        <DrawPanel drawing={drawing} />
        {touch ? <KeyStrip drawn={drawn} /> : <Legend drawn={drawn} />}
        <MapError error={bins.error} retry={bins.retry} />
      </MapChrome>
    </>
  );
}

const NO_CELLS: readonly never[] = [];

function useReportedBounds([west, south, east, north]: BBox, onBounds: (bounds: BBox) => void): void {
  useEffect(() => onBounds([west, south, east, north]), [west, south, east, north, onBounds]);
}

/** What could not be loaded; the last good picture stays. */
function MapError({ error, retry }: { readonly error: Error | null; readonly retry: () => void }) {
  const { t } = useTranslation('map');
  const base = useQuery(basemapQuery('base'));
  if (!error && !base.error) return null;
  return (
    <div className={classes.error}>
      {base.error && <LoadError what={t('baseMap')} error={base.error} retry={() => void base.refetch()} />}
      {error && <LoadError what={t('answer')} error={error} retry={retry} />}
    </div>
  );
}
