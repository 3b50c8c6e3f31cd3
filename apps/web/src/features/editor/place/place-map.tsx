import { PLACE_PRECISIONS, PRECISION_RADIUS_KM } from '@corridor/domain';
import type { LonLat, Polygons } from '@corridor/geography';
import type { Map as LeafletMap } from 'leaflet';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap, useMapEvents } from 'react-leaflet';
import {
  BaseMap,
  centreOf,
  MapPane,
  MapSvg,
  svgPath,
  useBoundaries,
  useMapProjection,
} from '../../../components/base-map/index.ts';
import { usePart } from '../form-context.ts';
import classes from './place-map.module.css';
import { pointOf } from './point-of.ts';
import { placeAtPoint } from './propose-place.ts';
import { useRegionsAt } from './use-regions-at.ts';

interface PlaceMapProps {
  /** Told that a point was chosen here. */
  readonly onPicked: () => void;
}

/** The place on the map: a click or a drag sets the point, and the region shows how precisely it is known. */
export function PlaceMap({ onPicked }: PlaceMapProps) {
  const { t } = useTranslation('editor');
  const [place, setPlace] = usePart('place');
  const regions = useRegionsAt();
  const [dragged, setDragged] = useState<LonLat | null>(null);
  const point = dragged ?? pointOf(place);
  const pick = (at: LonLat) => {
    setDragged(null);
    if (!regions) return;
    setPlace(placeAtPoint(place, at, regions));
    onPicked();
  };
  return (
    <BaseMap label={t('map.label')} layers={['rivers', 'towns']}>
      <PickOnClick onPick={pick} />
      <Region point={point} place={place} />
      {point && <Pin point={point} onDrag={setDragged} onDrop={pick} />}
      {/* Last, so that all that is drawn hears of the move. */}
      <KeepInView point={pointOf(place)} district={place.district} />
    </BaseMap>
  );
}

function PickOnClick({ onPick }: { readonly onPick: (at: LonLat) => void }) {
  const map = useMap();
  useMapEvents({ click: ({ latlng }) => onPick([latlng.lng, latlng.lat]) });
  useEffect(() => {
    const container = map.getContainer();
    container.classList.add(classes.picking ?? '');
    map.doubleClickZoom.disable();
    return () => container.classList.remove(classes.picking ?? '');
  }, [map]);
  return null;
}

const CLOSE_ZOOM = 8;
const DISTRICT_ZOOM = 7;

/** What is typed or completed comes into view; what was chosen on the map is there already. */
function KeepInView({ district, point }: { readonly point: LonLat | null; readonly district: string }) {
  const map = useMap();
  const boundaries = useBoundaries();
  const shown = useRef('');
  const [longitude, latitude] = point ?? [null, null];
  useEffect(() => {
    const polygons = district === '' ? null : (boundaries?.districtPolygons(district) ?? null);
    const centre = polygons && centreOf(polygons);
    const goal: LonLat | null = longitude !== null && latitude !== null ? [longitude, latitude] : centre;
    const key = goal?.join(',') ?? '';
    if (!goal || shown.current === key) return;
    shown.current = key;
    bringIntoView(map, goal, longitude === null ? DISTRICT_ZOOM : CLOSE_ZOOM);
  }, [map, boundaries, district, longitude, latitude]);
  return null;
}

function bringIntoView(map: LeafletMap, [longitude, latitude]: LonLat, zoom: number): void {
  const inView = map.getBounds().pad(-0.1).contains([latitude, longitude]);
  if (inView && map.getZoom() >= zoom - 1) return;
  map.setView([latitude, longitude], Math.max(map.getZoom(), zoom), { animate: false });
}

interface RegionProps {
  readonly point: LonLat | null;
  readonly place: { readonly precision: string; readonly district: string; readonly province: string };
}

/** How far the place may lie from its point: a disc, or the district or province of which no more is known. */
function Region({ place, point }: RegionProps) {
  const projection = useMapProjection();
  const boundaries = useBoundaries();
  const precision = PLACE_PRECISIONS.find((one) => one === place.precision);
  const radiusKm = precision === undefined ? null : PRECISION_RADIUS_KM[precision];
  const area = areaOf(precision, place, boundaries);
  const centre = point && projection.project(...point);
  return (
    <MapPane name="overlay">
      <MapSvg>
        {area && <path className={classes.region} d={svgPath(projection, area.flat(), true)} />}
        {centre && point && radiusKm !== null && (
          <circle
            className={classes.region}
            cx={centre.x}
            cy={centre.y}
            r={Math.max(1, radiusKm * projection.pxPerKm(point[1]))}
          />
        )}
      </MapSvg>
    </MapPane>
  );
}

function areaOf(
  precision: string | undefined,
  { district, province }: RegionProps['place'],
  boundaries: ReturnType<typeof useBoundaries>,
): Polygons | null {
  if (precision === 'district' && district !== '') return boundaries?.districtPolygons(district) ?? null;
  return precision === 'province' && province !== '' ? (boundaries?.provincePolygons(province) ?? null) : null;
}

const STEP_PX = 4;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
};

interface PinProps {
  readonly point: LonLat;
  readonly onDrag: (at: LonLat) => void;
  readonly onDrop: (at: LonLat) => void;
}

/** The point itself. It is dragged by pointer, and moved by arrows where it has the focus. */
function Pin({ onDrag, onDrop, point }: PinProps) {
  const { t } = useTranslation('editor');
  const map = useMap();
  const projection = useMapProjection();
  const { x, y } = projection.project(...point);
  const at = (event: PointerEvent): LonLat => {
    const { lat, lng } = map.mouseEventToLatLng(event.nativeEvent);
    return [lng, lat];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const { lat, lng } = map.layerPointToLatLng([x + step[0], y + step[1]]);
    onDrop([lng, lat]);
  };
  return (
    <MapPane name="selection" interactive>
      <button
        type="button"
        className={classes.pin}
        style={{ insetInlineStart: x, top: y }}
        aria-label={t('map.pin')}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => {
          event.stopPropagation();
          map.dragging.disable();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(at(event));
        }}
        onPointerUp={(event) => {
          map.dragging.enable();
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrop(at(event));
        }}
      >
        <svg width="22" height="30" viewBox="0 0 22 30" aria-hidden="true">
          <path d="M11 1a10 10 0 0 1 10 10c0 7-10 18-10 18S1 18 1 11A10 10 0 0 1 11 1Z" />
          <circle cx="11" cy="11" r="3.5" />
        </svg>
      </button>
    </MapPane>
  );
}
