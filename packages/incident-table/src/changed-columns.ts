import { ColumnsBuilder } from './columns-builder.ts';
import type { IncidentColumns } from './incident-columns.ts';
import { IncidentTexts } from './incident-texts.ts';
import type { RowOfKey } from './index-keys.ts';
import type { KeyedIncident } from './keyed-incident.ts';
import { mergeColumns } from './merge-columns.ts';
import { segmentsAt } from './segments.ts';

/**
 * Columns after incidents were written or left out: those that are written go to their places by (start day, id), with
 * a binary search each. The columns' texts must be in memory.
 */
export function changedColumns(
  base: IncidentColumns,
  upserts: readonly KeyedIncident[],
  removed: readonly number[],
  rowOfKey: RowOfKey,
): IncidentColumns {
  const { source } = base.texts;
  if (!(source instanceof IncidentTexts)) throw new TypeError('Expected a table that holds its texts');
  const builder = new ColumnsBuilder(source);
  for (const { incident, key } of upserts) builder.add(incident, key);
  const changed = builder.columns();
  const dropped = droppedRows([...removed, ...changed.key], rowOfKey);
  const before = Uint32Array.from(changed.key, (_, index) => firstRowFrom(base, source, changed, index));
  return mergeColumns(base, changed, segmentsAt(base.key.length, dropped, before));
}

/** Rows of keys, ascending, each once. */
export function droppedRows(keys: Iterable<number>, rowOfKey: RowOfKey): Uint32Array {
  const rows = new Set<number>();
  for (const key of keys) {
    const row = rowOfKey(key);
    if (row !== undefined) rows.add(row);
  }
  return Uint32Array.from(rows).sort();
}

/** The first row of `base` that is not before a row of `changed`. */
function firstRowFrom(base: IncidentColumns, texts: IncidentTexts, changed: IncidentColumns, index: number): number {
  const day = changed.startDay[index] ?? 0;
  const handle = changed.texts.handles[index] ?? 0;
  let low = 0;
  let high = base.startDay.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const middleDay = base.startDay[middle] ?? 0;
    const isBefore =
      middleDay < day || (middleDay === day && texts.compareIds(base.texts.handles[middle] ?? 0, handle) < 0);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
