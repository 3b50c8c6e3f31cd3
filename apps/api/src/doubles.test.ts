import { createBoundaries } from '@corridor/geography';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { openEngineSource } from './engine/open-engine-source.ts';
import { doublesSchema, duplicatesSchema } from './schemas/workflow-schemas.ts';
import { listDoubles } from './services/list-doubles.ts';
import { createSnapshot } from './snapshot.ts';
import { aDraft, aSource } from './testing/a-draft.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { aWriter, type Detail, problemOf, type Writer } from './testing/writer.ts';

const SOON = { timeout: 60_000 };

describe.each(['memory', 'sql'] as const)('possible doubles, engine %s', (queryEngine) => {
  let test: TestApp;
  let analyst: Writer;
  let reporter: Writer;
  let first: Detail;
  let second: Detail;
  beforeAll(async () => {
    test = await openTestApp({ queryEngine, access: { mode: 'login' } });
    analyst = await aWriter(test, 'analyst', 'li-wei');
    reporter = await aWriter(test, 'reporter', 'amna');
    const on = (day: string) => ({ occurred: { start: day, end: day, precision: 'day' as const } });
    first = await reporter.file(aDraft({ ...on('2023-07-04'), sources: [aSource('Dawn', 'https://dawn.com/1')] }));
    second = await analyst.file(aDraft({ ...on('2023-07-05'), title: 'Told by another', sources: [] }));
    await vi.waitFor(async () => expect((await list()).found).toBeGreaterThan(0), SOON);
  });
  afterAll(async () => {
    expect(await test.store.verifyAudit()).toMatchObject({ intact: true });
    await test.close();
  });

  const list = async (query = ''): Promise<z.infer<typeof doublesSchema>> => {
    const response = await analyst.send('GET', `/v1/duplicates${query}`);
    return doublesSchema.parse(await response.json());
  };
  const pairsOf = ({ items }: z.infer<typeof doublesSchema>) =>
    items.map(({ incidents }) => incidents.map(({ id }) => id));
  const has = async (query = '') =>
    pairsOf(await list(query)).some((pair) => pair.includes(first.id) && pair.includes(second.id));
  const say = (id: string, other: string, apart: boolean, writer = analyst) =>
    writer.send('POST', `/v1/incidents/${id}/apart`, { other, apart });

  it('are pairs of what counts, likeliest first, the later one first, with what speaks for each', async () => {
    const found = await list();
    expect(await has()).toBe(true);
    expect(found.items.map(({ score }) => score)).toEqual(found.items.map(({ score }) => score).sort((a, b) => b - a));
    for (const { incidents, reasons, score } of found.items) {
      expect((incidents[0]?.start ?? '') >= (incidents[1]?.start ?? '')).toBe(true);
      expect(score).toBeGreaterThanOrEqual(0.6);
      expect(reasons.length).toBeGreaterThan(1);
    }
    expect(found).toMatchObject({ found: found.items.length, next: null, lookedBackTo: '2004-05-03' });
    expect((await list('?limit=1')).items).toEqual(found.items.slice(0, 1));
    expect((await list('?limit=1')).found).toBe(found.found);
    expect(await has('?to=2023-07-04')).toBe(false);
    expect(await has('?to=2023-07-05')).toBe(true);
  });

  it('are the same when little is looked at for an answer, page by page', async () => {
    const { basemap, info } = test.portfolio;
    const boundaries = createBoundaries(basemap.base, info.districts, info.provinces);
    const { source } = await openEngineSource({ store: test.store, info, boundaries, wanted: queryEngine });
    const deps = { store: test.store, boundaries, snapshot: createSnapshot(info, source.current()) };
    const all = pairsOf(await list()).map((pair) => pair.join(' '));
    const found = new Set<string>();
    for (let to: string | null | undefined; to !== null; ) {
      const answer = await listDoubles(deps, { limit: 100, to }, 40);
      for (const { incidents } of answer.items) found.add(incidents.map(({ id }) => id).join(' '));
      expect(answer.next === null || answer.next < (to ?? '9999')).toBe(true);
      to = answer.next;
    }
    expect([...found].sort()).toEqual([...all].sort());
  });

  it('are not proposed again once somebody found them to be two events, until that is taken back', async () => {
    expect((await say(second.id, first.id, true)).status).toBe(204);
    expect((await say(first.id, second.id, true)).status).toBe(204);
    expect(await has()).toBe(false);
    const { draft } = { draft: { occurred: first.occurred, place: first.place, title: first.title } };
    const beside = await analyst.send('POST', '/v1/duplicates', { draft, except: second.id });
    expect(await beside.text()).not.toContain(first.id);
    const { position } = await test.store.auditHead();
    expect((await test.store.auditEntries({ after: position - 1 }))[0]).toMatchObject({
      ...{ actor: analyst.id, action: 'incident.apart', subject: { id: second.id }, detail: { other: first.id } },
    });
    expect((await say(first.id, second.id, false)).status).toBe(204);
    expect(await has()).toBe(true);
  });

  it('are for those who merge, of incidents that there are, and two of them', async () => {
    expect((await reporter.send('GET', '/v1/duplicates')).status).toBe(403);
    expect((await say(first.id, second.id, true, reporter)).status).toBe(403);
    expect((await say(first.id, 'no-such-id', true)).status).toBe(404);
    expect((await say('no-such-id', first.id, true)).status).toBe(404);
    expect(await problemOf(await say(first.id, first.id, true))).toMatchObject({
      status: 400,
      invalid: [{ name: 'other' }],
    });
    for (const body of [{}, { other: second.id }, { other: second.id, apart: 'yes' }, { other: 'a b', apart: true }]) {
      expect((await analyst.send('POST', `/v1/incidents/${first.id}/apart`, body)).status).toBe(400);
    }
    for (const query of ['to=yesterday', 'to=2023-02-30', 'limit=0', 'limit=101', 'x=1']) {
      const response = await analyst.send('GET', `/v1/duplicates?${query}`);
      expect(await problemOf(response)).toMatchObject({ status: 400, invalid: [{ name: query.split('=')[0] }] });
    }
    const answer = await analyst.send('GET', '/v1/duplicates');
    expect([answer.headers.get('Cache-Control'), answer.headers.get('ETag')]).toEqual(['no-store', null]);
  });

  it('are gone once they are merged', async () => {
    const body = { reason: 'one event', doubles: [{ id: second.id, version: second.version }] };
    await analyst.change('POST', `/v1/incidents/${first.id}/merge`, first.version, body);
    await vi.waitFor(async () => expect(await has()).toBe(false), SOON);
  });

  it('are never two records of one foreign origin, which names its own doubles', async () => {
    const at = { start: '2022-02-03', end: '2022-02-03', precision: 'day' } as const;
    const told = { ...aDraft({ occurred: at }), status: 'reported', licence: 'none' } as const;
    const records = ['ucdp-ged', 'ucdp-ged', 'ucdp-candidate', 'corridor-watch', 'corridor-watch'].map(
      (origin, index) => ({ ...told, id: `made-up-${index}`, title: `Told ${index}`, sources: [], origin }),
    );
    await test.store.saveIncidents(records, { by: 'amna', reason: 'imported' });
    const found = async () =>
      pairsOf(await list('?to=2022-02-03'))
        .map((pair) => pair.filter((id) => id.startsWith('made-up-')).sort())
        .filter(({ length }) => length === 2)
        .map((pair) => pair.map((id) => id.at(-1)).join(''))
        .sort();
    await vi.waitFor(
      async () => expect(await found()).toEqual(['02', '03', '04', '12', '13', '14', '23', '24', '34']),
      SOON,
    );
    const beside = async (except?: string) => {
      const draft = {
        occurred: at,
        place: told.place,
        title: 'Told 0',
        actors: told.actors,
        eventType: told.eventType,
      };
      const response = await analyst.send('POST', '/v1/duplicates', { draft, except });
      const { items } = duplicatesSchema.parse(await response.json());
      return items
        .map(({ incident }) => incident.id)
        .filter((id) => id.startsWith('made-up-'))
        .sort();
    };
    expect(await beside()).toEqual(records.map(({ id }) => id));
    expect(await beside('made-up-0')).toEqual(['made-up-2', 'made-up-3', 'made-up-4']);
    expect(await beside('made-up-3')).toEqual(['made-up-0', 'made-up-1', 'made-up-2', 'made-up-4']);
  });
});
