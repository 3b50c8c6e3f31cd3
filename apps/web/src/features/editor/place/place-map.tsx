import { PLACE_PRECISIONS, PRECISION_RADIUS_KM } from '@corridor/domain';
import type { LonLat, Polygons } from '@corridor/geography';
import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-leaflet';
import {
  BaseMap,
  centreOf,
  MapPane,
  MapSvg,
  svgPath,
  useBoundaries,
  useMapProjection,
} from '../../../components/base-map/index.ts';
import { MapPin, PickOnClick } from '../../../components/point-picker.tsx';
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
      {point && <MapPin label={t('map.pin')} point={point} onDrag={setDragged} onDrop={pick} />}
      {/* Last, so that all that is drawn hears of the move. */}
      <KeepInView point={pointOf(place)} district={place.district} />
    </BaseMap>
  );
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
