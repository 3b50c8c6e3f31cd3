import type { Codes } from '@corridor/crossfilter';

/** Lists of codes by row, as `ListColumn` keeps them. */
export interface RowLists {
  readonly offsets: Uint32Array;
  readonly values: Codes;
}

export type RowArray = Codes | Int32Array;

/** Zeroed, of the same kind. */
export function createLike<T extends RowArray>(values: T, length: number): T {
  const Kind = constructorOf(values);
  return new Kind(length);
}

/** Values of the given rows, in their order. About 2 ns a row. */
export function takeValues<T extends RowArray>(values: T, rows: Uint32Array): T {
  const taken = createLike(values, rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i] ?? 0] ?? 0;
  return taken;
}

/** Lists of the given rows, in their order. */
export function takeLists({ offsets, values }: RowLists, rows: Uint32Array): RowLists {
  const takenOffsets = new Uint32Array(rows.length + 1);
  let length = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    length += (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
    takenOffsets[i + 1] = length;
  }
  const taken = createLike(values, length);
  for (let i = 0, at = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const end = offsets[row + 1] ?? 0;
    for (let k = offsets[row] ?? 0; k < end; k++) taken[at++] = values[k] ?? 0;
  }
  return { offsets: takenOffsets, values: taken };
}

/** A typed array's constructor makes its own kind, whatever the union says. */
function constructorOf<T extends RowArray>(values: T): new (length: number) => T {
  return values.constructor as new (
    length: number,
  ) => T;
}
