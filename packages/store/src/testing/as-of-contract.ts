import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeyedIncident, Store, StoredIncident } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { anIncident, anyIncident } from './any-incident.ts';
import type { TestStorage } from './store-contract.ts';

const CHANGE = { by: 'tester', reason: 'a test' };
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** That every store can be read as it stood at any of its revisions. */
export function describeAsOfContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store as it was`, { timeout: 120_000 }, () => {
    let storage: TestStorage;
    let store: Store;
    beforeEach(async () => {
      storage = await makeStorage();
      store = await storage.open();
    });
    afterEach(async () => {
      await store.close();
      await storage.remove();
    });

    test('gives at each revision of a random history what it gave then', async () => {
      const seen = new Map<number, { table: KeyedIncident[]; records: readonly StoredIncident[] }>();
      const look = async () => {
        seen.set(await store.revision(), {
          table: await gathered(store.eachTableIncident(2)),
          records: (await store.incidentsByIds(NAMES)).filter(({ mergedInto }) => mergedInto === null),
        });
      };
      await look();
      const done = { save: 0, merge: 0, split: 0 };
      for (const step of fc.sample(anyStep, { seed: 77, numRuns: 150 })) {
        if (await attempt(store, step)) done[step.kind]++;
        await look();
      }
      expect(Math.min(...Object.values(done))).toBeGreaterThan(4);
      expect(seen.size).toBe((await store.revision()) + 1);
      for (const [revision, { records, table }] of seen) {
        expect(await gathered(store.eachTableIncidentAt(revision, 3))).toEqual(table);
        expect(await store.incidentsAt(revision, NAMES)).toEqual(records);
      }
    });

    test('tells when each revision was written, which is where it begins', async () => {
      await store.saveIncidents([anIncident('one')], CHANGE);
      await store.saveIncidents([anIncident('two')], CHANGE);
      const [first, second] = [await store.writtenAt(1), await store.writtenAt(2)];
      expect(await store.revisionAt(new Date(second ?? ''))).toBe(2);
      expect(await store.revisionAt(new Date(Date.parse(first ?? '') - 1))).toBe(0);
      expect([await store.writtenAt(0), await store.writtenAt(3)]).toEqual([null, null]);
    });

    test('gives records at a revision in the order asked for, without those unknown then', async () => {
      await store.saveIncidents([anIncident('one')], CHANGE);
      await store.saveIncidents([anIncident('two'), anIncident('one', { title: 'Changed' })], CHANGE);
      await store.mergeIncidents(['one'], 'two', CHANGE);
      const titles = async (revision: number) =>
        (await store.incidentsAt(revision, ['two', 'nobody', 'one', 'a\0b', 'two'])).map(
          ({ incident, version }) => `${incident.id} ${version} ${incident.title.slice(0, 7)}`,
        );
      expect(await titles(0)).toEqual([]);
      expect(await titles(1)).toEqual(['one 1 Convoy ']);
      expect(await titles(2)).toEqual(['two 1 Convoy ', 'one 2 Changed', 'two 1 Convoy ']);
      expect(await titles(3)).toEqual(['two 1 Convoy ', 'two 1 Convoy ']);
    });

    test('knows which revision stood at an instant: that of the shown time of a change, and none before the first', async () => {
      await store.recordAct({ actor: 'a', action: 'b.c', subject: { kind: 'd', id: null }, reason: '' });
      for (let number = 1; number <= 4; number++) {
        await store.saveIncidents([anIncident('one', { title: `state ${number}` })], CHANGE);
        // Two writes of one millisecond share their time, and the later one is what stood then.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await store.recordAct({ actor: 'a', action: 'b.c', subject: { kind: 'd', id: null }, reason: '' });
      const times = (await store.incidentVersions('one')).map(({ changedAt }) => Date.parse(changedAt));
      const first = times[0] ?? 0;
      expect(await store.revisionAt(new Date(first - 1))).toBe(0);
      for (const [index, time] of times.entries()) {
        expect(await store.revisionAt(new Date(time))).toBe(index + 1);
        if (index > 0) expect(await store.revisionAt(new Date(time - 1))).toBe(index);
      }
      expect(await store.revisionAt(new Date('9999-12-31'))).toBe(4);
      expect(await store.revisionAt(new Date('0001-01-01'))).toBe(0);
    });
  });
}

const id = fc.constantFrom(...NAMES);
const anyStep = fc.oneof(
  fc.record({
    kind: fc.constant('save' as const),
    incidents: fc.uniqueArray(anyIncident(id), { selector: (incident) => incident.id, minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('merge' as const), ids: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }), into: id }),
  fc.record({ kind: fc.constant('split' as const), ids: fc.uniqueArray(id, { minLength: 1, maxLength: 1 }) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Whether the store took the step. */
async function attempt(store: Store, step: Step): Promise<boolean> {
  try {
    if (step.kind === 'save') await store.saveIncidents(step.incidents, CHANGE);
    else if (step.kind === 'merge') await store.mergeIncidents(step.ids, step.into, CHANGE);
    else await store.splitIncidents(step.ids, CHANGE);
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'invalid-record') return false;
    throw error;
  }
}

async function gathered(batches: AsyncIterable<readonly KeyedIncident[]>): Promise<KeyedIncident[]> {
  const all: KeyedIncident[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}
