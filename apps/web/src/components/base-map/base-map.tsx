import 'leaflet/dist/leaflet.css';
import type { BBox } from '@corridor/domain';
import { type LatLngBoundsLiteral, type Map as LeafletMap, latLngBounds } from 'leaflet';
import { type ReactNode, type Ref, Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MapContainer, TileLayer, useMap } from 'react-leaflet';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import { DrawnLater } from '../drawn-later.tsx';
import { Attribution } from './attribution.tsx';
import { type BaseLayer, BaseLayers } from './base-layers.tsx';
import classes from './base-map.module.css';
import { MapLabels } from './map-labels.tsx';
import { ScaleBar } from './scale-bar.tsx';

const MIN_ZOOM = 4;
export const MAX_ZOOM = 13;
const ROAM = 0.4;

export interface MapPosition {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

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
  const goal: Goal = position ? { position } : { bounds: bounds ?? portfolio.bounds };
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
      <FollowSize />
      <FollowGoal goal={goal} padding={padding} />
      {interactive && <KeyboardName />}
    </MapContainer>
  );
}

type Goal = { readonly position: MapPosition } | { readonly bounds: BBox };

function corners([west, south, east, north]: BBox): LatLngBoundsLiteral {
  return [
    [south, west],
    [north, east],
  ];
}

function FollowGoal({ goal, padding }: { readonly goal: Goal; readonly padding: number }) {
  const map = useMap();
  const key = JSON.stringify(goal);
  const applied = useRef(key);
  useEffect(() => {
    if (applied.current === key) return;
    applied.current = key;
    if ('position' in goal) {
      const { latitude, longitude, zoom } = goal.position;
      if (!isNear(map, goal.position)) map.setView([latitude, longitude], zoom);
    } else {
      map.fitBounds(corners(goal.bounds), { padding: [padding, padding] });
    }
  }, [map, goal, key, padding]);
  return null;
}

/** Whether the map already shows a position, within the rounding of a URL. */
function isNear(map: LeafletMap, { latitude, longitude, zoom }: MapPosition): boolean {
  const center = map.getCenter();
  return (
    Math.abs(center.lat - latitude) < 1e-3 &&
    Math.abs(center.lng - longitude) < 1e-3 &&
    Math.abs(map.getZoom() - zoom) < 0.01
  );
}

function FollowSize() {
  const map = useMap();
  useEffect(() => {
    const observer = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false }));
    observer.observe(map.getContainer());
    return () => observer.disconnect();
  }, [map]);
  return null;
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
