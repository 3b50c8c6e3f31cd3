import fc from 'fast-check';
import type { LonLat, Polygons } from '../lon-lat.ts';

/** Slow and plain geometry for tests: everything is a cloud of points. Shares no code with the package. */

const RADIUS_KM = 6371.0088;

/** Distance by the angle between two vectors. */
export function vectorKm(a: LonLat, b: LonLat): number {
  const [ax, ay, az] = vector(a);
  const [bx, by, bz] = vector(b);
  const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return RADIUS_KM * Math.atan2(cross, ax * bx + ay * by + az * bz);
}

function vector([lon, lat]: LonLat): [number, number, number] {
  const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
}

/** Points along a line at most `stepKm` apart, its ends and corners among them. */
export function pointsAlong(line: readonly LonLat[], stepKm: number): LonLat[] {
  const points: LonLat[] = line.slice(0, 1);
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (!a || !b) continue;
    const count = Math.ceil(vectorKm(a, b) / stepKm) + 1;
    for (let k = 1; k <= count; k++) {
      points.push([a[0] + ((b[0] - a[0]) * k) / count, a[1] + ((b[1] - a[1]) * k) / count]);
    }
  }
  return points;
}

export function closed(ring: readonly LonLat[]): LonLat[] {
  return [...ring, ...ring.slice(0, 1)];
}

/** How often a ring winds round a point, as the sum of the angles under which its edges are seen. */
export function winds([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let angle = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    if (!a || !b) continue;
    const turn = Math.atan2(b[1] - y, b[0] - x) - Math.atan2(a[1] - y, a[0] - x);
    angle += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
  }
  return Math.abs(angle) > Math.PI;
}

/** Points of a ring's edge, and of its inside on a grid. */
export function pointsOfRing(ring: readonly LonLat[], stepKm: number, grid: number): LonLat[] {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const points = pointsAlong(closed(ring), stepKm);
  for (let i = 0; i < grid; i++) {
    for (let k = 0; k < grid; k++) {
      const point: LonLat = [west + ((east - west) * (i + 0.5)) / grid, south + ((north - south) * (k + 0.5)) / grid];
      if (winds(point, ring)) points.push(point);
    }
  }
  return points;
}

/** Points of a disc: its centre, and circles about it up to its rim. */
export function pointsOfDisc(center: LonLat, radiusKm: number): LonLat[] {
  const points: LonLat[] = [center];
  for (const share of [0.5, 0.999999]) {
    for (let k = 0; k < 72; k++) points.push(pointAt(center, share * radiusKm, (k * Math.PI) / 36));
  }
  return points;
}

/** Where one comes to from a point, by distance and bearing on the sphere. */
function pointAt([lon, lat]: LonLat, km: number, bearing: number): LonLat {
  const [d, p] = [km / RADIUS_KM, (lat * Math.PI) / 180];
  const latitude = Math.asin(Math.sin(p) * Math.cos(d) + Math.cos(p) * Math.sin(d) * Math.cos(bearing));
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(d) * Math.cos(p),
    Math.cos(d) - Math.sin(p) * Math.sin(latitude),
  );
  return [lon + (east * 180) / Math.PI, (latitude * 180) / Math.PI];
}

export function nearestKm(point: LonLat, points: readonly LonLat[]): number {
  return points.reduce((least, other) => Math.min(least, vectorKm(point, other)), Number.POSITIVE_INFINITY);
}

export const anyPosition: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: 60, max: 66, noNaN: true }),
  fc.double({ min: 24, max: 37, noNaN: true }),
);

export const anyLine: fc.Arbitrary<LonLat[]> = fc
  .tuple(
    anyPosition,
    fc.array(
      fc.tuple(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.double({ min: -0.5, max: 0.5, noNaN: true })),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
  )
  .map(([start, steps]) => {
    const line: LonLat[] = [start];
    let [lon, lat] = start;
    for (const [east, north] of steps) {
      lon += east;
      lat += north;
      line.push([lon, lat]);
    }
    return line;
  });

/** A ring that does not cross itself: points round a centre, in order of their bearing. */
export const anyRing: fc.Arbitrary<LonLat[]> = fc
  .tuple(anyPosition, fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 14 }))
  .map(([[lon, lat], reaches]) =>
    reaches.map((reach, index): LonLat => {
      const bearing = (2 * Math.PI * index) / reaches.length;
      return [lon + reach * Math.cos(bearing), lat + reach * Math.sin(bearing)];
    }),
  );

export function polygonOf(ring: readonly LonLat[]): Polygons {
  return [[closed(ring)]];
}
