import { type Codes, createCodes } from '@corridor/crossfilter';

const NOT_SEEN = -1;

export interface CanonicalCodes {
  readonly codes: Codes;
  /** The old code of each new one; null when nothing changed but, maybe, the width. */
  readonly kept: Uint32Array | null;
}

/**
 * Codes renumbered in the order in which they first occur, without those that do not, as narrow as they can be: the one
 * form of a column, however it came about. About 1 ns a row when it is that already, 3 ns otherwise. Throws RangeError
 * on a code outside the dictionary.
 */
export function canonicalCodes(codes: Codes, cardinality: number): CanonicalCodes {
  const newOf = new Int32Array(cardinality).fill(NOT_SEEN);
  const kept = new Uint32Array(cardinality);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    if (newOf[code] === NOT_SEEN) {
      kept[count] = code;
      newOf[code] = count++;
    } else if (code >= cardinality) {
      throw new RangeError(`Expected codes below ${cardinality}, got ${code} at ${row}`);
    }
  }
  const isCanonical = count === cardinality && kept.every((old, code) => old === code);
  if (isCanonical && codes.BYTES_PER_ELEMENT === bytesFor(count)) return { codes, kept: null };
  const narrow = createCodes(codes.length, count);
  if (isCanonical) {
    narrow.set(codes);
    return { codes: narrow, kept: null };
  }
  for (let row = 0; row < codes.length; row++) narrow[row] = newOf[codes[row] ?? 0] ?? 0;
  return { codes: narrow, kept: kept.slice(0, count) };
}

function bytesFor(cardinality: number): number {
  return createCodes(0, cardinality).BYTES_PER_ELEMENT;
}
