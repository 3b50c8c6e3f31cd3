import type { IncidentTable } from '@corridor/incident-table';
import type { Store } from '@corridor/store';
import { type IncidentRecord, toRecord } from '../incident-record.ts';

/** 500 records are about 1 MB of text: what one export holds in memory at a time. */
const BATCH = 500;

/** The records of `rows`, in their order, read from the store in batches. Throws when one is missing: never cut. */
export async function* readRecords(
  store: Store,
  table: IncidentTable,
  rows: Uint32Array,
): AsyncGenerator<readonly IncidentRecord[]> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const ids = Array.from(rows.subarray(start, start + BATCH), (row) => table.id(row));
    const stored = await store.incidentsByIds(ids);
    if (stored.length !== ids.length) throw new Error(`The store gave ${stored.length} of ${ids.length} incidents`);
    yield stored.map(toRecord);
  }
}
