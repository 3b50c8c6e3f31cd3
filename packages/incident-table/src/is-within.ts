import type { BBox } from '@corridor/domain';

/** Whether a position lies in a box, its edges included. */
export function isWithin([west, south, east, north]: BBox, longitude: number, latitude: number): boolean {
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}
