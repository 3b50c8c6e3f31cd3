import { FACETS, type Facet, type ListedValue } from './rival.ts';
import type { RivalColumns } from './rival-columns.ts';

const orders = new WeakMap<RivalColumns, Readonly<Record<Facet, Uint32Array>>>();

/** Facets as they are shown: what occurs, most first, equal counts by key, none last. */
export function facetLists(
  columns: RivalColumns,
  counts: Readonly<Record<Facet, Uint32Array>>,
): Readonly<Record<Facet, readonly ListedValue[]>> {
  const known = orders.get(columns) ?? byFacet((facet) => alphabetical(columns.values[facet]));
  orders.set(columns, known);
  return byFacet((facet) => listOf(columns.values[facet], known[facet], counts[facet]));
}

/** Sorted as numbers that are less the more there are, and among equals the less the place in `order`. */
function listOf(values: readonly (string | null)[], order: Uint32Array, counts: Uint32Array): readonly ListedValue[] {
  const size = order.length;
  const keys = new Float64Array(size);
  for (let rank = 0; rank < size; rank++) keys[rank] = rank - size * (counts[order[rank] ?? 0] ?? 0);
  keys.sort();
  const list: ListedValue[] = [];
  for (let at = 0; at < size; at++) {
    const key = keys[at] ?? 0;
    const code = order[key - Math.floor(key / size) * size] ?? 0;
    const count = counts[code] ?? 0;
    if (count === 0) break;
    list.push({ key: values[code] ?? null, count });
  }
  return list;
}

function alphabetical(values: readonly (string | null)[]): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => {
    const [first, second] = [values[a] ?? null, values[b] ?? null];
    if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1;
    return first < second ? -1 : 1;
  });
}

/** Something of every facet. */
export function byFacet<T>(make: (facet: Facet) => T): Readonly<Record<Facet, T>> {
  const made: Partial<Record<Facet, T>> = {};
  for (const facet of FACETS) made[facet] = make(facet);
  return complete(made);
}

/** Guarantee: `byFacet` gave it every one of FACETS, which are all facets. */
function complete<T>(made: Partial<Record<Facet, T>>): Readonly<Record<Facet, T>> {
  return made as Record<Facet, T>;
}
