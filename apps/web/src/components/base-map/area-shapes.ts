import type { Polygons } from '@corridor/geography';

/** An area that is drawn once, and every district (or province) whose polygons these are. */
export interface AreaShape {
  readonly key: string;
  readonly names: readonly string[];
  readonly polygons: Polygons;
}

/** Groups names by the polygons that stand for them: a district newer than the map shares its parent's. */
export function groupByPolygons(
  names: Iterable<string>,
  polygonsOf: (name: string) => Polygons | null,
): readonly AreaShape[] {
  const namesOf = new Map<Polygons, string[]>();
  for (const name of names) {
    const polygons = polygonsOf(name);
    if (!polygons) continue;
    const known = namesOf.get(polygons);
    if (known) known.push(name);
    else namesOf.set(polygons, [name]);
  }
  return [...namesOf].map(([polygons, shared]) => ({ key: shared.join('|'), names: shared, polygons }));
}

/** Sum of the values of an area's names; null where none of them has one. */
export function totalOf(shape: AreaShape, values: ReadonlyMap<string, number>): number | null {
  const known = shape.names.flatMap((name) => values.get(name) ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Centre of mass of the largest polygon, longitude and latitude: where a label for the area stands. */
export function centreOf(polygons: Polygons): readonly [longitude: number, latitude: number] | null {
  let best: readonly [number, number] | null = null;
  let largest = 0;
  for (const [ring = []] of polygons) {
    let [area, x, y] = [0, 0, 0];
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    });
    if (Math.abs(area) <= largest) continue;
    largest = Math.abs(area);
    best = [x / (3 * area), y / (3 * area)];
  }
  return best;
}
