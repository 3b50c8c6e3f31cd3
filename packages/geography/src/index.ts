export { type Boundaries, createBoundaries } from './boundaries.ts';
export { distanceBetween } from './distance-between.ts';
export { type DistanceInterval, distanceInterval, type Target } from './distance-interval.ts';
export { haversineKm } from './haversine-km.ts';
export type { LonLat, Polygons } from './lon-lat.ts';
export { pointInPolygons } from './point-in-polygons.ts';
export { type Relation, relationToRadius } from './relation.ts';
export { relationToArea } from './relation-to-area.ts';
export { type Uncertainty, uncertaintyOf } from './uncertainty.ts';
