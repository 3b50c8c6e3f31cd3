import type { Store } from '@corridor/store';
import { type IncidentRecord, toRecord } from '../incident-record.ts';
import { recordsOf, type Snapshot } from '../snapshot.ts';

/**
 * The records of ids, in their order, read from the store a batch at a time. Throws when one is missing, or when there
 * are more or fewer than `expected`: what was announced is never cut.
 */
export async function* readRecords(
  store: Store,
  snapshot: Snapshot,
  batches: AsyncIterable<readonly string[]>,
  expected: number,
): AsyncGenerator<readonly IncidentRecord[]> {
  let count = 0;
  for await (const ids of batches) {
    const stored = await recordsOf(snapshot, store, ids);
    if (stored.length !== ids.length) throw new Error(`The store gave ${stored.length} of ${ids.length} incidents`);
    count += stored.length;
    yield stored.map(toRecord);
  }
  if (count !== expected) throw new Error(`${count} incidents were sent of ${expected} announced`);
}
