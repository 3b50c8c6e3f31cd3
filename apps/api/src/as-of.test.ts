import type { Incident } from '@corridor/domain';
import { decodeTable } from '@corridor/incident-table';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anyQuery } from './testing/any-query.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

const BY = { by: 'tester', reason: 'a test' };
const SOON = { timeout: 60_000 };

const revisionOf = z.looseObject({ revision: z.number() });
const engineSchema = z.looseObject({
  revision: z.number(),
  incidents: z.number(),
  asOf: z
    .strictObject({
      at: z.string().nullable(),
      writtenAt: z.string().nullable(),
      firstAt: z.string().nullable(),
      incidentsNow: z.number(),
    })
    .nullable(),
});

describe.each(['memory', 'sql'] as const)('records as of a moment, where %s answers for the present', (queryEngine) => {
  let test: TestApp;
  let first: Incident;
  beforeAll(async () => {
    test = await openTestApp({ queryEngine });
    const [incident] = test.portfolio.incidents;
    if (!incident) throw new Error('the portfolio has no incident');
    first = incident;
  });
  afterAll(() => test.close());

  const get = (path: string) => test.app.request(path);
  const bodyOf = async (path: string) => {
    const response = await get(path);
    const text = await response.text();
    expect(response.status, `${path} → ${text.slice(0, 300)}`).toBe(200);
    return text;
  };
  const jsonOf = async (path: string): Promise<unknown> => JSON.parse(await bodyOf(path));
  const refusalOf = async (path: string) => {
    const response = await get(path);
    const { code, detail } = z.object({ code: z.string(), detail: z.string() }).parse(await response.json());
    return `${response.status} ${code}: ${detail}`;
  };
  const reach = async (revision: number) => {
    const present = async () => revisionOf.parse(await jsonOf('/v1/engine')).revision;
    await expect.poll(present, SOON).toBe(revision);
  };
  const ask = async (query: unknown, asOf = '') => {
    const body = JSON.stringify(query);
    const headers = { 'Content-Type': 'application/json' };
    const response = await test.app.request(`/v1/query${asOf}`, { method: 'POST', headers, body });
    return response.status === 200 ? response.json() : null;
  };

  /** What everything said when it was the present. */
  const PATHS = [
    '/v1/incidents?limit=20&sort=-severity',
    '/v1/incidents.csv?province=Balochistan',
    '/v1/incidents.ndjson?from=2024-01-01&to=2024-03-31',
    '/v1/summary?group=status&group=district&unit=year',
    '/v1/regions?from=2024-01-01&to=2024-12-31',
    '/v1/sites',
    '/v1/portfolio',
    '/v1/taxonomy',
  ];

  it('answers everything as it was answered then, after whatever was written since', { timeout: 180_000 }, async () => {
    const { info, incidents, routes, sites } = test.portfolio;
    const days = incidents.map(({ occurred }) => occurred.start).sort();
    const world = {
      bounds: info.bounds,
      firstDay: days[0] ?? '',
      lastDay: days.at(-1) ?? '',
      texts: ['att', 'police', 'zanzibar'],
      ids: incidents.slice(0, 20).map(({ id }) => id),
      provinces: info.provinces.map(({ name }) => name),
      districts: info.districts.slice(0, 20).map(({ name }) => name),
      actors: [...new Set(incidents.flatMap(({ actors }) => actors.map(({ name }) => name)))].slice(0, 10),
      targets: sites.map(({ id }) => id),
      sites: sites.map(({ id }) => id),
      routes: routes.map(({ id }) => id),
    };
    const queries = fc.sample(anyQuery(world), { numRuns: 12, seed: 5 }).map(({ bins: _, ...rest }) => rest);
    const look = async (asOf?: number) => {
      const said = new Map<string, unknown>();
      for (const path of PATHS) {
        said.set(
          path,
          await bodyOf(asOf === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}asOf=r${asOf}`),
        );
      }
      for (const query of queries) {
        said.set(JSON.stringify(query), await ask(query, asOf === undefined ? '' : `?asOf=r${asOf}`));
      }
      return said;
    };
    const then = new Map<number, ReadonlyMap<string, unknown>>();
    then.set(1, await look());
    // Some ask more than a screen can, and are refused.
    expect([...(then.get(1)?.values() ?? [])].filter((answer) => answer !== null).length).toBeGreaterThan(
      PATHS.length + 3,
    );
    const added: Incident = { ...first, id: 'added-later', title: 'Zanzibar', status: 'confirmed' };
    await test.store.saveIncidents([{ ...first, title: 'Zanzibar it is', status: 'retracted' }, added], BY);
    await reach(2);
    then.set(2, await look());
    await test.store.mergeIncidents(['added-later'], incidents[1]?.id ?? '', BY);
    await reach(3);
    for (const [revision, said] of then) {
      const again = await look(revision);
      for (const [question, answer] of said) expect(again.get(question), `r${revision} ${question}`).toEqual(answer);
    }
    const table = decodeTable(new Uint8Array(await (await get('/v1/table.arrow?asOf=r2')).arrayBuffer()));
    expect([table.revision, table.rowCount]).toEqual([2, incidents.length + 1]);
  });

  it('shows a record as it stood, with the versions up to then; before it was known there is none', async () => {
    const version = z.object({ version: z.number(), title: z.string(), versions: z.array(z.unknown()) });
    const path = `/v1/incidents/${first.id}`;
    expect(version.parse(await jsonOf(`${path}?asOf=r1`))).toEqual({
      version: 1,
      title: first.title,
      versions: [expect.objectContaining({ version: 1 })],
    });
    expect(version.parse(await jsonOf(`${path}?asOf=r2`)).title).toBe('Zanzibar it is');
    expect(await refusalOf('/v1/incidents/added-later?asOf=r1')).toMatch(
      /^404 not-found: This incident was not known yet: it was first recorded on 20\d\d-/,
    );
    expect(await refusalOf('/v1/incidents/never-heard-of?asOf=r1')).toMatch(/^404 not-found: There is no incident/);
  });

  it('takes an instant as the last revision up to it, and says which moment it shows', async () => {
    const written = [1, 2, 3].map((revision) => test.store.writtenAt(revision));
    const [loaded = '', changed = '', merged = ''] = (await Promise.all(written)).map((at) => at ?? '');
    const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString();
    const revisionAt = async (asOf: string) => {
      const response = await get(`/v1/engine?asOf=${encodeURIComponent(asOf)}`);
      const { asOf: facts, revision } = engineSchema.parse(await response.json());
      expect(facts).toMatchObject({ firstAt: loaded, incidentsNow: test.portfolio.incidents.length });
      expect(response.headers.get('X-Corridor-As-Of')).toBe(facts?.at);
      return [revision, facts?.at, facts?.writtenAt];
    };
    expect(await revisionAt(changed)).toEqual([2, changed, changed]);
    expect(await revisionAt(justBefore(changed))).toEqual([1, justBefore(changed), loaded]);
    expect(await revisionAt(justBefore(loaded))).toEqual([0, justBefore(loaded), null]);
    expect(await revisionAt('r2')).toEqual([2, changed, changed]);
    expect(await revisionAt('2000-01-01')).toEqual([0, '2000-01-01T18:59:59.999Z', null]);
    const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
    expect((await revisionAt(today))[0]).toBe(3);
    expect((await revisionAt(merged))[0]).toBe(3);
    const empty = z.object({ matched: z.number(), items: z.array(z.unknown()), revision: z.number() });
    expect(empty.parse(await jsonOf('/v1/incidents?asOf=2000-01-01'))).toEqual({ matched: 0, items: [], revision: 0 });
  });

  it('refuses what is no moment, or is yet to come, and where nothing depends on one', async () => {
    expect(await refusalOf('/v1/summary?asOf=yesterday')).toMatch(
      /^400 invalid-parameter: asOf is an instant with its zone/,
    );
    expect(await refusalOf('/v1/summary?asOf=r1&asOf=r2')).toMatch(/^400 .*asOf is given once/);
    expect(await refusalOf('/v1/summary?asOf=2999-01-01')).toMatch(/^400 .*asOf is yet to come: it is 20/);
    expect(await refusalOf('/v1/summary?asOf=9999-12-31')).toMatch(/^400 .*asOf is yet to come/);
    expect(await refusalOf('/v1/summary?asOf=r4')).toMatch(/^400 .*asOf is at most r3, the present/);
    expect(await refusalOf('/v1/basemap/base.json?asOf=r1')).toMatch(/^400 .*asOf is not allowed/);
  });
});
