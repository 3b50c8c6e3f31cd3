import type { Incident } from '@corridor/domain';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportDecision, ImportPiece } from '../imports/imports.ts';
import type { Store } from '../store.ts';
import { anIncident } from './any-incident.ts';
import type { TestStorage } from './store-contract.ts';

const CHANGE = { by: 'tester', reason: 'a test' };
const RUNNER = 'this process';
const NONE = { new: 0, changed: 0, unchanged: 0, duplicate: 0, rejected: 0, conflict: 0, deleted: 0 };
const NEW = {
  file: 'a.csv',
  size: 100,
  mapping: null,
  mappingName: null,
  origins: ['ucdp'],
  by: 'amna',
  runner: RUNNER,
};
const REPORT = {
  bytesDone: 100,
  rowsDone: 2,
  counts: NONE,
  digest: 'ab'.repeat(32),
  format: 'ucdp',
  origins: ['ucdp'],
};

/** What every store keeps to of imports. */
export function describeImportsContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store’s imports`, { timeout: 120_000 }, () => {
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

    /** A batch that is being committed. */
    async function committing(): Promise<number> {
      const id = await store.imports.begin(NEW);
      await store.imports.report(id, RUNNER, { ...REPORT, features: [] });
      await store.imports.move(id, ['reported'], 'committing', { runner: RUNNER });
      return id;
    }
    function piece(batch: number, incidents: readonly Incident[], more: Partial<ImportDecision> = {}): ImportPiece {
      const brought = incidents.map((record, index) => ({ row: index + 2, imported: record, record }));
      const decide = () => ({ brought, issues: [], counts: { ...NONE, new: incidents.length }, ...more });
      const ids = incidents.map(({ id }) => id);
      return { batch, ...CHANGE, records: incidents, ids, bytesDone: 50, rowsDone: incidents.length, decide };
    }
    const bring = async (batch: number, ...incidents: Incident[]) =>
      store.imports.bring(piece(batch, incidents), RUNNER);
    const takeBack = (id: number, after = '', limit = 10) => store.imports.takeBack(id, { ...CHANGE, after, limit });
    const statusOf = async (id: string) => (await store.incidentById(id))?.incident.status;

    test('a batch goes from state to state, and only from the one that it is in', async () => {
      const id = await store.imports.begin(NEW);
      expect(await store.imports.byId(id)).toMatchObject({ ...NEW, id, state: 'reading', digest: null, counts: NONE });
      const progress = { bytesDone: 50, rowsDone: 1, counts: { ...NONE, new: 1 }, origins: ['ucdp'] };
      expect(await store.imports.progress(id, 'another process', progress)).toBe(false);
      expect(await store.imports.progress(id, RUNNER, progress)).toBe(true);
      expect(await store.imports.running()).toHaveLength(1);
      const features = [{ type: 'Feature' }];
      expect(await store.imports.report(id, RUNNER, { ...REPORT, features })).toBe(true);
      expect(await store.imports.report(id, RUNNER, { ...REPORT, features })).toBe(false);
      expect(await store.imports.features(id)).toEqual(features);
      expect(await store.imports.byId(id)).toMatchObject({ state: 'reported', digest: REPORT.digest, rowsDone: 2 });
      expect(await store.imports.move(id, ['committed'], 'undoing', { runner: RUNNER })).toBe(false);
      expect(await store.imports.move(id, ['reported'], 'committing', { runner: RUNNER })).toBe(true);
      expect(await store.imports.byId(id)).toMatchObject({ rowsDone: 0, counts: NONE });
      expect(await store.imports.committedWith(REPORT.digest)).toBeNull();
      await store.imports.move(id, ['committing'], 'committed', { runner: RUNNER });
      expect(await store.imports.committedWith(REPORT.digest)).toMatchObject({ id });
      const next = await store.imports.begin(NEW);
      expect((await store.imports.list({ before: null, limit: 5 })).map((batch) => batch.id)).toEqual([next, id]);
      expect((await store.imports.list({ before: next, limit: 5 })).map((batch) => batch.id)).toEqual([id]);
    });

    test('the last import of an origin failed, until one of it is brought in', async () => {
      const failing = async (from: string[], fault: string) => {
        const id = await store.imports.begin({ ...NEW, origins: [] });
        await store.imports.progress(id, RUNNER, { bytesDone: 1, rowsDone: 1, counts: NONE, origins: from });
        await store.imports.move(id, ['reading'], 'failed', { runner: RUNNER, fault });
        return id;
      };
      expect(await store.imports.failures()).toEqual([]);
      const first = await failing(['ucdp', 'b'], 'first');
      const at = async (id: number) => (await store.imports.byId(id))?.stateAt;
      const failure = async (origin: string, id: number, fault: string) => ({ origin, id, at: await at(id), fault });
      const ofB = await failure('b', first, 'first');
      expect(await store.imports.failures()).toEqual([ofB, await failure('ucdp', first, 'first')]);
      await store.imports.move(await committing(), ['committing'], 'cancelled', { runner: RUNNER });
      expect(await store.imports.failures()).toHaveLength(2);
      const brought = await committing();
      await store.imports.move(brought, ['committing'], 'committed', { runner: RUNNER });
      expect(await store.imports.failures()).toEqual([ofB]);
      await store.imports.move(brought, ['committed'], 'undone', { runner: RUNNER });
      expect(await store.imports.failures()).toEqual([ofB]);
      const second = await failing(['ucdp'], 'second');
      expect(await store.imports.failures()).toEqual([ofB, await failure('ucdp', second, 'second')]);
    });

    test('is taken over from a process that was silent, and from no other', async () => {
      const id = await store.imports.begin(NEW);
      expect(await store.imports.takeOver(id, 'reading', 'another', 60_000)).toBe(false);
      expect(await store.imports.takeOver(id, 'committing', 'another', 0)).toBe(false);
      expect(await store.imports.takeOver(id, 'reading', 'another', 0)).toBe(true);
      expect(await store.imports.byId(id)).toMatchObject({ runner: 'another' });
    });

    test('one at a time works under a name, which is free again after it, also where it failed', async () => {
      let inner: unknown = 'not asked';
      const outer = await store.imports.alone('a source', async () => {
        inner = await store.imports.alone('a source', async () => 'second');
        expect(await store.imports.alone('another source', async () => store.revision())).toEqual({ value: 0 });
        return 'first';
      });
      expect([outer, inner]).toEqual([{ value: 'first' }, null]);
      const failing = store.imports.alone('a source', () => Promise.reject(new RangeError('of the work')));
      await expect(failing).rejects.toThrow(new RangeError('of the work'));
      expect(await store.imports.alone('a source', async () => 'third')).toEqual({ value: 'third' });
    });

    test('a piece is one revision with its entry, its rows, issues and counts; a stranger brings nothing', async () => {
      const id = await committing();
      expect(await store.imports.bring(piece(id, [anIncident('one')]), 'another process')).toBeNull();
      expect(await store.revision()).toBe(0);
      const issue = { kind: 'note', row: 2, field: 'f', value: 'a\u0000b\ud800', reason: 'r' } as const;
      const outcome = await store.imports.bring(
        piece(id, [anIncident('one'), anIncident('two')], { issues: [issue] }),
        RUNNER,
      );
      expect(outcome).toEqual({ revision: 1 });
      expect(await store.imports.byId(id)).toMatchObject({ rowsDone: 2, counts: { ...NONE, new: 2 } });
      expect(await store.imports.issues(id, { after: 0, limit: 5 })).toMatchObject([
        { ...issue, value: 'a\uFFFDb\uFFFD' },
      ]);
      expect(await store.auditEntries()).toMatchObject([
        { action: 'import.commit', detail: { import: id }, revision: 1 },
      ]);
      expect((await store.incidentVersions('one')).map(({ changedBy }) => changedBy)).toEqual(['tester']);
      expect(await store.imports.bring(piece(id, [], { counts: { ...NONE, unchanged: 3 } }), RUNNER)).toEqual({
        revision: 1,
      });
      expect(await store.imports.byId(id)).toMatchObject({ counts: { ...NONE, new: 2, unchanged: 3 } });
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('what the source said last is known, whatever people made of the record', async () => {
      const said = anIncident('one', { title: 'The source’s' });
      await bring(await committing(), said);
      await store.saveIncidents([{ ...said, title: 'People’s' }], CHANGE);
      await store.saveIncidents([anIncident('two', { title: 'First' })], CHANGE);
      await store.saveIncidents([anIncident('two', { title: 'Then' })], CHANGE);
      const standing = await store.imports.standing(['one', 'two', 'three']);
      expect([...standing.keys()].sort()).toEqual(['one', 'two']);
      expect(standing.get('one')).toMatchObject({ base: said, incident: { title: 'People’s' }, withdrawn: false });
      expect(standing.get('two')?.base.title).toBe('First');
      const later = await committing();
      const imported = { ...said, title: 'The source’s again' };
      await store.imports.bring(piece(later, [imported], { brought: [{ row: 2, imported, record: null }] }), RUNNER);
      expect((await store.imports.standing(['one'])).get('one')).toMatchObject({ base: imported, version: 2 });
      await takeBack(later);
      expect((await store.imports.standing(['one'])).get('one')).toMatchObject({ base: said, version: 2 });
    });

    test('what a file repeats to the letter is told, until something that brought it is taken back', async () => {
      const [one, two] = [anIncident('one'), anIncident('two', { summary: 'With “quotes”.' })];
      const repeated = async (...records: Incident[]) => [...(await store.imports.repeated(records))].sort();
      expect(await repeated(one, two)).toEqual([]);
      await bring(await committing(), one, two);
      await store.saveIncidents([{ ...one, title: 'People’s' }, anIncident('three')], CHANGE);
      expect(await repeated(one, two, anIncident('three'))).toEqual(['one', 'two']);
      const said = { ...one, title: 'The source’s again' };
      expect(await repeated(said, two)).toEqual(['two']);
      const later = await committing();
      await store.imports.bring(piece(later, [said], { brought: [{ row: 2, imported: said, record: null }] }), RUNNER);
      expect(await repeated(one, two)).toEqual(['two']);
      expect(await repeated(said)).toEqual(['one']);
      let known: unknown;
      const looking = piece(await committing(), [said, two, anIncident('three')]);
      const decide: ImportPiece['decide'] = (given) => {
        known = { repeated: [...given.repeated].sort(), standing: [...given.standing.keys()] };
        return { brought: [], issues: [], counts: NONE };
      };
      await store.imports.bring({ ...looking, decide }, RUNNER);
      expect(known).toEqual({ repeated: ['one', 'two'], standing: ['three'] });
      await takeBack(later);
      expect(await repeated(one, two)).toEqual(['two']);
      expect(await repeated(said)).toEqual([]);
    });

    test('taking back retracts what was new, restores what was changed and leaves what people touched', async () => {
      await store.saveIncidents([anIncident('old', { title: 'Before' }), anIncident('into')], CHANGE);
      const id = await committing();
      await bring(id, anIncident('a'), anIncident('b'), anIncident('c'), anIncident('old', { title: 'After' }));
      await store.saveIncidents([anIncident('b', { title: 'Touched' })], { by: 'li', reason: 'seen' });
      await store.mergeIncidents(['c'], 'into', CHANGE);
      await store.imports.move(id, ['committing'], 'cancelling', { runner: RUNNER });
      expect(await store.imports.byId(id)).toMatchObject({ rowsDone: 0 });
      expect(await takeBack(id, '', 2)).toBe('b');
      expect(await store.imports.byId(id)).toMatchObject({ rowsDone: 2 });
      expect(await takeBack(id, 'b')).toBe('old');
      expect(await store.imports.byId(id)).toMatchObject({ rowsDone: 4 });
      expect(await takeBack(id, 'old')).toBeNull();
      expect(await takeBack(id)).toBeNull();
      expect([await statusOf('a'), await statusOf('b')]).toEqual(['retracted', 'reported']);
      expect(await store.incidentById('old')).toMatchObject({ version: 3, incident: { title: 'Before' } });
      const kept = await store.imports.issues(id, { after: 0, limit: 9, kind: 'kept' });
      expect(kept.map(({ reason, value }) => [value, reason])).toEqual([
        ['b', 'was changed by somebody since (version 2) and was left alone'],
        ['c', 'is merged into into and was left alone'],
      ]);
      const standing = await store.imports.standing(['a', 'b', 'old']);
      expect(standing.get('a')).toMatchObject({ withdrawn: true });
      expect(standing.get('b')).toMatchObject({ withdrawn: false, base: { title: anIncident('b').title } });
      expect(standing.get('old')?.base.title).toBe('Before');
      expect((await store.changesSince(3)).upserts.map(({ incident }) => incident.id)).toEqual(['a', 'old']);
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
      await store.saveIncidents([anIncident('a')], CHANGE);
      expect((await store.imports.standing(['a'])).get('a')).toMatchObject({ withdrawn: false });
      const stands = await store.imports.standing(['c', 'into']);
      expect([stands.get('c'), stands.get('into')]).toMatchObject([
        { mergedInto: 'into', hasDoubles: false },
        { mergedInto: null, hasDoubles: true },
      ]);
    });

    test('what the source deleted is counted and said anew when it is committed, and is back when that is undone', async () => {
      await bring(await committing(), anIncident('one'));
      const id = await store.imports.begin(NEW);
      const issue = { kind: 'deleted', row: 2, field: 'id', value: 'one', reason: 'r' } as const;
      await store.imports.addIssues(id, [issue]);
      const counts = { ...NONE, deleted: 1 };
      await store.imports.report(id, RUNNER, { ...REPORT, counts, features: [] });
      expect(await store.imports.byId(id)).toMatchObject({ counts });
      await store.imports.move(id, ['reported'], 'committing', { runner: RUNNER });
      expect(await store.imports.byId(id)).toMatchObject({ counts: NONE });
      expect(await store.imports.issues(id, { after: 0, limit: 5 })).toEqual([]);
      const retracted = anIncident('one', { status: 'retracted' });
      await store.imports.bring(piece(id, [retracted], { issues: [issue], counts }), RUNNER);
      expect(await store.imports.issues(id, { after: 0, limit: 5 })).toMatchObject([issue]);
      expect(await store.imports.byId(id)).toMatchObject({ counts });
      expect((await store.imports.standing(['one'])).get('one')).toMatchObject({ base: { status: 'retracted' } });
      await takeBack(id);
      expect(await statusOf('one')).toBe('reported');
      expect((await store.imports.standing(['one'])).get('one')).toMatchObject({ base: { status: 'reported' } });
    });

    test('neighbours are of other origins, of about the same days and place, the nearest days first', async () => {
      const place = { ...anIncident('x').place, latitude: 30, longitude: 66, precision: 'place' as const };
      const on = (start: string) => ({ start, end: start, precision: 'day' as const });
      await store.saveIncidents(
        [
          anIncident('near', { place, occurred: on('2024-03-03'), origin: 'b' }),
          anIncident('same-day', { place, occurred: on('2024-03-01'), origin: 'b' }),
          anIncident('own', { place, occurred: on('2024-03-01'), origin: 'a' }),
          anIncident('late', { place, occurred: on('2024-03-09'), origin: 'b' }),
          anIncident('far', { place: { ...place, latitude: 32 }, occurred: on('2024-03-01'), origin: 'b' }),
        ],
        CHANGE,
      );
      const search = { id: 'new', origin: 'a', start: '2024-03-01', end: '2024-03-01', latitude: 30.1, longitude: 66 };
      const found = await store.imports.neighbours([{ ...search, province: null }], { daysApart: 3, limit: 9 });
      expect(found.get('new')?.map(({ id }) => id)).toEqual(['same-day', 'near']);
    });

    test('mappings are kept by name', async () => {
      await store.imports.saveMapping('partner', { a: 1 }, 'amna');
      await store.imports.saveMapping('partner', { a: 2 }, 'li');
      expect(await store.imports.mapping('partner')).toMatchObject({ mapping: { a: 2 }, savedBy: 'li' });
      expect(await store.imports.mappings()).toHaveLength(1);
      expect([await store.imports.deleteMapping('partner'), await store.imports.deleteMapping('partner')]).toEqual([
        true,
        false,
      ]);
      expect(await store.imports.mapping('partner')).toBeNull();
    });
  });
}
