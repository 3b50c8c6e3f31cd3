import type { LonLat } from '@corridor/geography';
import type { KnownPlace } from '../../../lib/api/editing.ts';
import type { PlaceText } from '../values/form-values.ts';
import { degreesText } from './point-of.ts';

/** A place of the portfolio with all that is known of it, in place of what was there. */
export function placeFromKnown({ district, latitude, longitude, name, precision, province }: KnownPlace): PlaceText {
  return {
    name,
    province: province ?? '',
    district: district ?? '',
    latitude: latitude === null ? '' : degreesText(latitude),
    longitude: longitude === null ? '' : degreesText(longitude),
    precision,
  };
}

export interface Regions {
  readonly districtAt: (longitude: number, latitude: number) => string | null;
  readonly provinceAt: (longitude: number, latitude: number) => string | null;
  /** The province that a district belongs to. */
  readonly provinceOf: (district: string) => string | null;
}

/**
 * A place after a point was chosen on the map: district and province are those round it. Where they cannot be told,
 * what was there stays; a place that was a whole area becomes a town's surroundings, which the reader may sharpen.
 */
export function placeAtPoint(place: PlaceText, [longitude, latitude]: LonLat, regions: Regions): PlaceText {
  const district = regions.districtAt(longitude, latitude);
  const province = (district && regions.provinceOf(district)) ?? regions.provinceAt(longitude, latitude);
  const isArea = !['exact', 'site', 'place', 'near-place'].includes(place.precision);
  return {
    name: place.name,
    district: district ?? place.district,
    province: province ?? place.province,
    latitude: degreesText(latitude),
    longitude: degreesText(longitude),
    precision: isArea ? 'place' : place.precision,
  };
}
