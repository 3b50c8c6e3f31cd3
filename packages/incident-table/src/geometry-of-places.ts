import { PLACE_PRECISIONS, type Place } from '@corridor/domain';
import { Dictionary } from './dictionary.ts';
import type { GeographyContext } from './geography-context.ts';
import { PlaceGeometry } from './place-geometry.ts';

/** The geometry of places that are not a table's, by position in the list: for an engine that has its places elsewhere. O(places). */
export function geometryOfPlaces(places: readonly Omit<Place, 'name'>[], geography: GeographyContext): PlaceGeometry {
  const provinces = new Dictionary();
  const districts = new Dictionary();
  const codes = (dictionary: Dictionary, values: readonly (string | null)[]) => {
    const given = values.map((value) => (value === null ? null : dictionary.code(value)));
    return Uint32Array.from(given, (code) => code ?? dictionary.values.length);
  };
  const columns = {
    count: places.length,
    latitude: Float64Array.from(places, ({ latitude }) => latitude ?? Number.NaN),
    longitude: Float64Array.from(places, ({ longitude }) => longitude ?? Number.NaN),
    precision: Uint8Array.from(places, ({ precision }) => PLACE_PRECISIONS.indexOf(precision)),
    province: codes(
      provinces,
      places.map(({ province }) => province),
    ),
    district: codes(
      districts,
      places.map(({ district }) => district),
    ),
  };
  return new PlaceGeometry({ places: columns, districts: districts.values }, geography);
}
