import type { LonLat } from '@corridor/geography';
import { readDegrees } from '../values/form-to-draft.ts';
import type { PlaceText } from '../values/form-values.ts';

/** The point that the form names; null where it names none that lies on the Earth. */
export function pointOf({ latitude, longitude }: Pick<PlaceText, 'latitude' | 'longitude'>): LonLat | null {
  const [lat, lon] = [readDegrees(latitude), readDegrees(longitude)];
  if (lat === null || lon === null) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

const DIGITS = 4;

/** Degrees as the form shows them: to ten metres, which is finer than anything that is known. */
export function degreesText(degrees: number): string {
  return String(Number(degrees.toFixed(DIGITS)));
}
