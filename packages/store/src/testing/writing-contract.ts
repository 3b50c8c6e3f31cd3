import { Problem } from '@corridor/domain';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentWrite } from '../incident-write.ts';
import type { Store } from '../store.ts';
import { anIncident } from './any-incident.ts';
import type { TestStorage } from './store-contract.ts';

/** What every store keeps to when a write depends on what stands. */
export function describeWritingContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store’s writes by what stands`, { timeout: 120_000 }, () => {
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
    const versionsOf = async (id: string) =>
      (await store.incidentVersions(id)).map(({ version, changedBy, reason }) => [version, changedBy, reason]);

    test('creates, changes, and enters who did what to what and why', async () => {
      expect(await store.changeIncidents(create('one'))).toEqual({ revision: 1, repeats: null });
      expect(await store.changeIncidents(retitle('one', 1, 'Second'))).toEqual({ revision: 2, repeats: null });
      expect((await store.incidentById('one'))?.incident).toEqual(anIncident('one', { title: 'Second' }));
      expect(await versionsOf('one')).toEqual([
        [1, 'person-1', 'filed'],
        [2, 'person-1', 'better words'],
      ]);
      expect(await store.auditEntries()).toMatchObject([
        { actor: 'person-1', action: 'incident.file', subject: { kind: 'incident', id: 'one' }, reason: 'filed' },
        { action: 'incident.edit', reason: 'better words', detail: { fields: ['title'] }, written: { count: 1 } },
      ]);
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('of two writers of one version the second is stale, and nothing of it is written', async () => {
      await store.changeIncidents(create('one'));
      const writes = ['A', 'B', 'C'].map((title) => store.changeIncidents(retitle('one', 1, title)));
      const results = await Promise.allSettled(writes);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'stale', ids: ['one'] });
      }
      expect(await versionsOf('one')).toHaveLength(2);
      expect(await store.revision()).toBe(2);
    });

    test('names every stale incident of many, and writes none of them', async () => {
      await store.saveIncidents([anIncident('a'), anIncident('b'), anIncident('c')], { by: 'x', reason: 'y' });
      await store.changeIncidents(retitle('b', 1, 'other'));
      const many = {
        ...retitle('a', 1, ''),
        ...{ expected: ['a', 'b', 'c'].map((id) => ({ id, version: id === 'c' ? 9 : 1 })) },
        decide: () => ({ save: ['a', 'b', 'c'].map((id) => anIncident(id, { title: 'all' })) }),
      };
      await expect(store.changeIncidents(many)).rejects.toMatchObject({ code: 'stale', ids: ['b', 'c'] });
      expect((await store.incidentById('a'))?.version).toBe(1);
    });

    test('a decision that changes nothing takes no revision and no entry', async () => {
      await store.changeIncidents(create('one'));
      const head = await store.auditHead();
      const same = retitle('one', 1, anIncident('one').title);
      expect(await store.changeIncidents(same)).toEqual({ revision: 1, repeats: null });
      expect(await store.auditHead()).toEqual(head);
    });

    test('a decision that refuses is passed on as it is, and writes nothing', async () => {
      await store.changeIncidents(create('one'));
      const refusing = {
        ...retitle('one', 1, ''),
        decide: () => {
          throw new Problem('conflict', 'no');
        },
      };
      await expect(store.changeIncidents(refusing)).rejects.toMatchObject({ name: 'Problem', code: 'conflict' });
      expect(await store.revision()).toBe(1);
      await store.changeIncidents(retitle('one', 1, 'still works'));
    });

    test('an unknown id, one given twice, and a new id that is taken are refused', async () => {
      await store.changeIncidents(create('one'));
      await expect(store.changeIncidents(retitle('two', 1, 'x'))).rejects.toMatchObject({ code: 'invalid-record' });
      await expect(store.changeIncidents(create('one'))).rejects.toMatchObject({ code: 'stale' });
      const twice = { ...create('two'), expected: [1, 2].map(() => ({ id: 'two', version: 0 })) };
      await expect(store.changeIncidents(twice)).rejects.toMatchObject({ code: 'invalid-record' });
    });

    test('a key creates once: also of two at once, and after a restart', async () => {
      const [first, second] = await Promise.all([
        store.changeIncidents(create('one', { key: 'key-0001', digest: 'aa' })),
        store.changeIncidents(create('two', { key: 'key-0001', digest: 'aa' })),
      ]);
      const [done, repeated] = first?.repeats === null ? [first, second] : [second, first];
      const id = first?.repeats === null ? 'one' : 'two';
      expect(done).toEqual({ revision: 1, repeats: null });
      expect(repeated).toEqual({ revision: 1, repeats: id });
      await store.changeIncidents(retitle(id, 1, 'changed since'));
      await store.close();
      store = await storage.open();
      const again = await store.changeIncidents(create('three', { key: 'key-0001', digest: 'aa' }));
      expect(again).toEqual({ revision: 1, repeats: id });
      expect(await store.incidentById('three')).toBeNull();
      await expect(store.changeIncidents(create('four', { key: 'key-0001', digest: 'bb' }))).rejects.toMatchObject({
        code: 'key-reused',
      });
      const other = await store.changeIncidents({
        ...create('five', { key: 'key-0001', digest: 'bb' }),
        by: 'person-2',
      });
      expect(other.repeats).toBeNull();
      expect(await store.verifyAudit()).toMatchObject({ intact: true, checked: { incidents: 2 } });
    });

    test('a key of more than a week ago is forgotten', async () => {
      await store.changeIncidents(create('one', { key: 'key-0001', digest: 'aa' }));
      await store.close();
      await storage.runSql("update idempotency_key set created_at = created_at - interval '8 days'");
      store = await storage.open();
      const later = await store.changeIncidents(create('two', { key: 'key-0001', digest: 'bb' }));
      expect(later).toEqual({ revision: 2, repeats: null });
    });

    test('saves, splits and merges as one revision; the decision sees what is merged', async () => {
      await store.saveIncidents(
        ['a', 'b', 'c'].map((id) => anIncident(id)),
        { by: 'x', reason: 'y' },
      );
      await store.mergeIncidents(['b'], 'a', { by: 'x', reason: 'y' });
      const seen: unknown[] = [];
      const outcome = await store.changeIncidents({
        ...retitle('a', 1, ''),
        expected: ['a', 'b', 'c'].map((id) => ({ id, version: null })),
        decide: (present) => {
          for (const { doubles, incident, mergedInto } of present.values())
            seen.push([incident.id, mergedInto, doubles]);
          return { save: [anIncident('a', { title: 'new' })], split: ['b'], merge: { ids: ['c'], into: 'a' } };
        },
      });
      expect(seen.sort()).toEqual([
        ['a', null, ['b']],
        ['b', 'a', []],
        ['c', null, []],
      ]);
      expect(outcome.revision).toBe(3);
      const standing = await store.incidentsByIds(['a', 'b', 'c']);
      expect(standing.map(({ incident, mergedInto, revision }) => [incident.title, mergedInto, revision])).toEqual([
        ['new', null, 3],
        [anIncident('b').title, null, 3],
        [anIncident('c').title, 'a', 3],
      ]);
      expect(await store.doublesOf('a')).toEqual(['c']);
      expect(await store.doublesOf('no such id \0')).toEqual([]);
      expect(await store.auditHead()).toMatchObject({ revision: 3, position: 3 });
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });
  });
}

function create(id: string, once?: IncidentWrite['once']): IncidentWrite {
  return {
    ...{ by: 'person-1', reason: 'filed', action: 'incident.file', subject: id, expected: [{ id, version: 0 }] },
    ...(once ? { once } : {}),
    decide: () => ({ save: [anIncident(id)] }),
  };
}

function retitle(id: string, version: number, title: string): IncidentWrite {
  return {
    ...{ by: 'person-1', reason: 'better words', action: 'incident.edit', subject: id, detail: { fields: ['title'] } },
    expected: [{ id, version }],
    decide: (present) => {
      const incident = present.get(id)?.incident;
      return { save: incident ? [{ ...incident, title }] : [] };
    },
  };
}
