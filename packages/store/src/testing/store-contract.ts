import { type Incident, incidentSchema } from '@corridor/domain';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store, StoredIncident } from '../store.ts';
import { aPortfolio } from './a-portfolio.ts';
import { anIncident, anyIncident } from './any-incident.ts';

/** Where a store under test lives: fresh and empty. */
export interface TestStorage {
  open(): Promise<Store>;
  /** Runs SQL behind the store's back, while it is closed. */
  runSql(text: string): Promise<void>;
  remove(): Promise<void>;
}

const CHANGE = { by: 'tester', reason: 'a test' };

/** What every implementation of Store keeps to. */
export function describeStoreContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store`, { timeout: 120_000 }, () => {
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
    const reopen = async () => {
      await store.close();
      store = await storage.open();
    };

    test('begins empty, at revision 0', async () => {
      await store.ping();
      expect(await store.revision()).toBe(0);
      expect(await store.isEmpty()).toBe(true);
      expect(await store.portfolio()).toBeNull();
      expect(await all(store)).toEqual([]);
    });

    test('loads a portfolio once, as one revision, and gives back what was loaded', async () => {
      const portfolio = aPortfolio(Array.from({ length: 1203 }, (_, number) => anIncident(`i-${number}`)));
      const progress: [number, number][] = [];
      expect(await store.loadPortfolio(portfolio, (done, total) => progress.push([done, total]))).toBe(1);
      expect(progress).toEqual([
        [1000, 1203],
        [1203, 1203],
      ]);
      await reopen();
      expect(await store.isEmpty()).toBe(false);
      expect(await store.portfolio()).toMatchObject({ id: 'testland', name: 'Testland Corridor' });
      expect(await store.sites()).toEqual(portfolio.sites);
      expect(await store.routes()).toEqual(portfolio.routes);
      expect(await store.actors()).toEqual(portfolio.info.actors);
      const loaded = await all(store);
      expect(loaded.map(({ incident }) => incident)).toEqual([...portfolio.incidents].sort(byId));
      expect(loaded.every(({ version, revision }) => version === 1 && revision === 1)).toBe(true);
    });

    test('refuses to load a second time, and into a store with incidents', async () => {
      await store.saveIncidents([anIncident('one')], CHANGE);
      await expect(store.loadPortfolio(aPortfolio())).rejects.toMatchObject({ code: 'not-empty' });
      expect(await store.revision()).toBe(1);
      expect(await store.sites()).toEqual([]);
    });

    test('gives back every field of any incident', async () => {
      const ids = fc.stringMatching(/^[a-z0-9][a-z0-9._:-]{0,20}$/);
      const drawn = fc.sample(anyIncident(ids), { seed: 4, numRuns: 400 });
      const incidents = [...new Map(drawn.map((incident) => [incident.id, incidentSchema.parse(incident)])).values()];
      await store.saveIncidents(incidents, CHANGE);
      const sorted = [...incidents].sort(byId);
      expect((await all(store, 7)).map(({ incident }) => incident)).toEqual(sorted);
      const [first] = sorted;
      expect((await store.incidentVersions(first?.id ?? '')).map(({ incident }) => incident)).toEqual([first]);
    });

    test('keeps the history that a simple model keeps', async () => {
      const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
      const saves = fc.uniqueArray(anyIncident(id), {
        selector: (incident) => incident.id,
        minLength: 1,
        maxLength: 5,
      });
      const again = fc.boolean();
      const series = fc.sample(fc.tuple(saves, again), { seed: 9, numRuns: 25 });
      const model = new HistoryModel();
      for (const [incidents, repeat] of series) {
        expect(await store.saveIncidents(incidents, CHANGE)).toBe(model.save(incidents));
        if (repeat) expect(await store.saveIncidents(incidents.slice(1), CHANGE)).toBe(model.save(incidents.slice(1)));
      }
      expect(await all(store)).toEqual(model.present());
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        expect((await store.incidentVersions(name)).map(withoutChange)).toEqual(model.versions(name));
      }
      for (let revision = 0; revision <= model.revision; revision++) {
        expect(await store.changesSince(revision)).toEqual(model.changesSince(revision));
      }
    });

    test('says who changed an incident, when and why', async () => {
      const before = Date.now();
      await store.saveIncidents([anIncident('one')], { by: 'Amna', reason: 'first report' });
      await store.saveIncidents([anIncident('one', { status: 'confirmed' })], {
        by: 'Li Wei',
        reason: 'police statement',
      });
      const history = await store.incidentVersions('one');
      expect(history.map(({ changedBy, reason }) => [changedBy, reason])).toEqual([
        ['Amna', 'first report'],
        ['Li Wei', 'police statement'],
      ]);
      for (const { changedAt } of history) {
        expect(Math.abs(Date.parse(changedAt) - before)).toBeLessThan(120_000);
        expect(new Date(changedAt).toISOString()).toBe(changedAt);
      }
    });

    test('finds incidents by id, in the order asked for, and leaves unknown ids out', async () => {
      await store.saveIncidents([anIncident('one'), anIncident('two'), anIncident('three')], CHANGE);
      const found = await store.incidentsByIds(['three', 'nobody', 'one', 'three', 'a\0b']);
      expect(found.map(({ incident }) => incident.id)).toEqual(['three', 'one', 'three']);
      expect((await store.incidentById('two'))?.incident).toEqual(anIncident('two'));
      expect(await store.incidentById('nobody')).toBeNull();
      expect(await store.incidentById("'; drop table incident; --")).toBeNull();
      expect(await store.incidentVersions('\0')).toEqual([]);
    });

    test.each([
      ['a NUL', { title: 'a\0b' }],
      ['half a surrogate pair', { summary: 'x\ud800' }],
      ['a date that does not exist', { occurred: { start: '2024-02-30', end: '2024-03-01', precision: 'day' } }],
      ['an end before its start', { occurred: { start: '2024-03-02', end: '2024-03-01', precision: 'day' } }],
    ] as const)('refuses %s, and a refused write leaves nothing behind', async (_what, broken) => {
      const announced: number[] = [];
      store.onRevision((revision) => announced.push(revision));
      await store.saveIncidents([anIncident('one')], CHANGE);
      const many = Array.from({ length: 5 }, (_, number) => anIncident(`i-${number}`));
      await expect(store.saveIncidents([...many, anIncident('bad', broken)], CHANGE)).rejects.toMatchObject({
        name: 'StoreError',
        code: 'invalid-record',
      });
      expect(await store.revision()).toBe(1);
      expect((await all(store)).map(({ incident }) => incident.id)).toEqual(['one']);
      expect(await store.incidentVersions('i-0')).toEqual([]);
      expect(await store.saveIncidents([anIncident('two')], CHANGE)).toBe(2);
      expect(announced).toEqual([1, 2]);
    });

    test('leaves nothing of a write that fails in a later batch', async () => {
      const many = Array.from({ length: 1200 }, (_, number) => anIncident(`i-${number}`));
      const bad = anIncident('bad', { title: 'a\0b' });
      await expect(store.saveIncidents([...many, bad], CHANGE)).rejects.toMatchObject({ code: 'invalid-record' });
      expect(await store.revision()).toBe(0);
      expect(await store.isEmpty()).toBe(true);
    });

    test('refuses an id given twice in one write', async () => {
      await expect(store.saveIncidents([anIncident('one'), anIncident('one')], CHANGE)).rejects.toMatchObject({
        code: 'invalid-record',
        message: 'incident one is given twice',
      });
    });

    test('gives concurrent writers revisions without gaps, in commit order', async () => {
      const announced: number[] = [];
      store.onRevision((revision) => announced.push(revision));
      const writes = Array.from({ length: 30 }, (_, number) =>
        store.saveIncidents([anIncident(`i-${number % 7}`, { title: `write ${number}` })], CHANGE),
      );
      const revisions = await Promise.all(writes);
      expect([...revisions].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      expect(await store.revision()).toBe(30);
      const histories = await Promise.all(
        Array.from({ length: 7 }, (_, number) => store.incidentVersions(`i-${number}`)),
      );
      for (const history of histories) {
        expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
        const order = history.map(({ revision }) => revision);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
      expect(histories.flat().length).toBe(30);
      await expect.poll(() => announced.at(-1)).toBe(30);
      expect(announced).toEqual([...announced].sort((a, b) => a - b));
    });

    test('tells a listener of each write until it stops listening', async () => {
      const heard: number[] = [];
      const stop = store.onRevision((revision) => heard.push(revision));
      await store.saveIncidents([anIncident('one')], CHANGE);
      await expect.poll(() => heard).toEqual([1]);
      await store.saveIncidents([anIncident('one')], CHANGE);
      await store.saveIncidents([anIncident('two')], CHANGE);
      await expect.poll(() => heard).toEqual([1, 2]);
      stop();
      await store.saveIncidents([anIncident('three')], CHANGE);
      expect(await store.revision()).toBe(3);
      expect(heard).toEqual([1, 2]);
    });

    test.each([
      ['changed', "update incident_version set reason = 'better'"],
      ['deleted', 'delete from incident_version'],
      ['emptied', 'truncate incident_version'],
    ])('never lets its history be %s', async (_what, statement) => {
      await store.saveIncidents([anIncident('one')], CHANGE);
      await store.close();
      await expect(storage.runSql(statement)).rejects.toThrow(/append-only/);
      store = await storage.open();
      expect((await store.incidentVersions('one')).map(({ reason }) => reason)).toEqual([CHANGE.reason]);
    });

    test('refuses a database that a newer program has migrated', async () => {
      await store.close();
      await storage.runSql("insert into schema_migration (number, name, checksum) values (999, 'future', 'x')");
      await expect(storage.open()).rejects.toMatchObject({ code: 'version', message: /migration 999 \(future\)/ });
    });

    test('refuses a database whose migrations had another text', async () => {
      await store.close();
      await storage.runSql("update schema_migration set checksum = 'x' where number = 1");
      await expect(storage.open()).rejects.toMatchObject({ code: 'version', message: /another text/ });
    });

    test('keeps everything over closing and opening, and answers nothing while closed', async () => {
      await store.loadPortfolio(aPortfolio());
      await store.close();
      await store.close();
      await expect(store.revision()).rejects.toMatchObject({ code: 'closed' });
      await expect(all(store)).rejects.toMatchObject({ code: 'closed' });
      store = await storage.open();
      expect(await store.revision()).toBe(1);
      expect((await all(store)).map(({ incident }) => incident.id)).toEqual(['one', 'two']);
    });
  });
}

/** What the store should hold, kept the plain way. */
class HistoryModel {
  revision = 0;
  readonly #histories = new Map<string, StoredIncident[]>();

  save(incidents: readonly Incident[]): number {
    const changed = incidents.filter(
      (incident) => !sameJson(this.#histories.get(incident.id)?.at(-1)?.incident, incident),
    );
    if (changed.length > 0) this.revision++;
    for (const incident of changed) {
      const history = this.#histories.get(incident.id) ?? [];
      history.push({ incident, version: history.length + 1, revision: this.revision });
      this.#histories.set(incident.id, history);
    }
    return this.revision;
  }

  versions(id: string): StoredIncident[] {
    return this.#histories.get(id) ?? [];
  }

  present(): StoredIncident[] {
    return [...this.#histories.keys()].sort().flatMap((id) => this.#histories.get(id)?.at(-1) ?? []);
  }

  changesSince(revision: number): StoredIncident[] {
    return this.present()
      .filter((stored) => stored.revision > revision)
      .sort((a, b) => a.revision - b.revision);
  }
}

function sameJson(a: Incident | undefined, b: Incident): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function withoutChange({ incident, version, revision }: StoredIncident): StoredIncident {
  return { incident, version, revision };
}

function byId(a: Incident, b: Incident): number {
  return a.id < b.id ? -1 : 1;
}

async function all(store: Store, batchSize?: number): Promise<StoredIncident[]> {
  const found: StoredIncident[] = [];
  for await (const batch of store.eachIncident(batchSize)) found.push(...batch);
  return found;
}
