import { isDeepStrictEqual } from 'node:util';
import type { AuditEntry, AuditHead } from '../../audit/audit-entry.ts';
import type { Store, StoredIncident } from '../../store.ts';
import { CrashFault } from './crash-fault.ts';
import type { RecordModel } from './record-model.ts';
import { incidentOf, type WriteOperation } from './write-operation.ts';

/** So that no query comes near the time that the embedded database gives it, on a machine that is busy. */
const READ_AT_ONCE = 1_000;

/** A store before a child wrote, and what that child was to write and said that it had written. */
export interface Expected {
  readonly model: RecordModel;
  readonly head: AuditHead;
  readonly lanes: readonly (readonly WriteOperation[])[];
  /** Of each lane, the revisions (of an act, the position) that were acknowledged. */
  readonly acknowledged: readonly (readonly number[])[];
}

export interface Checked {
  readonly model: RecordModel;
  readonly head: AuditHead;
  /** Writes that were under way, by whether they are there. */
  readonly underWay: { readonly whole: number; readonly absent: number };
}

/**
 * Compares a store with what it should hold after its writer was killed. Throws CrashFault where an acknowledged write is
 * missing, where of a write only a part is there, and where the audit trail does not verify.
 */
export async function checkStore(store: Store, expected: Expected): Promise<Checked> {
  const entries = await entriesAfter(store, expected.head.position);
  const model = expected.model.copy();
  const written = expected.lanes.map((lane, index) =>
    writtenOf(lane, expected.acknowledged[index] ?? [], entries, `lane ${index}`),
  );
  for (const operation of written.flat()) model.apply(operation);
  if (entries.length !== written.flat().length) {
    throw new CrashFault(`the audit trail has ${entries.length} new entries for ${written.flat().length} writes`);
  }
  await checkRecords(store, model);
  await checkDerived(store, model);
  const report = await store.verifyAudit({ head: expected.head });
  if (!report.intact) throw new CrashFault(`the audit trail is broken: ${report.fault.message}`);
  const pairs = expected.lanes.map((lane, index) => ({
    left: lane.length - (expected.acknowledged[index]?.length ?? 0),
    more: (written[index]?.length ?? 0) - (expected.acknowledged[index]?.length ?? 0),
  }));
  const whole = pairs.filter(({ more }) => more > 0).length;
  const absent = pairs.filter(({ left, more }) => left > 0 && more === 0).length;
  return { model, head: report.head, underWay: { whole, absent } };
}

/** Without those that chain what an older program wrote. */
async function entriesAfter(store: Store, position: number): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (;;) {
    const batch = await store.auditEntries({ after: entries.at(-1)?.position ?? position });
    if (batch.length === 0) return entries.filter(({ action }) => !action.endsWith('.adopt'));
    entries.push(...batch);
  }
}

/** All that were acknowledged, and perhaps the one after these. */
function writtenOf(
  lane: readonly WriteOperation[],
  acknowledged: readonly number[],
  entries: readonly AuditEntry[],
  name: string,
): readonly WriteOperation[] {
  const entryOf = new Map(entries.map((entry) => [entry.reason, entry]));
  for (const [number, stated] of acknowledged.entries()) {
    const entry = entryOf.get(lane[number]?.token ?? '');
    const found = entry && (entry.revision ?? entry.position);
    if (found !== stated) {
      throw new CrashFault(`${name}: write ${number} was acknowledged as ${stated}, and is ${found ?? 'missing'}`);
    }
  }
  const next = lane[acknowledged.length];
  const count = acknowledged.length + (next && entryOf.has(next.token) ? 1 : 0);
  return lane.slice(0, count);
}

async function checkRecords(store: Store, model: RecordModel): Promise<void> {
  const versions = await store.accounts.query<{ id: string; reasons: readonly string[] }>(`
    select incident_id as id, array_agg(reason order by version) as reasons from incident_version group by 1`);
  const reasonsOf = new Map(versions.map(({ id, reasons }) => [id, reasons]));
  const strangers = versions.filter(({ id }) => !model.records.has(id));
  if (strangers.length > 0) throw new CrashFault(`${strangers.length} incidents are there of a write that is not`);
  const storedOf = await recordsOf(store, [...model.records.keys()]);
  for (const [id, { mergedInto, reasons, token }] of model.records) {
    if (!isDeepStrictEqual(reasonsOf.get(id), reasons)) {
      throw new CrashFault(`${id} has the versions ${reasonsOf.get(id)?.join(', ')}, expected ${reasons.join(', ')}`);
    }
    const { incident, ...state } = storedOf.get(id) ?? { incident: null, version: 0, mergedInto: null };
    if (state.version !== reasons.length || state.mergedInto !== mergedInto) {
      throw new CrashFault(`${id} stands at version ${state.version}, merged into ${state.mergedInto}`);
    }
    if (!isDeepStrictEqual(incident, incidentOf(id, token))) throw new CrashFault(`${id} is not as ${token} wrote it`);
  }
}

async function recordsOf(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, StoredIncident>> {
  const found = new Map<string, StoredIncident>();
  for (let first = 0; first < ids.length; first += READ_AT_ONCE) {
    const stored = await store.incidentsByIds(ids.slice(first, first + READ_AT_ONCE));
    for (const one of stored) found.set(one.incident.id, one);
  }
  return found;
}

/** What queries are answered from has a row for each incident that counts, and none besides. */
async function checkDerived(store: Store, model: RecordModel): Promise<void> {
  const expected = [...model.records.values()].filter(({ mergedInto }) => mergedInto === null).length;
  for (const table of ['incident_fact', 'incident_text']) {
    const [row] = await store.accounts.query<{ all: number; counting: number }>(`
      select count(*) as all, count(*) filter (where incident.id is not null and merged_into is null) as counting
      from ${table} left join incident on incident.id = incident_id`);
    if (row?.all !== expected || row.counting !== expected) {
      throw new CrashFault(
        `${table} has ${row?.all} rows, ${row?.counting} of incidents that count: expected ${expected}`,
      );
    }
  }
}
