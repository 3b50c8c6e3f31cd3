import type { Map as LeafletMap } from 'leaflet';

const moving = new WeakSet<LeafletMap>();

/** Begins a move of a map that is none of its reader's. */
export function moveByItself(map: LeafletMap, begin: () => void): void {
  const isWithin = moving.has(map);
  moving.add(map);
  try {
    begin();
  } finally {
    if (!isWithin) moving.delete(map);
  }
}

/** Leaflet pans a map that shows too much beyond its bounds, by the method of that name: none of its reader's moves either. */
export function markPansInside(map: LeafletMap): void {
  const panInside = map.panInsideBounds.bind(map);
  map.panInsideBounds = (...how) => {
    moveByItself(map, () => panInside(...how));
    return map;
  };
}

/** Whether the move that a map tells of just now begins without its reader. */
export function isMovingByItself(map: LeafletMap): boolean {
  return moving.has(map);
}
