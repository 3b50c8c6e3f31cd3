import { type CodeColumn, type Column, createCodes, type ListColumn } from '@corridor/crossfilter';
import { TupleDictionary } from './tuple-dictionary.ts';

/** Distinct combinations that a packed column may have: their counts, of 4 bytes each, stay in the nearest caches. */
const MAX_COMBINATIONS = 4096;

/** Pairs that are looked up in one array of 4 bytes each while two columns are joined. */
const MAX_PAIRS = 2 ** 22;

/** Values of a list at most, as many as an incident has actors. */
const MAX_LIST = 20;

/** A column that is counted by way of another one: its counts are sums over the other's. */
export interface PackedColumn {
  /** What is counted: combinations of the values of several columns. */
  readonly combinations: CodeColumn;
  /** The column's values by combination: a code for each, or a list. */
  readonly values: Column;
}

/**
 * Packs columns into as few as possible, each with at most MAX_COMBINATIONS distinct combinations of their values, so
 * that a row that enters or leaves is counted once for several columns. A list column counts by distinct lists. A
 * column with more distinct values, or lists, than that is left out: it is counted by itself. O(rows) for each column, and 1 to 2 bytes a row for each pack.
 */
export function packColumns(columns: readonly Column[]): ReadonlyMap<Column, PackedColumn> {
  const packed = new Map<Column, PackedColumn>();
  let pack: Pack = { members: [], codes: null };
  for (const column of columns) {
    const own = column.kind === 'codes' ? column : distinctLists(column);
    if (!own || own.cardinality > MAX_COMBINATIONS) continue;
    const joined = pack.codes ? joinColumns(pack.codes, own) : own;
    if (joined) {
      pack = { members: [...pack.members, { column, own }], codes: joined };
    } else {
      close(pack, packed);
      pack = { members: [{ column, own }], codes: own };
    }
  }
  close(pack, packed);
  return packed;
}

interface Pack {
  readonly members: readonly { readonly column: Column; readonly own: CodeColumn }[];
  readonly codes: CodeColumn | null;
}

/** Says for each column of a pack which of its values every combination has, from a row that has it. */
function close({ members, codes: combinations }: Pack, packed: Map<Column, PackedColumn>): void {
  if (!combinations) return;
  const rowOf = new Int32Array(combinations.cardinality).fill(-1);
  for (let row = combinations.codes.length - 1; row >= 0; row--) rowOf[combinations.codes[row] ?? 0] = row;
  for (const { column } of members) packed.set(column, { combinations, values: takeRows(column, rowOf) });
}

/** A combination that no row has gets code 0 or an empty list: it counts nothing. */
function takeRows(column: Column, rows: Int32Array): Column {
  if (column.kind === 'codes') {
    const codes = createCodes(rows.length, column.cardinality);
    rows.forEach((row, index) => {
      codes[index] = row < 0 ? 0 : (column.codes[row] ?? 0);
    });
    return { kind: 'codes', codes, cardinality: column.cardinality };
  }
  const offsets = new Uint32Array(rows.length + 1);
  const values: number[] = [];
  rows.forEach((row, index) => {
    if (row >= 0) values.push(...column.values.subarray(column.offsets[row], column.offsets[row + 1]));
    offsets[index + 1] = values.length;
  });
  return { kind: 'lists', offsets, values: Uint32Array.from(values), cardinality: column.cardinality };
}

/** Distinct pairs of two columns; null when there are too many. */
function joinColumns(first: CodeColumn, second: CodeColumn): CodeColumn | null {
  const pairs = first.cardinality * second.cardinality;
  if (pairs > MAX_PAIRS) return null;
  const codeOf = new Int32Array(pairs).fill(-1);
  const codes = new Uint16Array(first.codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const pair = (first.codes[row] ?? 0) * second.cardinality + (second.codes[row] ?? 0);
    let code = codeOf[pair] ?? -1;
    if (code < 0) {
      if (count === MAX_COMBINATIONS) return null;
      code = count++;
      codeOf[pair] = code;
    }
    codes[row] = code;
  }
  return { kind: 'codes', codes, cardinality: count };
}

/** A code for each distinct list; null when there are too many or too long ones. Most lists hold one value or none: those are looked up by it. */
function distinctLists({ offsets, values, cardinality }: ListColumn): CodeColumn | null {
  const lists = new TupleDictionary(MAX_LIST);
  const codeOfOne = new Int32Array(cardinality + 1).fill(-1);
  const codes = new Uint16Array(offsets.length - 1);
  for (let row = 0; row < codes.length; row++) {
    const from = offsets[row] ?? 0;
    const length = (offsets[row + 1] ?? 0) - from;
    if (length > MAX_LIST) return null;
    const only = length === 0 ? cardinality : (values[from] ?? 0);
    const known = length > 1 ? -1 : (codeOfOne[only] ?? -1);
    if (known >= 0) {
      codes[row] = known;
      continue;
    }
    for (let i = 0; i < MAX_LIST; i++) lists.tuple[i] = i < length ? (values[from + i] ?? 0) : -1;
    const code = lists.code();
    if (lists.size > MAX_COMBINATIONS) return null;
    if (length <= 1) codeOfOne[only] = code;
    codes[row] = code;
  }
  return { kind: 'codes', codes, cardinality: lists.size };
}
