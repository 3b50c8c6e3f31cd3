import { isForeignOrigin } from '@corridor/domain';
import type { Store } from '@corridor/store';

/** By id of a record, the foreign origin that it came from; our own are not among them. */
export type Curators = ReadonlyMap<string, string>;

/** Who says of these records which are of one event. A look-up for each. */
export async function curatorsOf(store: Pick<Store, 'originsOf'>, ids: readonly string[]): Promise<Curators> {
  const origins = await store.originsOf(ids);
  return new Map([...origins].filter(([, origin]) => isForeignOrigin(origin)));
}

/** Whether both came from one foreign origin: it names its own doubles, and what it tells apart is apart. */
export function areOfOneCurator(curators: Curators, one: string, other: string): boolean {
  const curator = curators.get(one);
  return curator !== undefined && curator === curators.get(other);
}
