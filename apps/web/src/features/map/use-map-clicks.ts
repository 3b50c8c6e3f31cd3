import type { Route, Site } from '@corridor/domain';
import { point } from 'leaflet';
import { useMap, useMapEvents } from 'react-leaflet';
import {
  type AreaHover,
  MAX_ZOOM,
  type MapProjection,
  type ScreenPoint,
  useBoundaries,
} from '../../components/base-map/index.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { OpenFocus } from './map-focus.ts';
import type { MapMark } from './marks/map-mark.ts';
import type { SoftArea } from './marks/soft-areas.tsx';

export interface MapClicks {
  readonly openMark: (mark: MapMark) => void;
  readonly openArea: (area: SoftArea) => void;
  readonly openSite: (site: Site) => void;
  readonly openRoute: (route: Route, at: ScreenPoint) => void;
  readonly pickArea: (pick: AreaHover, by: 'district' | 'province') => void;
}

const CLUSTER_PADDING = point(80, 80);

/** What a click on each thing of the map does. A click on bare land is about its district. */
export function useMapClicks(projection: MapProjection, drawing: boolean, onFocus: OpenFocus): MapClicks {
  const map = useMap();
  const boundaries = useBoundaries();
  const { view, patch } = useView();
  const placeOf = ({ x, y }: ScreenPoint) => {
    const { lng: longitude, lat: latitude } = map.layerPointToLatLng([x, y]);
    return { longitude, latitude };
  };
  useMapEvents({
    click: ({ latlng, originalEvent }) => {
      const onItem = originalEvent.target instanceof Element && originalEvent.target.closest('[data-map-item]');
      if (drawing || onItem) return;
      const name = boundaries?.districtAt(latlng.lng, latlng.lat);
      if (name) onFocus({ kind: 'district', name, longitude: latlng.lng, latitude: latlng.lat });
    },
  });
  return {
    openMark: (mark) => {
      if (mark.only) {
        patch({ incident: mark.only.id }, { replace: view.incident !== undefined });
        return;
      }
      const [west, south, east, north] = mark.extent;
      const extent: [[number, number], [number, number]] = [
        [south, west],
        [north, east],
      ];
      const isPlace = west === east && south === north;
      const closer = isPlace ? 0 : Math.min(MAX_ZOOM, map.getBoundsZoom(extent, false, CLUSTER_PADDING));
      if (isPlace || closer <= projection.zoom) {
        onFocus({ kind: 'cluster', extent: mark.extent, count: mark.count, ...placeOf(mark) });
      } else {
        map.fitBounds(extent, { padding: CLUSTER_PADDING, maxZoom: MAX_ZOOM });
      }
    },
    openArea: (area) => onFocus({ kind: 'rough', districts: area.shape.names, count: area.count, ...placeOf(area) }),
    openSite: ({ id, longitude, latitude }) => onFocus({ kind: 'site', id, longitude, latitude }),
    openRoute: ({ id }, at) => onFocus({ kind: 'route', id, ...placeOf(at) }),
    pickArea: ({ names, x, y }, by) => {
      const place = placeOf({ x, y });
      const exact = by === 'district' ? boundaries?.districtAt(place.longitude, place.latitude) : null;
      const name = exact ?? names[0];
      if (name !== undefined) onFocus({ kind: by, name, ...place });
    },
  };
}
