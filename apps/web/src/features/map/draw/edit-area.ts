import type { Area } from '@corridor/domain';
import { haversineKm, type LonLat } from '@corridor/geography';
import { placeAt } from './area-ring.ts';
import { validArea } from './draw-state.ts';

/** Where a drawn area can be taken hold of: a polygon's and a box's corners; a circle's centre, then its rim. */
export function areaHandles(area: Area): readonly LonLat[] {
  if (area.kind === 'polygon') return area.ring;
  if (area.kind === 'circle') return [area.center, placeAt(area.center, area.radiusKm, Math.PI / 2)];
  const [west, south, east, north] = area.bbox;
  return [
    [west, south],
    [east, north],
  ];
}

/** The area after handle `index` was dragged to a place; null where that would be no area. */
export function moveHandle(area: Area, index: number, [longitude, latitude]: LonLat): Area | null {
  const at: [number, number] = [longitude, latitude];
  if (area.kind === 'polygon') {
    return validArea({ kind: 'polygon', ring: area.ring.map((point, other) => (other === index ? at : point)) });
  }
  if (area.kind === 'circle') {
    return validArea(index === 0 ? { ...area, center: at } : { ...area, radiusKm: haversineKm(area.center, at) });
  }
  const [west, south, east, north] = area.bbox;
  return validArea({
    kind: 'box',
    bbox: index === 0 ? [longitude, latitude, east, north] : [west, south, longitude, latitude],
  });
}
