import 'leaflet/dist/leaflet.css';
import type { BBox } from '@corridor/domain';
import { type Map as LeafletMap, latLngBounds } from 'leaflet';
import { type ReactNode, type Ref, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MapContainer, TileLayer, useMap } from 'react-leaflet';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { DrawnLater } from '../drawn-later.tsx';
import { Attribution } from './attribution.tsx';
import { type BaseLayer, BaseLayers } from './base-layers.tsx';
import classes from './base-map.module.css';
import { corners, FollowGoal, type MapGoal } from './follow-goal.tsx';
import './forget-late-frames.ts';
import { MapLabels } from './map-labels.tsx';
import type { MapPosition } from './map-position.ts';
import { ScaleBar } from './scale-bar.tsx';

const MIN_ZOOM = 4;
export const MAX_ZOOM = 13;
const ROAM = 0.4;

interface BaseMapProps {
  /** What the map shows and where its text twin stands: its accessible name. */
  readonly label: string;
  /** What to show; the portfolio's bounds when neither this nor `position` is given. Followed when its numbers change. */
  readonly bounds?: BBox | undefined;
  /** Goes before `bounds`. */
  readonly position?: MapPosition | undefined;
  /** Whether the reader can pan and zoom. */
  readonly interactive?: boolean;
  readonly layers: readonly BaseLayer[];
  readonly districts?: boolean;
  /** Names of places; switch off to place `MapLabels` among own obstacles. */
  readonly labels?: boolean;
  readonly padding?: number;
  readonly mapRef?: Ref<LeafletMap>;
  /** Overlays, as children of the Leaflet map. */
  readonly children?: ReactNode;
}

/** The bundled base map with scale bar and attribution. Fills its parent, which needs a height. */
export function BaseMap({ label, ...map }: BaseMapProps) {
  return (
    <section className={classes.frame} aria-label={label}>
      {/* What stands around the map stays while its data comes. */}
      <Suspense fallback={null}>
        <LoadedMap {...map} />
      </Suspense>
    </section>
  );
}

function LoadedMap({
  bounds,
  position,
  interactive = true,
  layers,
  districts = true,
  labels = true,
  padding = 12,
  mapRef,
  children,
}: Omit<BaseMapProps, 'label'>) {
  const portfolio = usePortfolio();
  const shown = useMemo(() => new Set(layers), [layers]);
  const goal: MapGoal = position ? { position } : { bounds: bounds ?? portfolio.bounds };
  return (
    <MapContainer
      ref={mapRef ?? null}
      className={classes.map ?? ''}
      {...(position
        ? { center: [position.latitude, position.longitude], zoom: position.zoom }
        : { bounds: corners(bounds ?? portfolio.bounds), boundsOptions: { padding: [padding, padding] } })}
      minZoom={interactive ? MIN_ZOOM : 0}
      maxZoom={MAX_ZOOM}
      maxBounds={latLngBounds(corners(portfolio.bounds)).pad(ROAM)}
      maxBoundsViscosity={0.8}
      zoomSnap={0.25}
      zoomDelta={0.5}
      wheelPxPerZoomLevel={110}
      attributionControl={false}
      zoomControl={false}
      preferCanvas
      dragging={interactive}
      touchZoom={interactive}
      scrollWheelZoom={interactive}
      doubleClickZoom={interactive}
      boxZoom={interactive}
      keyboard={interactive}
    >
      {portfolio.tilesUrl !== null && <TileLayer url={portfolio.tilesUrl} />}
      <DrawnLater>
        {children}
        <DrawnLater>
          <BaseLayers layers={shown} districts={districts} onTiles={portfolio.tilesUrl !== null} />
        </DrawnLater>
        {labels && <MapLabels towns={shown.has('towns')} />}
      </DrawnLater>
      <ScaleBar />
      <Attribution />
      <FollowGoal goal={goal} padding={padding} />
      {interactive && <KeyboardName />}
    </MapContainer>
  );
}

/** The map itself takes the focus for panning by arrow keys, so it needs a name. */
function KeyboardName() {
  const map = useMap();
  const { t } = useTranslation('map');
  useEffect(() => {
    map.getContainer().setAttribute('role', 'group');
    map.getContainer().setAttribute('aria-label', t('keyboard'));
  }, [map, t]);
  return null;
}
