import type { BBox } from '@corridor/domain';

/** What is wrong with a position, in words; null where nothing is, or there is none. */
export function positionFault(
  { latitude, longitude }: { readonly latitude: number | null; readonly longitude: number | null },
  [west, south, east, north]: BBox,
): string | null {
  if (latitude === null && longitude === null) return null;
  if (latitude === null || longitude === null) return 'has one coordinate without the other';
  if (latitude === 0 && longitude === 0) return 'is 0, 0: a position that was left out';
  const isWithin = (lon: number, lat: number): boolean => west <= lon && lon <= east && south <= lat && lat <= north;
  if (isWithin(longitude, latitude)) return null;
  if (isWithin(latitude, longitude)) return 'lies outside the portfolio: latitude and longitude seem to be swapped';
  return `lies outside the portfolio (${south} to ${north}, ${west} to ${east})`;
}
