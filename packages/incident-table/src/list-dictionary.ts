import { type Codes, createCodes, type ListColumn } from '@corridor/crossfilter';

export interface DistinctLists {
  /** The list of each row. */
  readonly codes: Codes;
  /** Distinct lists, in the order in which they occur, one after the other. */
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** The root of the tree of lists: the empty list. */
const ROOT = 0;
const NOT_SEEN = -1;

/**
 * Distinct lists of a column. Lists are paths in a tree: most hold one value, which is looked up in an array, the
 * others cost a look-up in a map for each further value. About 10 ns a row.
 */
export function distinctLists({ cardinality, offsets, values }: ListColumn): DistinctLists {
  const tree = new ListTree(cardinality);
  const rowCount = offsets.length - 1;
  const codes = new Uint32Array(rowCount);
  const lists: number[] = [];
  const ends = [0];
  for (let row = 0; row < rowCount; row++) {
    const end = offsets[row + 1] ?? 0;
    let node = ROOT;
    for (let k = offsets[row] ?? 0; k < end; k++) node = tree.child(node, values[k] ?? 0);
    const known = tree.codeOf(node);
    if (known !== NOT_SEEN) {
      codes[row] = known;
      continue;
    }
    codes[row] = ends.length - 1;
    tree.setCode(node, ends.length - 1);
    for (let k = offsets[row] ?? 0; k < end; k++) lists.push(values[k] ?? 0);
    ends.push(lists.length);
  }
  const narrow = createCodes(rowCount, ends.length - 1);
  narrow.set(codes);
  return { codes: narrow, offsets: Uint32Array.from(ends), values: Uint32Array.from(lists) };
}

class ListTree {
  readonly #cardinality: number;
  /** Children of the root by value. */
  readonly #first: Int32Array;
  /** Children of other nodes by node and value. */
  readonly #further = new Map<number, number>();
  /** Codes by node. */
  readonly #codes = [NOT_SEEN];

  constructor(cardinality: number) {
    this.#cardinality = cardinality;
    this.#first = new Int32Array(cardinality).fill(NOT_SEEN);
  }

  child(node: number, value: number): number {
    if (node === ROOT) {
      const known = this.#first[value] ?? NOT_SEEN;
      if (known !== NOT_SEEN) return known;
      this.#first[value] = this.#codes.length;
    } else {
      const pair = node * this.#cardinality + value;
      const known = this.#further.get(pair);
      if (known !== undefined) return known;
      this.#further.set(pair, this.#codes.length);
    }
    return this.#codes.push(NOT_SEEN) - 1;
  }

  codeOf(node: number): number {
    return this.#codes[node] ?? NOT_SEEN;
  }

  setCode(node: number, code: number): void {
    this.#codes[node] = code;
  }
}
