import type { District } from '@corridor/domain';
import type { Boundaries } from '@corridor/geography';
import { IncidentTable } from '@corridor/incident-table';
import type { Changes, SqlEngine, Store } from '@corridor/store';
import { ChangedKeys } from './changed-keys.ts';
import type { EngineSource, EngineState } from './engine-source.ts';
import { MemoryEngine } from './memory-engine.ts';
import { targetsAt } from './targets-at.ts';

export interface MemorySourceOptions {
  readonly store: Store;
  readonly sqlEngine: SqlEngine;
  readonly boundaries: Boundaries;
  readonly districts: readonly District[];
}

/** More changes than these are not read one by one, with their sources: the whole table is read anew. */
const MAX_CHANGES = 50_000;

/** Reads the whole table once, and later only what changed. */
export async function openMemorySource(options: MemorySourceOptions): Promise<EngineSource> {
  const { store } = options;
  let table = await loadTable(store);
  let state = await createState(options, table);
  let changed = new ChangedKeys(table.revision);
  return {
    kind: 'memory',
    current: () => state,
    async next() {
      const keys = await store.changedKeys(table.revision, MAX_CHANGES);
      const changes = keys && (await store.changesSince(table.revision));
      if (changes?.revision === table.revision) return state;
      const next = changes ? table.withChanges(changes) : await loadTable(store);
      state = await createState(options, next, state);
      table = next;
      if (changes) changed.add(next.revision, keysOf(changes));
      else changed = new ChangedKeys(next.revision);
      return state;
    },
    changedSince: async (revision) => changed.since(revision) ?? asSet(await store.changedKeys(revision, MAX_CHANGES)),
  };
}

function keysOf({ removed, upserts }: Changes): number[] {
  return [...upserts.map(({ key }) => key), ...removed];
}

function asSet(keys: readonly number[] | null): ReadonlySet<number> | null {
  return keys && new Set(keys);
}

/** What is written while it is read may or may not be in it; the changes since then make it exact. */
async function loadTable(store: Store): Promise<IncidentTable> {
  const revision = await store.revision();
  const table = await IncidentTable.fromBatches(store.eachTableIncident(), revision);
  const changes = await store.changesSince(revision);
  return changes.revision === revision ? table : table.withChanges(changes);
}

async function createState(
  { boundaries, districts, sqlEngine, store }: MemorySourceOptions,
  table: IncidentTable,
  before?: EngineState,
): Promise<EngineState> {
  const targets = await targetsAt(store, table.revision, before);
  const geography = { boundaries, districts, sites: targets.sites, routes: targets.routes };
  return { engine: new MemoryEngine({ table, geography, store, sqlEngine }), ...targets };
}
