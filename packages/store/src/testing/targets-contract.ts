import type { Route, Site } from '@corridor/domain';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WriteOutcome } from '../incident-write.ts';
import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { aPortfolio } from './a-portfolio.ts';
import { anIncident, aSource } from './any-incident.ts';
import { anyRoute, anySite } from './any-target.ts';
import { LIKE_AN_OLDER_PROGRAM } from './audit-history.ts';
import type { TestStorage } from './store-contract.ts';

const CHANGE = { by: 'Amna', reason: 'a test' };
const SOURCE = aSource({
  publisher: 'Ministry',
  title: 'List of projects',
  url: 'https://example.org/list',
  date: null,
});

/** What every store keeps to with sites, routes and sources. */
export function describeTargetsContract(name: string, makeStorage: () => Promise<TestStorage>): void {
  describe(`${name} store’s sites, routes and sources`, { timeout: 120_000 }, () => {
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
    const siteNamed = async (id: string) => {
      const site = (await store.sites()).find((one) => one.id === id);
      if (!site) throw new Error(`Expected a site ${id}`);
      return site;
    };

    test('a loaded portfolio’s sites and routes are at version 1', async () => {
      const portfolio = aPortfolio();
      await store.loadPortfolio(portfolio);
      for (const site of portfolio.sites) {
        const [first, ...others] = await store.siteVersions(site.id);
        expect(first).toMatchObject({ version: 1, revision: 1, changedBy: 'portfolio', record: site });
        expect(others).toEqual([]);
      }
      expect((await store.routeVersions('route-1')).map(({ record }) => record)).toEqual(portfolio.routes);
      expect(await store.siteVersions('route-1')).toEqual([]);
      expect(await store.siteVersions('a\0b')).toEqual([]);
      expect(await store.targetsRevision(99)).toBe(1);
    });

    test('keeps the sites and routes that a simple model keeps, now and as known at each revision', async () => {
      const ids = ['a', 'b', 'c', 'd'];
      const model = new TargetModel();
      const steps = fc.sample(anyStep(fc.constantFrom(...ids)), { seed: 12, numRuns: 120 });
      for (const step of steps) {
        const expected = model.versionFor(step);
        const outcome = await attempt(() =>
          step.kind === 'site'
            ? store.saveSite(step.record, expected, CHANGE)
            : store.saveRoute(step.record, expected, CHANGE),
        );
        expect(outcome).toBe(model.save(step, expected));
        if (typeof outcome === 'number' && step.again) {
          const same = model.versionFor({ ...step, wrong: 0 });
          const repeated =
            step.kind === 'site'
              ? store.saveSite(step.record, same, CHANGE)
              : store.saveRoute(step.record, same, CHANGE);
          expect((await repeated).revision).toBe(model.revision);
        }
      }
      expect(model.outcomes).toEqual(new Set(['stale', 'taken', 'invalid-record', 'written']));
      for (let revision = 0; revision <= model.revision; revision++) {
        expect(await store.sitesAt(revision)).toEqual(model.sitesAt(revision));
        expect(await store.routesAt(revision)).toEqual(model.routesAt(revision));
        expect(await store.targetsRevision(revision)).toBe(revision);
      }
      expect(await store.sites()).toEqual(model.sitesAt(model.revision));
      expect(await store.routes()).toEqual(model.routesAt(model.revision));
      expect(await store.verifyAudit()).toMatchObject({
        intact: true,
        checked: { versions: model.revision, targets: (await store.sites()).length + (await store.routes()).length },
      });
    });

    test('two writers of one version: one writes, the other is told', async () => {
      await store.loadPortfolio(aPortfolio());
      const port = await siteNamed('site-2');
      const outcomes = await Promise.all(
        ['East', 'West'].map((location) => attempt(() => store.saveSite({ ...port, location }, 1, CHANGE))),
      );
      expect(outcomes.map(String).sort()).toEqual(['2', 'stale']);
      expect(await store.siteVersions('site-2')).toHaveLength(2);
    });

    test('a create under a key is done once, also of two at once, and only for what it was used for', async () => {
      const [site] = aPortfolio().sites;
      const [route] = aPortfolio().routes;
      if (!site || !route) throw new Error('Expected a site and a route');
      const once = { key: 'key-of-a-create', digest: 'ab'.repeat(32) };
      const both = await Promise.all(
        ['first', 'second'].map((id) => store.saveSite({ ...site, id }, null, { ...CHANGE, once })),
      );
      expect(both.map(({ revision }) => revision)).toEqual([1, 1]);
      const [made] = (await store.sites()).map(({ id }) => id);
      expect(both.map(({ repeats }) => repeats).sort()).toEqual([made, null].sort());
      expect(await store.sites()).toHaveLength(1);
      const other = { ...CHANGE, once: { ...once, digest: 'cd'.repeat(32) } };
      expect(await attempt(() => store.saveRoute(route, null, other))).toBe('key-reused');
      const another = { by: 'Li Wei', reason: '', once: { ...once, digest: 'cd'.repeat(32) } };
      const added = aSource({ title: 'Added' });
      const source = await store.addSource(added, another);
      expect(await store.addSource(added, another)).toBe(source);
      expect(await store.revision()).toBe(2);
    });

    test('is announced, and needs no incident', async () => {
      const heard: number[] = [];
      store.onRevision((revision) => heard.push(revision));
      const [site] = aPortfolio().sites;
      if (!site) throw new Error('Expected a site');
      expect(await store.saveSite(site, null, CHANGE)).toEqual({ revision: 1, repeats: null });
      await expect.poll(() => heard).toEqual([1]);
      expect(await store.isEmpty()).toBe(false);
    });

    test.each([
      ['changed', "update site_version set reason = 'better'"],
      ['deleted', 'delete from route_version'],
      ['emptied', 'truncate site_version'],
      ['emptied', 'truncate route_version'],
      ['changed without triggers', "set session_replication_role = replica; update route_version set reason = ''"],
    ])('the history is never %s', async (_what, statement) => {
      await store.loadPortfolio(aPortfolio());
      await store.close();
      await expect(storage.runSql(statement)).rejects.toThrow(/append-only/);
      store = await storage.open();
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('gives what an older program loaded its first versions, as known ever since it was loaded', async () => {
      const { routes, sites } = aPortfolio();
      await store.loadPortfolio(aPortfolio());
      await store.saveIncidents([anIncident('three')], CHANGE);
      await behindItsBack(LIKE_AN_OLDER_PROGRAM);
      expect(await store.revision()).toBe(3);
      expect(await store.verifyAudit()).toMatchObject({ intact: true, checked: { versions: 6, targets: 3 } });
      expect((await store.auditEntries()).at(-1)).toMatchObject({ action: 'targets.adopt', revision: 3 });
      await store.saveSite({ ...(await siteNamed('site-1')), name: 'Old mine' }, 1, CHANGE);
      const namesAt = async (revision: number) => (await store.sitesAt(revision)).map((site) => site.name);
      expect(await store.sitesAt(0)).toEqual([]);
      for (const revision of [1, 2, 3]) {
        expect(await store.sitesAt(revision)).toEqual(sites);
        expect(await store.routesAt(revision)).toEqual(routes);
      }
      expect(await namesAt(4)).toEqual(['Port', 'Old mine']);
      await behindItsBack('select 1');
      expect(await store.revision()).toBe(4);
    });

    test('corrects a source wherever it is cited, each record with a version, in one revision', async () => {
      const cited = [SOURCE, { ...SOURCE, title: 'Other' }];
      const said = { kind: 'killed' as const, toll: { low: 3, best: 3, high: 3 }, by: 'Police', note: '' };
      const claims = [
        { ...said, source: SOURCE.url },
        { ...said, source: 'https://example.org/other' },
      ];
      await store.loadPortfolio(
        aPortfolio([
          anIncident('one', { sources: cited, claims }),
          anIncident('two'),
          anIncident('three', { sources: [SOURCE] }),
        ]),
      );
      await store.mergeIncidents(['three'], 'one', CHANGE);
      const found = await source('List of projects');
      expect(found).toMatchObject({ version: 1, incidents: 1, sites: 2 });
      const corrected = { ...SOURCE, title: 'List of projects, 2nd edition', url: 'https://example.org/list-2' };
      expect(await store.correctSource(found.id, corrected, 1, CHANGE)).toBe(found.id);
      expect(await store.revision()).toBe(3);
      const [one] = await store.incidentsByIds(['one']);
      expect(one?.incident.sources).toEqual([corrected, cited[1]]);
      expect(one?.incident.claims).toEqual([{ ...said, source: corrected.url }, claims[1]]);
      expect((await store.incidentById('three'))?.incident.sources).toEqual([corrected]);
      expect((await store.incidentById('two'))?.version).toBe(1);
      expect((await siteNamed('site-2')).sources[0]).toEqual(corrected);
      expect((await store.siteVersions('site-1')).map(({ revision }) => revision)).toEqual([1, 3]);
      expect(await store.sourceById(found.id)).toEqual({ id: found.id, version: 2, source: corrected });
      expect(await store.sourceCitations(found.id, 10)).toEqual({ incidents: ['one'], sites: ['site-2', 'site-1'] });
      expect((await store.sitesAt(2))[0]?.sources[0]).toEqual(SOURCE);
      const entry = (await store.auditEntries()).at(-1);
      expect(entry).toMatchObject({
        action: 'source.correct',
        written: { count: 4 },
        detail: { from: SOURCE, to: corrected },
      });
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
      expect(await attempt(() => store.correctSource(found.id, SOURCE, 1, CHANGE))).toBe('stale');
      expect(await store.correctSource(found.id, corrected, 2, CHANGE)).toBe(found.id);
      expect(await store.revision()).toBe(3);
    });

    test('a source that is corrected to what another says becomes that other, cited once', async () => {
      const other = { ...SOURCE, title: 'Other' };
      await store.saveIncidents(
        [
          anIncident('both', { sources: [SOURCE, other] }),
          anIncident('one', { sources: [SOURCE] }),
          anIncident('none', { sources: [other] }),
        ],
        CHANGE,
      );
      const [wrong, right] = [await source('List of projects'), await source('Other')];
      expect(await store.correctSource(wrong.id, other, 1, CHANGE)).toBe(right.id);
      expect(await store.sourceById(wrong.id)).toBeNull();
      const stored = await store.incidentsByIds(['both', 'one', 'none']);
      expect(stored.map(({ incident, version }) => [incident.sources.length, version])).toEqual([
        [1, 2],
        [1, 2],
        [1, 1],
      ]);
      expect(await source('Other')).toMatchObject({ id: right.id, version: 1, incidents: 3 });
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('what was corrected can be cited again as it was, as a source of its own', async () => {
      await store.saveIncidents([anIncident('one', { sources: [SOURCE] })], CHANGE);
      const { id } = await source('of projects');
      await store.correctSource(id, { ...SOURCE, title: 'Better' }, 1, CHANGE);
      await store.saveIncidents([anIncident('two', { sources: [SOURCE] })], CHANGE);
      expect((await store.incidentById('one'))?.incident.sources[0]?.title).toBe('Better');
      expect((await store.incidentById('two'))?.incident.sources[0]?.title).toBe('List of projects');
      expect((await source('of projects')).id).not.toBe(id);
    });

    test('a source is added once, and is in no record until one cites it', async () => {
      const id = await store.addSource(SOURCE, CHANGE);
      expect(await store.sourceById(id)).toEqual({ id, version: 1, source: SOURCE });
      expect(await attempt(() => store.addSource(SOURCE, CHANGE))).toBe('taken');
      expect(
        (await store.auditEntries()).map(({ action, subject, written }) => [action, subject.id, written?.count]),
      ).toEqual([['source.add', id, 0]]);
      await store.saveIncidents([anIncident('one', { sources: [SOURCE] })], CHANGE);
      expect(await source('List')).toMatchObject({ id, incidents: 1, sites: 0 });
      expect(await store.verifyAudit()).toMatchObject({ intact: true });
    });

    test('lists sources by publisher and date, a page at a time, and finds them by words', async () => {
      const publishers = ['Zeitung', 'daily', 'Daily', '%_\\'];
      const sources = publishers.flatMap((publisher) =>
        ['2024-02-02', '2023-01-01', null].map((date) => ({
          ...SOURCE,
          publisher,
          date,
          title: `${publisher} ${date}`,
        })),
      );
      await store.saveIncidents([anIncident('one', { sources })], CHANGE);
      const listed: string[] = [];
      for (let after = null as Parameters<Store['sources']>[0]['after']; ; ) {
        const page = await store.sources({ words: [], after, limit: 5 });
        listed.push(...page.map(({ source: { title } }) => title));
        const last = page.at(-1);
        if (!last) break;
        after = { publisher: last.source.publisher, date: last.source.date, id: last.id };
      }
      expect(listed).toEqual(
        ['%_\\', 'Daily', 'Zeitung', 'daily'].flatMap((publisher) =>
          ['2023-01-01', '2024-02-02', null].map((date) => `${publisher} ${date}`),
        ),
      );
      const found = async (...words: string[]) => (await store.sources({ words, after: null, limit: 50 })).length;
      expect(await found('DAILY')).toBe(6);
      expect(await found('daily', '2023')).toBe(2);
      expect(await found('%_\\')).toBe(3);
      expect(await found('example.org/list')).toBe(12);
      expect(await found('nothing')).toBe(0);
    });

    async function source(word: string) {
      const [first, ...others] = await store.sources({ words: [word], after: null, limit: 5 });
      if (!first || others.length > 0) throw new Error(`Expected one source with ${word}`);
      return first;
    }
  });
}

/** The revision that was written, or why nothing was. */
async function attempt(write: () => Promise<WriteOutcome | string>): Promise<number | string> {
  try {
    const outcome = await write();
    return typeof outcome === 'string' ? outcome : outcome.revision;
  } catch (error) {
    if (error instanceof StoreError) return error.code;
    throw error;
  }
}

type Step = { readonly wrong: number; readonly again: boolean } & (
  | { readonly kind: 'site'; readonly record: Site }
  | { readonly kind: 'route'; readonly record: Route }
);

/** `wrong`: which wrong version is given; 0 is the right one. */
function anyStep(id: fc.Arbitrary<string>): fc.Arbitrary<Step> {
  const how = { wrong: fc.constantFrom(0, 0, 0, 0, 1, 2), again: fc.boolean() };
  return fc.oneof(
    fc.record({ ...how, kind: fc.constant('site' as const), record: anySite(id) }),
    fc.record({ ...how, kind: fc.constant('route' as const), record: anyRoute(id) }),
  );
}

interface Kept {
  readonly kind: 'site' | 'route';
  readonly states: { readonly revision: number; readonly record: Site | Route }[];
}

class TargetModel {
  readonly #kept = new Map<string, Kept>();
  readonly outcomes = new Set<string>();
  revision = 0;

  /** The version to give for a step. */
  versionFor({ kind, record, wrong }: Step): number | null {
    const kept = this.#kept.get(record.id);
    const right = kept?.kind === kind ? kept.states.length : null;
    if (wrong === 0) return right;
    return wrong === 1 ? (right ?? 0) + 1 : right === null ? 7 : null;
  }

  save({ kind, record }: Step, expected: number | null): number | string {
    const outcome = this.#refusal(kind, record.id, expected);
    this.outcomes.add(outcome ?? 'written');
    if (outcome) return outcome;
    const kept = this.#kept.get(record.id) ?? { kind, states: [] };
    this.#kept.set(record.id, kept);
    if (JSON.stringify(kept.states.at(-1)?.record) === JSON.stringify(record)) return this.revision;
    this.revision++;
    kept.states.push({ revision: this.revision, record });
    return this.revision;
  }

  sitesAt(revision: number): (Site | Route)[] {
    return this.#at('site', revision);
  }

  routesAt(revision: number): (Site | Route)[] {
    return this.#at('route', revision);
  }

  #refusal(kind: string, id: string, expected: number | null): string | null {
    const kept = this.#kept.get(id);
    if (expected === null) return kept ? 'taken' : null;
    if (kept?.kind !== kind) return 'invalid-record';
    return kept.states.length === expected ? null : 'stale';
  }

  #at(kind: string, revision: number): (Site | Route)[] {
    const all = [...this.#kept.values()].filter((kept) => kept.kind === kind);
    return all.flatMap(({ states }) => states.findLast((state) => state.revision <= revision)?.record ?? []);
  }
}
