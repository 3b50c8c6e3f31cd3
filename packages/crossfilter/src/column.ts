/** Dictionary codes, as narrow as the dictionary allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** One value for each row. `cardinality` codes, 0 to cardinality - 1; a code of its own stands for "no value" if there can be none. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly codes: Codes;
  readonly cardinality: number;
}

/** Any number of values for each row, none twice: those of row r are `values[offsets[r]]` up to, not including, `values[offsets[r + 1]]`. */
export interface ListColumn {
  readonly kind: 'lists';
  /** One more than there are rows. */
  readonly offsets: Uint32Array;
  readonly values: Codes;
  readonly cardinality: number;
}

/** The values of a row are those of the entry that it links to: row r has those of `entries` at `links.codes[r]`. */
export interface LinkedColumn {
  readonly kind: 'linked';
  readonly links: CodeColumn;
  readonly entries: ListColumn;
  readonly cardinality: number;
}

export type Column = CodeColumn | ListColumn | LinkedColumn;

/** Zeroed codes wide enough for `cardinality` values: 1, 2 or 4 bytes a row. */
export function createCodes(length: number, cardinality: number): Codes {
  if (cardinality <= 0x100) return new Uint8Array(length);
  return cardinality <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** A column of the given codes. Throws RangeError on a code outside the dictionary: O(rows), no copy. */
export function codeColumn(codes: Codes, cardinality: number): CodeColumn {
  checkCodes(codes, cardinality);
  return { kind: 'codes', codes, cardinality };
}

/** A column of lists. Throws RangeError on offsets that do not ascend or a code outside the dictionary: O(rows + values), no copy. */
export function listColumn(offsets: Uint32Array, values: Codes, cardinality: number): ListColumn {
  for (let i = 1; i < offsets.length; i++) {
    if ((offsets[i] ?? 0) < (offsets[i - 1] ?? 0))
      throw new RangeError(`Expected ascending offsets, at ${i} they fall`);
  }
  if (offsets.length === 0 || offsets[0] !== 0 || offsets.at(-1) !== values.length) {
    throw new RangeError(`Expected offsets from 0 to the ${values.length} values of the lists`);
  }
  checkCodes(values, cardinality);
  return { kind: 'lists', offsets, values, cardinality };
}

/** A column of links to lists. Throws RangeError when there are more entries to link to than lists. No copy. */
export function linkedColumn(links: CodeColumn, entries: ListColumn): LinkedColumn {
  if (links.cardinality >= entries.offsets.length) {
    throw new RangeError(`Expected ${links.cardinality} lists to link to, got ${entries.offsets.length - 1}`);
  }
  return { kind: 'linked', links, entries, cardinality: entries.cardinality };
}

/**
 * The pair of two columns as one: code `first * second.cardinality + second`. Makes counts of one by the other a
 * plain count. 4 bytes a row. Throws RangeError when the pairs do not fit 32 bits.
 */
export function pairColumns(first: CodeColumn, second: CodeColumn): CodeColumn {
  const cardinality = first.cardinality * second.cardinality;
  if (cardinality > 0xffffffff) throw new RangeError(`Expected at most 2^32 pairs, got ${cardinality}`);
  const codes = new Uint32Array(first.codes.length);
  const width = second.cardinality;
  for (let row = 0; row < codes.length; row++) {
    codes[row] = (first.codes[row] ?? 0) * width + (second.codes[row] ?? 0);
  }
  return { kind: 'codes', codes, cardinality };
}

function checkCodes(codes: Codes, cardinality: number): void {
  for (let i = 0; i < codes.length; i++) {
    if ((codes[i] ?? 0) >= cardinality) {
      throw new RangeError(`Expected codes below ${cardinality}, got ${codes[i]} at ${i}`);
    }
  }
}
