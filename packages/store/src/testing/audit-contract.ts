import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AuditEntry, hashOfEntry } from '../audit/audit-entry.ts';
import type { AuditReport } from '../audit/verify-audit.ts';
import type { Store } from '../store.ts';
import { anIncident } from './any-incident.ts';
import { ACT, CHANGE, LIKE_AN_OLDER_PROGRAM, UNGUARDED, writeAuditHistory } from './audit-history.ts';
import type { TestStorage } from './store-contract.ts';

/** What every store's audit trail keeps to. */
export function describeAuditContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store’s audit trail`, { timeout: 300_000 }, () => {
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
    const behindItsBack = async (statements: string) => {
      await store.close();
      await storage.runSql(statements);
      store = await storage.open();
    };

    test('begins empty and intact', async () => {
      expect(await store.auditHead()).toEqual({ position: 0, hash: '0'.repeat(64), at: null, revision: 0 });
      expect(await store.auditEntries()).toEqual([]);
      expect(await store.verifyAudit()).toMatchObject({ intact: true, checked: { entries: 0, versions: 0 } });
    });

    test('has an entry for each revision and each act, each with the hash of what it says', async () => {
      const before = Date.now();
      await writeAuditHistory(store);
      const entries = await store.auditEntries();
      expect(
        entries.map(({ position, revision, action, subject, actor, written }) => [
          ...[position, revision, action, subject.id, actor, written?.count ?? null],
        ]),
      ).toEqual([
        [1, 1, 'portfolio.load', 'testland', 'portfolio', 5],
        [2, 2, 'incident.save', null, 'Amna', 2],
        [3, null, 'role.change', 'person-1', 'Li Wei', null],
        [4, 3, 'incident.merge', 'one', 'Amna', 1],
        [5, 4, 'incident.split', 'one', 'Amna', 1],
        [6, 5, 'incident.save', 'three', 'Amna', 1],
      ]);
      entries.forEach(({ hash, ...content }, index) => {
        expect(hashOfEntry(content)).toBe(hash);
        expect(content.previousHash).toBe(entries[index - 1]?.hash ?? '0'.repeat(64));
        expect(content.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}000Z$/);
        expect(Math.abs(Date.parse(content.at) - before)).toBeLessThan(120_000);
      });
      expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
      expect((await store.incidentVersions('three')).map(({ changedAt }) => Date.parse(changedAt))).toEqual(
        [entries[1], entries[5]].map((written) => Date.parse(written?.at ?? '')),
      );
      const last = entries.at(-1);
      expect(await store.auditHead()).toEqual({ position: 6, hash: last?.hash, at: last?.at, revision: 5 });
      expect(await store.auditEntries({ after: 2, limit: 3 })).toEqual(entries.slice(2, 5));
    });

    test('is intact after any honest history, and counts what it checked', async () => {
      await writeAuditHistory(store);
      const head = await store.auditHead();
      const progress: object[] = [];
      const report = await store.verifyAudit({ onProgress: (checked) => progress.push(checked) });
      expect(report).toEqual({ intact: true, head, checked: { entries: 6, versions: 10, incidents: 3, targets: 3 } });
      expect(progress.at(-1)).toEqual({ entries: 6, versions: 10, incidents: 3, targets: 3 });
    });

    test('takes no entry for a write that changes nothing, and none for one that is refused', async () => {
      await writeAuditHistory(store);
      const head = await store.auditHead();
      await store.saveIncidents([anIncident('two', { notes: 'checked' })], CHANGE);
      await expect(store.saveIncidents([anIncident('bad', { title: 'a\0b' })], CHANGE)).rejects.toThrow();
      await expect(store.recordAct({ ...ACT, reason: 'x\ud800' })).rejects.toMatchObject({ code: 'invalid-record' });
      expect(await store.auditHead()).toEqual(head);
    });

    test('an act takes no revision, is not announced, and is given back as it was entered', async () => {
      const heard: number[] = [];
      store.onRevision((revision) => heard.push(revision));
      const detail = { from: 'viewer', to: 'admin', list: [1, 2.5, null, true, { deep: 'ü“\u2028' }], tiny: 1e-7 };
      const entered = await store.recordAct({ ...ACT, detail });
      expect(entered).toMatchObject({ ...ACT, detail, position: 1, revision: null, written: null });
      expect(await store.auditEntries()).toEqual([entered]);
      expect(await store.revision()).toBe(0);
      expect(heard).toEqual([]);
    });

    test('links concurrent writes and acts in one line', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          number % 3
            ? store.saveIncidents([anIncident(`i-${number % 5}`, { title: `${number}` })], CHANGE)
            : store.recordAct(ACT),
        ),
      );
      expect(await store.verifyAudit()).toMatchObject({ intact: true, head: { position: 20, revision: 13 } });
    });

    test('is verified while others write', async () => {
      await store.saveIncidents(
        Array.from({ length: 300 }, (_, number) => anIncident(`i-${number}`)),
        CHANGE,
      );
      const reports: Promise<AuditReport>[] = [];
      for (let number = 0; number < 10; number++) {
        reports.push(store.verifyAudit());
        await store.saveIncidents([anIncident(`i-${number}`, { title: 'Changed' }), anIncident(`n-${number}`)], CHANGE);
      }
      for (const report of await Promise.all(reports)) expect(report).toMatchObject({ intact: true });
    });

    test.each([
      ['changed', "update audit_entry set reason = 'better'"],
      ['deleted', 'delete from audit_entry'],
      ['emptied', 'truncate audit_entry'],
      ['changed without triggers', "set session_replication_role = replica; update audit_entry set reason = 'better'"],
      ['changed without triggers', "set session_replication_role = replica; update incident_version set reason = ''"],
      ['changed with its digest', "update incident_version set reason = '', digest = sha256('x')"],
    ])('is never %s', async (_what, statement) => {
      await writeAuditHistory(store);
      await store.close();
      await expect(storage.runSql(statement)).rejects.toThrow(/append-only/);
      store = await storage.open();
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('finds by an exported head that the tail was cut off, whatever else was put right', async () => {
      await writeAuditHistory(store);
      const exported = await store.auditHead();
      const [, , , , fifth] = await store.auditEntries();
      await behindItsBack(`${UNGUARDED}
        delete from audit_entry where position = 6;
        delete from incident_version where revision = 5;
        ${asItWas('three', 2, 1)}
        update revision set value = 4, audit_position = 5, audit_hash = '\\x${fifth?.hash}'`);
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
      expect(await store.verifyAudit({ head: exported })).toMatchObject({ intact: false, fault: { link: entry(6) } });
      await store.recordAct(ACT);
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
      expect(await store.verifyAudit({ head: exported })).toMatchObject({
        intact: false,
        fault: { link: entry(6), message: expect.stringContaining(exported.hash) },
      });
    });

    test('holds an exported head however far it has gone on', async () => {
      await writeAuditHistory(store);
      const exported = await store.auditHead();
      await store.recordAct(ACT);
      await store.saveIncidents([anIncident('later')], CHANGE);
      expect(await store.verifyAudit({ head: exported })).toMatchObject({ intact: true });
    });

    test('chains the history of an older database when it is opened, with the times of its versions', async () => {
      await writeAuditHistory(store);
      const written = await store.auditEntries();
      await behindItsBack(`${LIKE_AN_OLDER_PROGRAM};
        alter table incident_version disable trigger user;
        update incident_version set changed_at = changed_at + interval '7 microseconds', digest = null where revision = 1;
        alter table incident_version enable trigger user`);
      const adopted = await store.auditEntries();
      expect(adopted.map(({ revision, action }) => [revision, action])).toEqual([
        ...[1, 2, 3, 4, 5].map((revision) => [revision, 'revision.adopt']),
        [null, 'history.adopt'],
        [6, 'targets.adopt'],
      ]);
      const timesOf = (entries: readonly AuditEntry[]) =>
        entries.filter(({ revision }) => revision).map(({ at }) => at);
      expect(timesOf(adopted).slice(0, -1)).toEqual(timesOf(written));
      expect(await store.verifyAudit()).toMatchObject({ intact: true, checked: { entries: 7, versions: 10 } });
      await store.saveIncidents([anIncident('later')], CHANGE);
      await behindItsBack('select 1');
      expect(await store.verifyAudit()).toMatchObject({ intact: true, checked: { entries: 8, versions: 11 } });
    });
  });
}

function entry(position: number): object {
  return { kind: 'entry', position };
}

/** Puts an incident of which only the status was changed back to its version before. */
function asItWas(id: string, revision: number, number: number): string {
  return `update incident set status = 'reported', revision = ${revision}, version = ${number} where id = '${id}';`;
}
