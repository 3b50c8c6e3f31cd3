import { Problem } from '@corridor/domain';
import { encodeDelta, encodeTable, type IncidentTable } from '@corridor/incident-table';
import type { EngineSource } from '../engine/engine-source.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Encoded, KeptEncodings } from './kept-encodings.ts';

/** A change of more rows than this share of the table is no shorter than the table, or hardly. */
const MAX_CHANGED_SHARE = 0.3;

export interface ProvideTableDeps {
  readonly kept: KeptEncodings;
  readonly source: Pick<EngineSource, 'changedSince'>;
  readonly snapshot: Snapshot;
}

/**
 * What changed in the table since a revision; the whole table for 0, for a revision that is not known or yet to come, and
 * where too much changed. Throws the Problem `not-found` where the database answers and no table is held.
 */
export async function provideTable({ kept, snapshot, source }: ProvideTableDeps, since: number): Promise<Encoded> {
  const { table } = snapshot.engine;
  if (table === null) {
    throw new Problem('not-found', 'Here the database answers and no table is held: ask /v1/query.');
  }
  const { revision, rowCount } = table;
  const isKnown = since > 0 && since <= revision && snapshot.asOf === null;
  const changed = isKnown ? await source.changedSince(since) : null;
  if (changed === null || changed.size > rowCount * MAX_CHANGED_SHARE) {
    return kept.get('table', revision, () => encodeTable(table));
  }
  return kept.get(`since ${since}`, revision, () => encodeDelta(table, since, changesOf(table, changed)));
}

/** What the table has of the changed keys was written; what it has not is gone, or is yet to come and unknown to all. */
function changesOf(table: IncidentTable, changed: ReadonlySet<number>) {
  const upserts: { readonly key: number }[] = [];
  const removed: number[] = [];
  for (const key of changed) {
    if (table.rowOfKey(key) === undefined) removed.push(key);
    else upserts.push({ key });
  }
  return { upserts, removed: removed.sort((a, b) => a - b) };
}
