import { assembleColumns, partsOf } from './assemble-columns.ts';
import { encodeColumns } from './encode-table.ts';
import type { IncidentTable } from './incident-table.ts';
import { takeRows } from './sort-rows.ts';

/** Which incidents were written since a revision, and which no longer count, by key. */
export interface KeyChanges {
  readonly upserts: readonly { readonly key: number }[];
  readonly removed: readonly number[];
}

/**
 * The difference between a table and its state at an earlier revision, as an Arrow stream like `encodeTable`'s of the
 * changed rows alone; column `row` is their place in the table. The schema's metadata says `since`, `table_rows` and the
 * `removed` keys. About 1 µs a change. Throws RangeError where a changed key is not in the table: then the changes are
 * not those up to the table's revision.
 */
export function encodeDelta(table: IncidentTable, since: number, { removed, upserts }: KeyChanges): Uint8Array {
  const rows = Uint32Array.from(upserts, ({ key }) => {
    const row = table.rowOfKey(key);
    if (row === undefined)
      throw new RangeError(`Expected changes up to revision ${table.revision}, key ${key} is of none`);
    return row;
  }).sort();
  const parts = partsOf(table.columns);
  const columns = assembleColumns({ ...parts, rows: takeRows(parts.rows, rows) });
  const metadata = {
    revision: String(table.revision),
    rows: String(rows.length),
    since: String(since),
    table_rows: String(table.rowCount),
    removed: removed.join(','),
  };
  return encodeColumns(columns, [['row', rows]], metadata, Math.max(1, rows.length));
}
