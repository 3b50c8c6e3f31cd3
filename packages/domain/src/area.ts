/** An area drawn by hand. Coordinates are longitude, latitude in degrees (WGS 84). */
export type Area =
  | { readonly kind: 'polygon'; readonly ring: readonly (readonly [number, number])[] }
  | { readonly kind: 'circle'; readonly center: readonly [number, number]; readonly radiusKm: number }
  | { readonly kind: 'box'; readonly bbox: readonly [number, number, number, number] };

export const MAX_AREA_POINTS = 500;
const MAX_AREA_RADIUS_KM = 5000;
const NUMBER = /^-?\d{1,3}(\.\d{1,12})?$/;

/** What an `area` parameter may look like, for error messages and documentation. */
export const AREA_SYNTAX =
  'box:west,south,east,north or circle:longitude,latitude,radiusKm or polygon:lon,lat;lon,lat;lon,lat (3 to 500 points, not crossing itself)';

/** Writes an area as one parameter value. Coordinates keep 5 decimals (about 1 m). */
export function formatArea(area: Area): string {
  if (area.kind === 'box') return `box:${area.bbox.map(short).join(',')}`;
  if (area.kind === 'circle') return `circle:${[...area.center, area.radiusKm].map(short).join(',')}`;
  return `polygon:${area.ring.map((point) => point.map(short).join(',')).join(';')}`;
}

/** Reads what `formatArea` writes. Throws RangeError saying what is wrong. A closing point equal to the first is dropped. */
export function parseArea(text: string): Area {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const body = text.slice(colon + 1);
  if (kind === 'box') return parseBox(body);
  if (kind === 'circle') return parseCircle(body);
  if (kind === 'polygon') return parsePolygon(body);
  throw new RangeError('an area begins with box:, circle: or polygon:');
}

function parseBox(body: string): Area {
  const [west, south, east, north] = numbers(body, 4, 'a box');
  checkPosition(west, south);
  checkPosition(east, north);
  if (west >= east || south >= north) throw new RangeError('a box needs west < east and south < north');
  return { kind: 'box', bbox: [west, south, east, north] };
}

function parseCircle(body: string): Area {
  const parts = body.split(',');
  const radiusText = parts.pop() ?? '';
  const [lon, lat] = numbers(parts.join(','), 2, 'a circle’s centre');
  checkPosition(lon, lat);
  const radiusKm = /^\d{1,4}(\.\d{1,12})?$/.test(radiusText) ? Number(radiusText) : Number.NaN;
  if (!(radiusKm > 0 && radiusKm <= MAX_AREA_RADIUS_KM)) {
    throw new RangeError(`a circle’s radius is more than 0 and at most ${MAX_AREA_RADIUS_KM} km`);
  }
  return { kind: 'circle', center: [lon, lat], radiusKm };
}

function parsePolygon(body: string): Area {
  if (body.length > MAX_AREA_POINTS * 40) throw new RangeError(`a polygon has at most ${MAX_AREA_POINTS} points`);
  const ring = body.split(';').map((pair): [number, number] => {
    const [lon, lat] = numbers(pair, 2, 'a point');
    checkPosition(lon, lat);
    return [lon, lat];
  });
  const first = ring[0];
  const last = ring.at(-1);
  if (ring.length > 3 && first && last && first[0] === last[0] && first[1] === last[1]) ring.pop();
  if (ring.length < 3) throw new RangeError('a polygon has at least 3 points');
  if (ring.length > MAX_AREA_POINTS) throw new RangeError(`a polygon has at most ${MAX_AREA_POINTS} points`);
  if (crossesItself(ring)) throw new RangeError('a polygon must not cross itself');
  return { kind: 'polygon', ring };
}

function numbers(text: string, count: 2, what: string): [number, number];
function numbers(text: string, count: 4, what: string): [number, number, number, number];
function numbers(text: string, count: number, what: string): number[] {
  const parts = text.split(',');
  if (parts.length !== count || !parts.every((part) => NUMBER.test(part))) {
    throw new RangeError(`${what} is ${count} decimal numbers with commas between`);
  }
  return parts.map(Number);
}

function checkPosition(lon: number, lat: number): void {
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
    throw new RangeError('longitude is -180 to 180 and latitude -90 to 90, longitude first');
  }
}

/** Whether any two edges that are not neighbours meet. O(n²): at most 500² / 2 pairs by MAX_AREA_POINTS. */
function crossesItself(ring: readonly (readonly [number, number])[]): boolean {
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      const [a, b, c, d] = [ring[i], ring[(i + 1) % n], ring[j], ring[(j + 1) % n]];
      if (a && b && c && d && segmentsMeet(a, b, c, d)) return true;
    }
  }
  return false;
}

type Point = readonly [number, number];

function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const d1 = turn(c, d, a);
  const d2 = turn(c, d, b);
  const d3 = turn(a, b, c);
  const d4 = turn(a, b, d);
  if (d1 !== d2 && d3 !== d4) return true;
  return (
    (d1 === 0 && within(c, d, a)) ||
    (d2 === 0 && within(c, d, b)) ||
    (d3 === 0 && within(a, b, c)) ||
    (d4 === 0 && within(a, b, d))
  );
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function within(a: Point, b: Point, p: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1])
  );
}

function short(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}
