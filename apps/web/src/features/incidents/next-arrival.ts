import type { Sort } from '@corridor/domain';

/** How many places are looked up to find the nearest. */
const LOOKED_UP = 20;

/**
 * The place of the arrival to show next, of ids in the list's order: the first of a list that has the newest first, else the
 * nearest to `at`. Null where none is in the list any more.
 */
export async function nextArrival(
  ids: readonly string[],
  { by, descending }: Sort,
  at: number,
  placeOf: (id: string) => Promise<number | null>,
): Promise<number | null> {
  const places = await Promise.all(ids.slice(0, LOOKED_UP).map(placeOf));
  const listed = places.filter((place) => place !== null);
  if (by === 'date' && descending) return listed[0] ?? null;
  const distance = (place: number) => Math.abs(place - at);
  return listed.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
