import type { Map as LeafletMap } from 'leaflet';

/** Degrees, and Leaflet's zoom. */
export interface MapPosition {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

export function positionOf(map: LeafletMap): MapPosition {
  const { lat: latitude, lng: longitude } = map.getCenter();
  return { longitude, latitude, zoom: map.getZoom() };
}

/** Whether the map already shows a position, within the rounding of a URL. */
export function isNear(map: LeafletMap, { latitude, longitude, zoom }: MapPosition): boolean {
  const shown = positionOf(map);
  return (
    Math.abs(shown.latitude - latitude) < 1e-3 &&
    Math.abs(shown.longitude - longitude) < 1e-3 &&
    Math.abs(shown.zoom - zoom) < 0.01
  );
}
