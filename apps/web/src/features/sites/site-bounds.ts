import type { BBox } from '@corridor/domain';
import type { OpenSite } from './open-site.ts';

const KM_PER_DEGREE = 111.2;
const MARGIN = 1.35;

/** The site with its own ring and a margin, or the whole route: it does not move while the radius is dragged. */
export function siteBounds(open: OpenSite): BBox {
  const points = open.kind === 'site' ? [[open.site.longitude, open.site.latitude] as const] : open.site.line;
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const marginLatitude = (open.site.radiusKm * MARGIN) / KM_PER_DEGREE;
  const marginLongitude = marginLatitude / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return [
    Math.min(...longitudes) - marginLongitude,
    south - marginLatitude,
    Math.max(...longitudes) + marginLongitude,
    north + marginLatitude,
  ];
}
