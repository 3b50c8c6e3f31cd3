import type { BBox } from '@corridor/domain';
import type { GeographyContext } from './geography-context.ts';

/** The box round a district; one that meets no other where its shape is not known. */
export function districtExtent({ boundaries }: GeographyContext, district: string): BBox {
  let [minLon, minLat, maxLon, maxLat] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of boundaries.districtPolygons(district)?.flat(2) ?? []) {
    minLon = Math.min(minLon, lon);
    maxLon = Math.max(maxLon, lon);
    minLat = Math.min(minLat, lat);
    maxLat = Math.max(maxLat, lat);
  }
  return [minLon, minLat, maxLon, maxLat];
}
