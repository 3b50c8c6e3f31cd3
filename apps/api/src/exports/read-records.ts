import type { OriginTest } from '@corridor/domain';
import type { Store } from '@corridor/store';
import { type IncidentRecord, toRecord } from '../incident-record.ts';
import { recordsOf, type Snapshot } from '../snapshot.ts';

interface ReadDeps {
  readonly store: Store;
  readonly snapshot: Snapshot;
  /** What is in no export. */
  readonly countedOnly: OriginTest;
}

/**
 * The records of ids, in their order, read from the store a batch at a time. Throws when one is missing, when there
 * are more or fewer than `expected`, and when one has come to be of an origin that leaves only as a count meanwhile: what
 * was announced is never cut.
 */
export async function* readRecords(
  { countedOnly, snapshot, store }: ReadDeps,
  batches: AsyncIterable<readonly string[]>,
  expected: number,
): AsyncGenerator<readonly IncidentRecord[]> {
  let count = 0;
  for await (const ids of batches) {
    const stored = await recordsOf(snapshot, store, ids);
    if (stored.length !== ids.length) throw new Error(`The store gave ${stored.length} of ${ids.length} incidents`);
    if (stored.some(({ incident }) => countedOnly(incident.origin))) throw new Error('An origin changed meanwhile');
    count += stored.length;
    yield stored.map(toRecord);
  }
  if (count !== expected) throw new Error(`${count} incidents were sent of ${expected} announced`);
}
