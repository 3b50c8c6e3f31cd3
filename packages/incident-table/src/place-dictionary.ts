import type { PlaceColumns } from './incident-columns.ts';
import { TupleDictionary } from './tuple-dictionary.ts';

/** Slots of a place's tuple: latitude and longitude take two each, as the halves of a 64-bit float. */
const KIND = 4;
const PROVINCE = 5;
const DISTRICT = 6;
const WIDTH = 7;
/** Added to the precision in KIND where the coordinate is known. */
const HAS_LATITUDE = 16;
const HAS_LONGITUDE = 32;

/** What stands for a province or district that is not known until all of them are. */
export const NO_CODE = -1;

/** Codes for distinct places, in order of first appearance. About 30 ns a look-up. */
export class PlaceDictionary {
  readonly #tuples = new TupleDictionary(WIDTH);
  readonly #degrees = new Float64Array(this.#tuples.tuple.buffer, 0, 2);

  get size(): number {
    return this.#tuples.size;
  }

  /** The code of a place. Degrees are NaN, province and district NO_CODE, where not known. */
  code(latitude: number, longitude: number, precision: number, province: number, district: number): number {
    const { tuple } = this.#tuples;
    const hasLatitude = !Number.isNaN(latitude);
    const hasLongitude = !Number.isNaN(longitude);
    // Adding 0 makes −0 the same place as 0.
    this.#degrees[0] = hasLatitude ? latitude + 0 : 0;
    this.#degrees[1] = hasLongitude ? longitude + 0 : 0;
    tuple[KIND] = precision + (hasLatitude ? HAS_LATITUDE : 0) + (hasLongitude ? HAS_LONGITUDE : 0);
    tuple[PROVINCE] = province;
    tuple[DISTRICT] = district;
    return this.#tuples.code();
  }

  /** The places by code, once the numbers of provinces and districts are known. */
  columns(provinceCount: number, districtCount: number): PlaceColumns {
    const count = this.size;
    const tuples = this.#tuples.values();
    const degrees = new Float64Array(2);
    const halves = new Int32Array(degrees.buffer);
    const places = {
      count,
      latitude: new Float64Array(count),
      longitude: new Float64Array(count),
      precision: new Uint8Array(count),
      province: new Uint32Array(count),
      district: new Uint32Array(count),
    };
    for (let place = 0, at = 0; place < count; place++, at += WIDTH) {
      const kind = tuples[at + KIND] ?? 0;
      const province = tuples[at + PROVINCE] ?? NO_CODE;
      const district = tuples[at + DISTRICT] ?? NO_CODE;
      halves.set(tuples.subarray(at, at + 4));
      places.latitude[place] = kind & HAS_LATITUDE ? (degrees[0] ?? Number.NaN) : Number.NaN;
      places.longitude[place] = kind & HAS_LONGITUDE ? (degrees[1] ?? Number.NaN) : Number.NaN;
      places.precision[place] = kind % HAS_LATITUDE;
      places.province[place] = province === NO_CODE ? provinceCount : province;
      places.district[place] = district === NO_CODE ? districtCount : district;
    }
    return places;
  }
}
