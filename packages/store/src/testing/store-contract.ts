import { type Incident, incidentSchema, type TableIncident } from '@corridor/domain';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Changes, KeyedIncident, Store, StoredIncident } from '../store.ts';
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
      const keys = new Map(loaded.map(({ incident, key }) => [incident.id, key]));
      expect(portfolio.incidents.map(({ id }) => keys.get(id))).toEqual(loaded.map((_, index) => index + 1));
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
        expect((await store.incidentVersions(name)).map(withoutChange)).toEqual(
          model.versions(name).map(withoutChange),
        );
      }
      for (let revision = 0; revision <= model.revision; revision++) {
        expect(await store.changesSince(revision)).toEqual(model.changesSince(revision));
      }
    });

    test('merges and splits incidents as a simple model does', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const model = new HistoryModel();
      const first = names.map((name) => anIncident(name));
      expect(await store.saveIncidents(first, CHANGE)).toBe(model.save(first));
      const id = fc.constantFrom(...names);
      const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
      const step = fc.oneof(
        fc.record({ kind: fc.constant('merge' as const), ids, into: id }),
        fc.record({ kind: fc.constant('split' as const), ids: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }) }),
        fc.record({ kind: fc.constant('save' as const), incident: anyIncident(id) }),
      );
      const done = { merge: 0, split: 0, save: 0, refused: 0 };
      for (const action of fc.sample(step, { seed: 31, numRuns: 120 })) {
        const expected = model.attempt(action);
        const asked = attempt(store, action);
        if (expected === null)
          await expect(asked).rejects.toMatchObject({ name: 'StoreError', code: 'invalid-record' });
        else expect(await asked).toBe(expected);
        done[expected === null ? 'refused' : action.kind]++;
        expect(await all(store)).toEqual(model.present());
      }
      expect(Math.min(...Object.values(done))).toBeGreaterThan(4);
      expect(await store.incidentsByIds(names)).toEqual(names.flatMap((name) => model.versions(name).at(-1) ?? []));
      for (const name of names) {
        expect((await store.incidentVersions(name)).map(withoutChange)).toEqual(
          model.versions(name).map(withoutChange),
        );
      }
      for (let revision = 0; revision <= model.revision; revision++) {
        const { removed, upserts } = model.changesSince(revision);
        expect(await store.changesSince(revision)).toEqual(model.changesSince(revision));
        const keys = [...removed, ...upserts.map(({ key }) => key)].sort((a, b) => a - b);
        expect((await store.changedKeys(revision, keys.length))?.toSorted((a, b) => a - b)).toEqual(keys);
        if (keys.length > 0) expect(await store.changedKeys(revision, keys.length - 1)).toBeNull();
      }
      expect((await allForTables(store)).map(({ key }) => key)).toEqual(
        model
          .present()
          .map(({ key }) => key)
          .sort((a, b) => a - b),
      );
    });

    test('says who merged an incident and why, and refuses what would make a chain', async () => {
      await store.saveIncidents(
        ['one', 'two', 'three'].map((id) => anIncident(id)),
        CHANGE,
      );
      expect(await store.mergeIncidents(['one'], 'two', { by: 'Amna', reason: 'same attack' })).toBe(2);
      expect(await store.incidentById('one')).toMatchObject({ mergedInto: 'two', version: 2, revision: 2 });
      expect((await store.incidentVersions('one')).at(-1)).toMatchObject({
        changedBy: 'Amna',
        reason: 'same attack',
        mergedInto: 'two',
        incident: anIncident('one'),
      });
      const chain = { code: 'invalid-record', message: /incident one is merged into two already/ };
      await expect(store.mergeIncidents(['three'], 'one', CHANGE)).rejects.toMatchObject(chain);
      await expect(store.mergeIncidents(['one'], 'three', CHANGE)).rejects.toMatchObject(chain);
      await expect(store.mergeIncidents(['two'], 'three', CHANGE)).rejects.toThrow(/others merged into it/);
      await expect(store.mergeIncidents(['two'], 'two', CHANGE)).rejects.toThrow(/given twice/);
      await expect(store.mergeIncidents(['three', 'nobody'], 'two', CHANGE)).rejects.toThrow(/no incident nobody/);
      await expect(store.mergeIncidents(['three'], 'a\0b', CHANGE)).rejects.toMatchObject({ code: 'invalid-record' });
      await expect(store.splitIncidents(['three'], CHANGE)).rejects.toThrow(/three is not merged/);
      expect(await store.mergeIncidents([], 'two', CHANGE)).toBe(2);
      expect(await store.splitIncidents(['one'], CHANGE)).toBe(3);
      expect(await store.incidentById('one')).toMatchObject({ mergedInto: null, version: 3, revision: 3 });
      expect(await store.changesSince(2)).toMatchObject({ revision: 3, removed: [], upserts: [{ key: 1 }] });
    });

    test('keeps the keys of refused writes free, and never gives one twice', async () => {
      await store.saveIncidents([anIncident('z')], CHANGE);
      await expect(
        store.saveIncidents([anIncident('y'), anIncident('bad', { title: 'a\0b' })], CHANGE),
      ).rejects.toMatchObject({ code: 'invalid-record' });
      await store.saveIncidents([anIncident('a'), anIncident('z', { title: 'changed' }), anIncident('b')], CHANGE);
      await reopen();
      await store.saveIncidents([anIncident('c')], CHANGE);
      expect((await all(store)).map(({ incident, key }) => [incident.id, key])).toEqual([
        ['a', 2],
        ['b', 3],
        ['c', 4],
        ['z', 1],
      ]);
    });

    test('reads for tables what it holds, by key, without sources and notes', async () => {
      const ids = fc.stringMatching(/^[a-z0-9]{1,8}$/);
      const drawn = fc.sample(anyIncident(ids), { seed: 5, numRuns: 200 });
      const incidents = [...new Map(drawn.map((incident) => [incident.id, incident])).values()];
      await store.saveIncidents(incidents, CHANGE);
      expect(await allForTables(store, 9)).toEqual(
        incidents.map((incident, index) => ({ incident: forTables(incident), key: index + 1 })),
      );
    });

    test('finds by text what counts: not what is merged, and again what is split', async () => {
      const titles = { one: 'Zürich convoy', two: 'Convoy attacked', three: 'Rally' };
      const incidents = Object.entries(titles).map(([id, title]) => anIncident(id, { title, summary: '' }));
      await store.saveIncidents(incidents, CHANGE);
      expect(await found(store, 'CONV')).toEqual([1, 2]);
      expect(await found(store, 'conv zur')).toEqual([1]);
      expect(await found(store, 'onvoy')).toEqual([]);
      expect(await found(store, '…')).toEqual([1, 2, 3]);
      await store.mergeIncidents(['one'], 'two', CHANGE);
      expect(await found(store, 'conv')).toEqual([2]);
      await store.saveIncidents([anIncident('one', { title: 'Train', summary: '' })], CHANGE);
      expect(await found(store, 'train')).toEqual([]);
      expect((await store.textsByKeys([3, 1, 2, 9])).items.map(({ id }) => id)).toEqual(['three', 'two']);
      await store.splitIncidents(['one'], CHANGE);
      expect(await found(store, 'train')).toEqual([1]);
      expect(await found(store, 'zur')).toEqual([]);
      expect(await store.textMatches('group a')).toMatchObject({ revision: 4, keys: Uint32Array.of(1, 2, 3) });
      const { items, revision } = await store.textsByKeys([1]);
      expect([revision, items]).toEqual([4, [{ key: 1, id: 'one', title: 'Train', summary: '' }]]);
    });

    test('makes anew, when it is opened, what an older program derived', async () => {
      await store.saveIncidents(
        ['one', 'two', 'three'].map((id) => anIncident(id)),
        CHANGE,
      );
      await store.mergeIncidents(['one'], 'two', CHANGE);
      await store.close();
      await storage.runSql('delete from incident_text; truncate incident_fact; update revision set derivation = 0');
      store = await storage.open();
      expect(await found(store, 'convoy')).toEqual([2, 3]);
      expect(await store.revision()).toBe(2);
      await store.close();
      await storage.runSql('update revision set derivation = 999');
      await expect(storage.open()).rejects.toMatchObject({ code: 'version', message: /of kind 999/ });
      await storage.runSql('update revision set derivation = 0');
      store = await storage.open();
    });

    test('tells changes at one snapshot while others write', async () => {
      const writes = Array.from(
        { length: 20 },
        (_, number) => () => store.saveIncidents([anIncident(`i-${number}`)], CHANGE),
      );
      const reads: Promise<Changes>[] = [];
      for (const write of writes) {
        const written = write();
        reads.push(store.changesSince(0));
        await written;
      }
      for (const { revision, upserts } of await Promise.all(reads)) {
        expect(upserts.map((stored) => stored.revision)).toEqual(
          Array.from({ length: revision }, (_, index) => index + 1),
        );
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

    test('tells the origin of each of some incidents', async () => {
      await store.saveIncidents([anIncident('one', { origin: 'a' }), anIncident('two', { origin: 'B' })], CHANGE);
      expect(await store.originsOf(['two', 'nobody', 'one', 'a\0b'])).toEqual(
        new Map([
          ['one', 'a'],
          ['two', 'B'],
        ]),
      );
      expect(await store.originsOf([])).toEqual(new Map());
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

type Action =
  | { readonly kind: 'merge'; readonly ids: readonly string[]; readonly into: string }
  | { readonly kind: 'split'; readonly ids: readonly string[] }
  | { readonly kind: 'save'; readonly incident: Incident };

function attempt(store: Store, action: Action): Promise<number> {
  switch (action.kind) {
    case 'merge':
      return store.mergeIncidents(action.ids, action.into, CHANGE);
    case 'split':
      return store.splitIncidents(action.ids, CHANGE);
    case 'save':
      return store.saveIncidents([action.incident], CHANGE);
  }
}

/** What the store should hold, kept the plain way. */
class HistoryModel {
  revision = 0;
  readonly #histories = new Map<string, StoredIncident[]>();

  save(incidents: readonly Incident[]): number {
    const changed = incidents.filter((incident) => !sameJson(this.#last(incident.id)?.incident, incident));
    if (changed.length > 0) this.revision++;
    for (const incident of changed) this.#push(incident, this.#last(incident.id)?.mergedInto ?? null);
    return this.revision;
  }

  /** The revision after it, or null where the store must refuse. */
  attempt(action: Action): number | null {
    if (action.kind === 'save') return this.save([action.incident]);
    const into = action.kind === 'merge' ? action.into : null;
    const allowed = action.ids.every((id) => (into === null ? this.#isMerged(id) : this.#mayMerge(id, into)));
    if (!allowed) return null;
    this.revision++;
    for (const { incident } of action.ids.flatMap((id) => this.#last(id) ?? [])) this.#push(incident, into);
    return this.revision;
  }

  versions(id: string): StoredIncident[] {
    return this.#histories.get(id) ?? [];
  }

  present(): StoredIncident[] {
    return this.#lasts().filter(({ mergedInto }) => mergedInto === null);
  }

  changesSince(revision: number): Changes {
    const changed = this.#lasts().filter((stored) => stored.revision > revision);
    return {
      revision: this.revision,
      upserts: changed.filter(({ mergedInto }) => mergedInto === null).sort((a, b) => a.revision - b.revision),
      removed: changed
        .filter(({ mergedInto }) => mergedInto !== null)
        .map(({ key }) => key)
        .sort((a, b) => a - b),
    };
  }

  #push(incident: Incident, mergedInto: string | null): void {
    const history = this.#histories.get(incident.id) ?? [];
    if (history.length === 0) this.#histories.set(incident.id, history);
    const key = history[0]?.key ?? this.#histories.size;
    history.push({ incident, key, version: history.length + 1, revision: this.revision, mergedInto });
  }

  #isMerged(id: string): boolean {
    return (this.#last(id)?.mergedInto ?? null) !== null;
  }

  #mayMerge(id: string, into: string): boolean {
    const hasDoubles = this.#lasts().some(({ mergedInto }) => mergedInto === id);
    return id !== into && !this.#isMerged(id) && !this.#isMerged(into) && !hasDoubles;
  }

  #last(id: string): StoredIncident | undefined {
    return this.#histories.get(id)?.at(-1);
  }

  #lasts(): StoredIncident[] {
    return [...this.#histories.keys()].sort().flatMap((id) => this.#last(id) ?? []);
  }
}

function sameJson(a: Incident | undefined, b: Incident): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function withoutChange({
  incident,
  version,
  revision,
  mergedInto,
}: Omit<StoredIncident, 'key'>): Omit<StoredIncident, 'key'> {
  return { incident, version, revision, mergedInto };
}

function forTables(incident: Incident): TableIncident {
  const { target, claims, sources, projectSite, notes, ...kept } = incident;
  return kept;
}

function byId(a: Incident, b: Incident): number {
  return a.id < b.id ? -1 : 1;
}

async function all(store: Store, batchSize?: number): Promise<StoredIncident[]> {
  const found: StoredIncident[] = [];
  for await (const batch of store.eachIncident(batchSize)) found.push(...batch);
  return found;
}

async function allForTables(store: Store, batchSize?: number): Promise<KeyedIncident[]> {
  const found: KeyedIncident[] = [];
  for await (const batch of store.eachTableIncident(batchSize)) found.push(...batch);
  return found;
}

async function found(store: Store, text: string): Promise<number[]> {
  return Array.from((await store.textMatches(text)).keys);
}
