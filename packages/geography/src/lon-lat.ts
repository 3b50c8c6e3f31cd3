/** Longitude, latitude in degrees (WGS 84), the order of GeoJSON. */
export type LonLat = readonly [longitude: number, latitude: number];

/**
 * A multipolygon: polygons → rings (the outer one first, then holes) → points. Edges are straight in longitude and
 * latitude (RFC 7946 §3.1.1) and never cross the 180th meridian. Treated as immutable: what is computed for one is
 * kept as long as the array lives.
 */
export type Polygons = readonly (readonly (readonly LonLat[])[])[];
