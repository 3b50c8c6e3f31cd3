import type { BBox, Route, Site } from '@corridor/domain';
import { type Map as LeafletMap, point } from 'leaflet';
import { useMemo } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import { type AreaHover, MAX_ZOOM, type ScreenPoint, useBoundaries } from '../../components/base-map/index.ts';
import { useView } from '../../lib/view/use-view.ts';
import type { OpenFocus } from './map-focus.ts';
import type { MapMark } from './marks/map-mark.ts';
import type { SoftArea } from './marks/soft-area.ts';

export interface MapClicks {
  readonly openMark: (mark: MapMark) => void;
  readonly openArea: (area: SoftArea) => void;
  readonly openSite: (site: Site) => void;
  readonly openRoute: (route: Route, at: ScreenPoint) => void;
  readonly pickArea: (pick: AreaHover, by: 'district' | 'province') => void;
}

const CLUSTER_PADDING = point(80, 80);

/** What a click on each thing of the map does; always the same functions. A click on bare land is about its district. */
export function useMapClicks(drawing: boolean, onFocus: OpenFocus): MapClicks {
  const map = useMap();
  const boundaries = useBoundaries();
  const { view, patch } = useView();
  useMapEvents({
    click: ({ latlng, originalEvent }) => {
      const onItem = originalEvent.target instanceof Element && originalEvent.target.closest('[data-map-item]');
      if (drawing || onItem) return;
      const name = boundaries?.districtAt(latlng.lng, latlng.lat);
      if (name) onFocus({ kind: 'district', name, longitude: latlng.lng, latitude: latlng.lat });
    },
  });
  return useMemo(() => {
    const placeOf = ({ x, y }: ScreenPoint) => {
      const { lng: longitude, lat: latitude } = map.layerPointToLatLng([x, y]);
      return { longitude, latitude };
    };
    return {
      openMark: (mark) => {
        if (mark.only) patch({ incident: mark.only.id }, { replace: view.incident !== undefined });
        else if (!zoomTo(map, mark.extent)) {
          onFocus({ kind: 'cluster', extent: mark.extent, count: mark.count, ...placeOf(mark) });
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
  }, [map, boundaries, onFocus, patch, view]);
}

/** Zooms to an extent; false where that would come no closer: all lies at one place, or the map is as close as it goes. */
function zoomTo(map: LeafletMap, [west, south, east, north]: BBox): boolean {
  const extent: [[number, number], [number, number]] = [
    [south, west],
    [north, east],
  ];
  const isPlace = west === east && south === north;
  if (isPlace || Math.min(MAX_ZOOM, map.getBoundsZoom(extent, false, CLUSTER_PADDING)) <= map.getZoom()) return false;
  map.fitBounds(extent, { padding: CLUSTER_PADDING, maxZoom: MAX_ZOOM });
  return true;
}
