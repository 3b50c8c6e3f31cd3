import { CRS, type Map as LeafletMap, latLng, point } from 'leaflet';
import { useEffect, useMemo, useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** What the map shows, and where a place lies in it: in the pixels of its panes, which move with the map. */
export interface MapProjection {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** Pane pixel of the map's upper left corner: subtract it for a position on the screen. */
  readonly origin: ScreenPoint;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly project: (longitude: number, latitude: number) => ScreenPoint;
  /** Pixels to a kilometre at a latitude. */
  readonly pxPerKm: (latitude: number) => number;
}

const EARTH_CIRCUMFERENCE_KM = 40_075.016_686;

/** The projection as it is now. Its functions keep the zoom and origin they were made with. */
function readProjection(map: LeafletMap): MapProjection {
  const zoom = map.getZoom();
  const { x: width, y: height } = map.getSize();
  const corner = map.containerPointToLayerPoint([0, 0]);
  const pixelOrigin = map.getPixelOrigin();
  const [northWest, southEast] = [map.containerPointToLatLng([0, 0]), map.containerPointToLatLng([width, height])];
  return {
    zoom,
    width,
    height,
    origin: { x: corner.x, y: corner.y },
    west: northWest.lng,
    south: southEast.lat,
    east: southEast.lng,
    north: northWest.lat,
    project: (longitude, latitude) => {
      const projected = CRS.EPSG3857.latLngToPoint(latLng(latitude, longitude), zoom).subtract(
        point(pixelOrigin.x, pixelOrigin.y),
      );
      return { x: projected.x, y: projected.y };
    },
    pxPerKm: (latitude) => (256 * 2 ** zoom) / (EARTH_CIRCUMFERENCE_KM * Math.cos((latitude * Math.PI) / 180)),
  };
}

/** The projection of the map around; renewed when the map has moved, zoomed or changed its size. */
export function useMapProjection(): MapProjection {
  const map = useMap();
  const [version, setVersion] = useState(0);
  // The same object each time: listeners that are taken off and put on anew miss what an effect does to the map between.
  const listeners = useMemo(() => {
    const renew = () => setVersion((before) => before + 1);
    return { moveend: renew, zoom: renew, viewreset: renew, resize: renew };
  }, []);
  useMapEvents(listeners);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map changes in place; the version says when
  const projection = useMemo(() => readProjection(map), [map, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn first is compared once it hears of moves
  useEffect(() => {
    if (hasMoved(map, projection)) listeners.moveend();
  }, []);
  return projection;
}

/** Whether the map shows something else than when the projection was read. */
function hasMoved(map: LeafletMap, { north, west, zoom }: MapProjection): boolean {
  const { lat, lng } = map.containerPointToLatLng([0, 0]);
  return map.getZoom() !== zoom || lng !== west || lat !== north;
}

const round = (value: number): string => value.toFixed(1);

/** SVG path data of lines or, with `close`, of rings. Points nearer than `tolerance` px to the one before are left out. */
export function svgPath(
  projection: Pick<MapProjection, 'project'>,
  lines: Iterable<readonly (readonly [longitude: number, latitude: number])[]>,
  close: boolean,
  tolerance = 0.7,
): string {
  let data = '';
  for (const line of lines) {
    let last: ScreenPoint | null = null;
    line.forEach(([longitude, latitude], index) => {
      const at = projection.project(longitude, latitude);
      if (last && index < line.length - 1 && Math.hypot(at.x - last.x, at.y - last.y) < tolerance) return;
      data += `${last ? 'L' : 'M'}${round(at.x)} ${round(at.y)}`;
      last = at;
    });
    if (close && last) data += 'Z';
  }
  return data;
}
