import type { GroupCount } from '@corridor/domain';
import { createBoundaries } from '@corridor/geography';
import { type GeographyContext, IncidentEngine, IncidentTable } from '@corridor/incident-table';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routeDetailSchema, routesSchema, siteDetailSchema, sitesSchema } from './schemas/portfolio-schemas.ts';
import { problemSchema } from './schemas/problem-schema.ts';
import {
  savedRouteSchema,
  savedSiteSchema,
  savedSourceSchema,
  siteVersionsSchema,
  sourceDetailSchema,
  sourcesSchema,
} from './schemas/target-schemas.ts';
import { aNewRoute, aNewSite } from './testing/a-site.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { aWriter, problemOf, type Writer } from './testing/writer.ts';

/** Generous, for machines that are busy. */
const SOON = { timeout: 25_000 };

describe.each(['memory', 'sql'] as const)('with the engine in %s', (queryEngine) => {
  let test: TestApp;
  let analyst: Writer;
  let other: Writer;
  beforeAll(async () => {
    test = await openTestApp({ queryEngine, access: { mode: 'login' } });
    analyst = await aWriter(test, 'analyst', 'li-wei');
    other = await aWriter(test, 'analyst', 'usman');
  });
  afterAll(async () => {
    expect(await test.store.verifyAudit()).toMatchObject({ intact: true });
    await test.close();
  });
  /** What is answered once all that was written is in the answers: on a busy machine that takes longer than a write waits. */
  const read = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> => {
    const revision = await test.store.revision();
    await expect.poll(async () => (await test.app.request('/readyz')).json(), SOON).toMatchObject({ revision });
    return schema.parse(await (await analyst.send('GET', path)).json());
  };
  const savedSite = async (response: Promise<Response>) => savedSiteSchema.parse(await (await response).json());
  const addSite = (changes: Parameters<typeof aNewSite>[0]) =>
    savedSite(analyst.send('POST', '/v1/sites', aNewSite(changes)));

  it('adds a site under an id made of its name, which is in every answer at once', async () => {
    const response = await analyst.send('POST', '/v1/sites', aNewSite());
    expect([response.status, response.headers.get('ETag')]).toEqual([201, '"1"']);
    const site = savedSiteSchema.parse(await response.json());
    expect(site).toMatchObject({ ...aNewSite(), id: 'east-bay-terminal', version: 1 });
    expect(response.headers.get('Location')).toBe('/v1/sites/east-bay-terminal');
    const detail = await read('/v1/sites/east-bay-terminal', siteDetailSchema);
    expect(detail).toMatchObject({ ...aNewSite(), version: 1 });
    expect(detail.incidents.inside).toBeGreaterThan(0);
    expect((await read('/v1/sites', sitesSchema)).items.at(-1)?.id).toBe('east-bay-terminal');
    const near = await analyst.send('GET', '/v1/summary?site=east-bay-terminal');
    expect(z.object({ matched: z.number() }).parse(await near.json()).matched).toBe(
      detail.incidents.inside + detail.incidents.possible,
    );
    const { position } = await test.store.auditHead();
    expect((await test.store.auditEntries({ after: position - 1 }))[0]).toMatchObject({
      ...{ actor: analyst.id, action: 'site.save', subject: { kind: 'site', id: site.id }, revision: site.revision },
    });
  });

  it('gives another id where a site or a route has that one, and refuses one that is asked for', async () => {
    await addSite({ name: 'Twin' });
    const twin = await addSite({ name: 'Twin' });
    expect(twin.id).toMatch(/^twin-[0-9a-f]{6}$/);
    expect((await addSite({ name: '港口' })).id).toMatch(/^place-[0-9a-f]{6}$/);
    const taken = await analyst.send('POST', '/v1/routes', aNewRoute({ id: 'twin' }));
    expect(await problemOf(taken)).toMatchObject({ status: 409, code: 'conflict', invalid: [{ name: 'id' }] });
    const route = await analyst.send('POST', '/v1/routes', aNewRoute({ name: 'Twin' }));
    expect(savedRouteSchema.parse(await route.json()).id).toMatch(/^twin-/);
  });

  it('does a create once for each key', async () => {
    const headers = { 'Idempotency-Key': `a-key-of-${queryEngine}` };
    const ask = (name: string) => analyst.send('POST', '/v1/sites', aNewSite({ name }), headers);
    const both = await Promise.all([savedSite(ask('Once')), savedSite(ask('Once'))]);
    expect(both[0]).toEqual(both[1]);
    expect(await problemOf(await ask('Twice'))).toMatchObject({ status: 409, code: 'conflict' });
    expect((await test.store.sites()).filter(({ name }) => name === 'Once')).toHaveLength(1);
  });

  it('changes a site that is at the version which is named, and shows what stands otherwise', async () => {
    const { id } = await addSite({ name: 'Changed often' });
    const path = `/v1/sites/${id}`;
    const body = (radiusKm: number) => ({ reason: 'surveyed', changes: { radiusKm } });
    expect(await problemOf(await analyst.send('PATCH', path, body(20)))).toMatchObject({
      ...{ status: 428, code: 'precondition-required' },
    });
    const first = await analyst.change('PATCH', path, 1, body(20));
    expect([first.status, first.headers.get('ETag')]).toEqual([200, '"2"']);
    const stale = await problemOf(await other.change('PATCH', path, 1, body(30)));
    expect(stale).toMatchObject({ status: 412, code: 'stale', current: { id, radiusKm: 20, version: 2 } });
    const same = await savedSite(other.change('PATCH', path, 2, body(20)));
    expect(same.version).toBe(2);
    const { items } = await read(`${path}/versions`, siteVersionsSchema);
    expect(items.map(({ changedBy, reason, record }) => [changedBy, reason, record.radiusKm])).toEqual([
      ['li-wei', 'added', 15],
      ['li-wei', 'surveyed', 20],
    ]);
    expect((await analyst.send('GET', '/v1/sites/nowhere/versions')).status).toBe(404);
    expect((await analyst.change('PATCH', '/v1/sites/nowhere', 1, body(20))).status).toBe(404);
  });

  it('lists sites and routes as they were then: under the name of then, and without those that came later', async () => {
    const site = await addSite({ name: 'Jetty' });
    const road = aNewRoute({ name: 'Track' });
    const route = savedRouteSchema.parse(await (await analyst.send('POST', '/v1/routes', road)).json());
    for (const path of [`/v1/sites/${site.id}`, `/v1/routes/${route.id}`]) {
      const renamed = await analyst.change('PATCH', path, 1, { reason: 'renamed', changes: { name: 'New name' } });
      expect(renamed.status).toBe(200);
    }
    const quay = await addSite({ name: 'Quay' });
    const namesAt = async (asOf: string) => {
      const sites = await read(`/v1/sites${asOf}`, sitesSchema);
      const routes = await read(`/v1/routes${asOf}`, routesSchema);
      const names = new Map([...sites.items, ...routes.items].map(({ id, name }) => [id, name]));
      return [site, route, quay].map(({ id }) => names.get(id));
    };
    expect(await namesAt('')).toEqual(['New name', 'New name', 'Quay']);
    expect(await namesAt(`?asOf=r${route.revision}`)).toEqual(['Jetty', 'Track', undefined]);
    expect(await namesAt(`?asOf=r${site.revision}`)).toEqual(['Jetty', undefined, undefined]);
    expect(await namesAt('?asOf=r1')).toEqual([undefined, undefined, undefined]);
  });

  it('counts near changed sites and routes what a fresh computation counts', async () => {
    const { info, basemap } = test.portfolio;
    const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
    const table = await IncidentTable.fromBatches(test.store.eachTableIncident(), 1);
    const [west, south, east, north] = info.bounds;
    const sites = await test.store.sites();
    const anyChange = fc.record({
      index: fc.nat(sites.length - 1),
      latitude: fc.double({ min: south, max: north, noNaN: true }),
      longitude: fc.double({ min: west, max: east, noNaN: true }),
      radiusKm: fc.double({ min: 0.5, max: 200, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ index, ...changes }) => {
        const site = sites[index];
        const [route] = await test.store.routes();
        if (!site || !route) throw new Error('Expected a site and a route');
        const { version } = await read(`/v1/sites/${site.id}`, siteDetailSchema);
        const saved = await analyst.change('PATCH', `/v1/sites/${site.id}`, version, { reason: 'moved', changes });
        expect(saved.status).toBe(200);
        const { version: ofRoute } = await read(`/v1/routes/${route.id}`, routeDetailSchema);
        const line = [...route.line.slice(0, -1), [changes.longitude, changes.latitude]];
        const widened = { reason: 'moved', changes: { line, radiusKm: changes.radiusKm } };
        expect((await analyst.change('PATCH', `/v1/routes/${route.id}`, ofRoute, widened)).status).toBe(200);
        const geography: GeographyContext = {
          ...{ boundaries, districts: info.districts },
          ...{ sites: await test.store.sites(), routes: await test.store.routes() },
        };
        const fresh = new IncidentEngine(table, geography).answer({ filter: {}, counts: ['site', 'route'] });
        for (const [path, schema, groups] of [
          ['/v1/sites', sitesSchema, fresh.counts?.site],
          ['/v1/routes', routesSchema, fresh.counts?.route],
        ] as const) {
          const { counts } = await read(path, schema);
          const found = counts.filter(({ inside, possible }) => inside + possible > 0);
          expect(found.map(({ id, inside, possible }) => ({ id, inside, possible }))).toEqual(
            countsOf(
              groups,
              counts.map(({ id }) => id),
            ),
          );
        }
      }),
      { seed: 31, numRuns: 5, endOnFailure: true },
    );
  }, 400_000);

  it('names each field that cannot be taken', async () => {
    const refusal = async (method: string, path: string, body: unknown) => {
      const { invalid, status } = await problemOf(await analyst.change(method, path, 1, body));
      return [status, ...(invalid ?? []).map(({ name }) => name)];
    };
    expect(await refusal('POST', '/v1/sites', aNewSite({ latitude: 62.35, longitude: 25.13 }))).toEqual([
      ...[400, 'longitude', 'latitude'],
    ]);
    expect(await refusal('POST', '/v1/sites', aNewSite({ province: 'Nowhere', name: ' ' }))).toEqual([400, 'name']);
    expect(await refusal('POST', '/v1/sites', aNewSite({ province: 'Nowhere' }))).toEqual([400, 'province']);
    expect(await refusal('POST', '/v1/sites', aNewSite({ name: 'a\u202eb', radiusKm: 0 }))).toEqual([
      ...[400, 'radiusKm', 'name'],
    ]);
    expect(await refusal('POST', '/v1/routes', aNewRoute({ line: [[62, 25]] }))).toEqual([400, 'line']);
    expect(
      await refusal(
        'POST',
        '/v1/routes',
        aNewRoute({
          line: [
            [62, 25],
            [2, 48],
          ],
        }),
      ),
    ).toEqual([...[400, 'line.1.0', 'line.1.1']]);
    const [site] = test.portfolio.sites;
    const path = `/v1/sites/${site?.id}`;
    expect(await refusal('PATCH', path, { reason: '', changes: {} })).toEqual([400, 'reason']);
    expect(await refusal('PATCH', path, { reason: 'x', changes: { district: 'Nowhere' } })).toEqual([
      ...[400, 'changes.district'],
    ]);
    expect(await refusal('PATCH', path, { reason: 'x', changes: { id: 'other' } })).toEqual([400, 'changes']);
  });

  it('corrects a source in every record that cites it', async () => {
    const path = '/v1/sources?q=wikipedia&limit=1';
    const [found] = (await read(path, sourcesSchema)).items;
    if (!found) throw new Error('Expected a source');
    const body = { reason: 'a slip of the pen', changes: { title: 'The right title' } };
    const answer = await analyst.change('PATCH', `/v1/sources/${found.id}`, found.version, body);
    expect(savedSourceSchema.parse(await answer.json())).toMatchObject({
      id: found.id,
      version: 2,
      title: 'The right title',
    });
    const { citedBy } = await read(`/v1/sources/${found.id}`, sourceDetailSchema);
    expect(citedBy.incidents.length + citedBy.sites.length).toBe(found.incidents + found.sites);
    for (const { id } of citedBy.sites.slice(0, 3)) {
      const { sources } = await read(`/v1/sites/${id}`, siteDetailSchema);
      expect(sources.map(({ title }) => title)).toContain('The right title');
    }
    const stale = await problemOf(await other.change('PATCH', `/v1/sources/${found.id}`, 1, body));
    expect(stale).toMatchObject({ status: 412, current: { version: 2 } });
    const nothing = { reason: 'x', changes: { publisher: '', title: ' ' } };
    expect(await problemOf(await analyst.change('PATCH', `/v1/sources/${found.id}`, 2, nothing))).toMatchObject({
      ...{ status: 400, invalid: [{ name: 'changes.title' }] },
    });
  });

  it('pages through all sources, and adds one once', async () => {
    const titles: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: z.output<typeof sourcesSchema> = await read(
        `/v1/sources?limit=150${cursor && `&cursor=${cursor}`}`,
        sourcesSchema,
      );
      titles.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(new Set(titles).size).toBe(titles.length);
    const cited = new Set(
      [...test.portfolio.incidents, ...test.portfolio.sites].flatMap(({ sources }) => sources.map(sourceKey)),
    );
    expect(titles.length).toBe(cited.size);
    const source = { publisher: 'Daily', title: 'New', url: 'https://example.org/new', date: null };
    const added = await analyst.send('POST', '/v1/sources', source);
    expect([added.status, savedSourceSchema.parse(await added.json())]).toMatchObject([201, { ...source, version: 1 }]);
    expect((await analyst.send('POST', '/v1/sources', source)).status).toBe(409);
    for (const cursor of ['x', 'W10', Buffer.from('["a\\u0000",null,"x"]').toString('base64url')]) {
      const refused = problemSchema.parse(await (await analyst.send('GET', `/v1/sources?cursor=${cursor}`)).json());
      expect(refused).toMatchObject({ status: 400, invalid: [{ name: 'cursor' }] });
    }
    expect((await analyst.send('GET', '/v1/sources/nowhere')).status).toBe(404);
    expect((await read('/v1/sources?q=example.org/new%20daily', sourcesSchema)).items).toMatchObject([source]);
  });
});

function sourceKey({
  publisher,
  title,
  url,
  date,
}: {
  publisher: string;
  title: string;
  url: string;
  date: string | null;
}) {
  return JSON.stringify([publisher, title, url, date]);
}

/** Groups of an answer by id in a list's order, without empty ones. */
function countsOf(groups: readonly GroupCount[] | undefined, ids: readonly string[]) {
  const byId = new Map((groups ?? []).map((group) => [group.key, group]));
  return ids.flatMap((id) => {
    const group = byId.get(id);
    return group && group.count + group.possible > 0 ? [{ id, inside: group.count, possible: group.possible }] : [];
  });
}
