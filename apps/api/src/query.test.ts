import { DIMENSIONS, type Query } from '@corridor/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { LIMITS } from './load/limits.ts';
import { binsSchema, summarySchema } from './schemas/answer-schemas.ts';
import { incidentPageSchema } from './schemas/incident-schemas.ts';
import { problemSchema } from './schemas/problem-schema.ts';
import { answerSchema } from './schemas/query-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

function post(body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Response | Promise<Response> {
  return test.app.request('/v1/query', { method: 'POST', body, headers: { 'Content-Type': type } });
}

async function ask(query: Query): Promise<z.output<typeof answerSchema>> {
  const response = await post(JSON.stringify(query));
  const text = await response.text();
  expect(response.status, text.slice(0, 300)).toBe(200);
  return answerSchema.parse(JSON.parse(text));
}

async function get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  return schema.parse(await (await test.app.request(path)).json());
}

describe('POST /v1/query', () => {
  it('answers what the other routes answer', async () => {
    const filter = { province: ['Sindh', 'Balochistan'], from: '2023-01-01' } as const;
    const path = 'province=Sindh&province=Balochistan&from=2023-01-01';
    const answer = await ask({
      filter,
      timeline: { unit: 'quarter', stackBy: 'type' },
      groups: DIMENSIONS,
      bins: { bbox: [60, 23, 78, 37], zoom: 6 },
      page: { sort: { by: 'killed', descending: true }, offset: 0, limit: 7 },
    });
    const groups = DIMENSIONS.map((name) => `group=${name}`).join('&');
    const summary = await get(`/v1/summary?${path}&unit=quarter&stackBy=type&${groups}`, summarySchema);
    const { cells, areas } = await get(`/v1/bins?${path}&bbox=60,23,78,37&zoom=6`, binsSchema);
    const page = await get(`/v1/incidents?${path}&sort=-killed&limit=7`, incidentPageSchema);
    const { groups: grouped, revision, timeline, ...totals } = summary;
    expect(answer).toMatchObject({ revision, totals, timeline, groups: grouped, bins: { cells, areas } });
    expect(answer.page).toEqual({ total: page.matched, items: page.items });
  });

  it('answers every part of a question', async () => {
    const [site] = test.portfolio.sites;
    if (!site) throw new Error('The portfolio has no site');
    const answer = await ask({
      filter: { area: { kind: 'circle', center: [site.longitude, site.latitude], radiusKm: 300 } },
      counts: ['province', 'province', 'site'],
      breakdowns: [{ by: 'district', unit: 'year' }, { by: 'severity' }],
      page: {
        sort: { by: 'date', descending: true },
        offset: 0,
        limit: 5,
        distanceTo: { kind: 'site', id: site.id },
      },
      surroundings: { kind: 'site', id: site.id, withinKm: 100 },
    });
    expect(answer.counts?.province?.reduce((sum, { count }) => sum + count, 0)).toBe(answer.totals.matched);
    expect(answer.breakdowns?.map(({ by, unit }) => [by, unit])).toEqual([
      ['district', 'year'],
      ['severity', null],
    ]);
    expect(answer.page?.distances).toHaveLength(answer.page?.items.length ?? 0);
    expect(answer.surroundings?.length).toBeGreaterThan(0);
    expect(answer.surroundings?.every(({ minKm }) => minKm <= 100)).toBe(true);
    expect(answer.timeline).toBeUndefined();
  });
});

const ALL = { filter: {} };
const BOX = [60, 23, 78, 37];

/** A body that is wrong → what must be named. */
const BAD_BODIES: readonly (readonly [body: unknown, name: string])[] = [
  [null, 'body'],
  [[], 'body'],
  ['text', 'body'],
  [{}, 'filter'],
  [{ filter: null }, 'filter'],
  [{ filter: { colour: 'red' } }, 'filter'],
  [{ ...ALL, colour: 'red' }, 'body'],
  [JSON.parse('{"filter":{"__proto__":{"q":"x"}}}'), 'filter'],
  [{ filter: { type: ['Party'] } }, 'filter.type.0'],
  [{ filter: { type: [] } }, 'filter.type'],
  [{ filter: { type: 'Battles' } }, 'filter.type'],
  [{ filter: { province: ['Balochistn'] } }, 'filter.province'],
  [{ filter: { actor: Array.from({ length: 201 }, (_, index) => `a${index}`) } }, 'filter.actor'],
  [{ filter: { q: '' } }, 'filter.q'],
  [{ filter: { q: 'a'.repeat(201) } }, 'filter.q'],
  [{ filter: { from: '2024-02-30' } }, 'filter.from'],
  [{ filter: { from: '2024-02-03', to: '2024-02-01' } }, 'filter.to'],
  [{ filter: { minSeverity: 6 } }, 'filter.minSeverity'],
  [{ filter: { radiusKm: 5 } }, 'filter.radiusKm'],
  [{ filter: { site: ['gwadar-port'], radiusKm: 1e300 } }, 'filter.radiusKm'],
  [{ filter: { site: ['none'] } }, 'filter.site'],
  [{ filter: { area: { kind: 'star' } } }, 'filter.area.kind'],
  [{ filter: { area: { kind: 'box', bbox: [10, 10, 5, 5] } } }, 'filter.area'],
  [{ filter: { area: { kind: 'circle', center: [70, 30], radiusKm: -1 } } }, 'filter.area'],
  [
    {
      filter: {
        area: {
          kind: 'polygon',
          ring: [
            [0, 0],
            [2, 2],
            [0, 2],
            [2, 0],
          ],
        },
      },
    },
    'filter.area',
  ],
  [{ filter: { area: { kind: 'polygon', ring: Array.from({ length: 600 }, () => [70, 30]) } } }, 'filter.area.ring'],
  [{ ...ALL, groups: ['colour'] }, 'groups.0'],
  [{ ...ALL, groups: Array.from({ length: 14 }, () => 'type') }, 'groups'],
  [{ ...ALL, breakdowns: Array.from({ length: 17 }, () => ({ by: 'type' })) }, 'breakdowns'],
  [{ ...ALL, timeline: { unit: 'hour' } }, 'timeline.unit'],
  [{ filter: { from: '1000-01-01', to: '9999-12-31' }, timeline: { unit: 'day' } }, 'unit'],
  [{ filter: { from: '1000-01-01', to: '9999-12-31' }, breakdowns: [{ by: 'district', unit: 'day' }] }, 'unit'],
  [{ ...ALL, bins: { bbox: BOX, zoom: 23 } }, 'bins.zoom'],
  [{ ...ALL, bins: { bbox: BOX, zoom: 22 } }, 'zoom'],
  [{ ...ALL, bins: { bbox: [78, 23, 60, 37], zoom: 5 } }, 'bins.bbox'],
  [{ ...ALL, bins: { bbox: [60, 23, 78], zoom: 5 } }, 'bins.bbox'],
  [{ ...ALL, bins: { bbox: BOX, zoom: 5, cellPx: 0.001 } }, 'bins.cellPx'],
  [{ ...ALL, page: { sort: { by: 'date', descending: true }, offset: 0, limit: 2001 } }, 'page.limit'],
  [{ ...ALL, page: { sort: { by: 'date', descending: true }, offset: -1, limit: 1 } }, 'page.offset'],
  [{ ...ALL, page: { sort: { by: 'colour', descending: true }, offset: 0, limit: 1 } }, 'page.sort.by'],
  [{ ...ALL, surroundings: { kind: 'moon', id: 'x', withinKm: 5 } }, 'surroundings.kind'],
  [{ ...ALL, surroundings: { kind: 'site', id: 'x', withinKm: 0 } }, 'surroundings.withinKm'],
  [{ ...ALL, distances: { kind: 'site', id: 'x' } }, 'body'],
];

async function problemOf(response: Response | Promise<Response>) {
  const { headers, status, ...rest } = await response;
  const answer = await response;
  expect(headers.get('Content-Type'), JSON.stringify(rest)).toBe('application/problem+json');
  const problem = problemSchema.parse(JSON.parse(await answer.text()));
  expect(problem.status).toBe(status);
  return problem;
}

describe('POST /v1/query refuses', () => {
  it.each(BAD_BODIES)('%j and names %s', async (body, name) => {
    const { invalid, status } = await problemOf(post(JSON.stringify(body)));
    expect(status).toBe(400);
    expect(invalid?.map((fault) => fault.name)).toContain(name);
  });

  it.each([
    ['no JSON', '{"filter":', 'invalid-body'],
    ['an empty body', '', 'invalid-body'],
    ['nested too deep', '['.repeat(50_000), 'invalid-body'],
    ['too many bytes', JSON.stringify({ filter: { q: 'a'.repeat(LIMITS.bodies.maxBytes) } }), 'too-large'],
  ])('%s', async (_, body, code) => {
    expect(await problemOf(post(body))).toMatchObject({ code });
  });

  it('text that is no UTF-8, and other types of content', async () => {
    expect(await problemOf(post(new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({ code: 'invalid-body' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx']) {
      expect((await problemOf(post('{"filter":{}}', type))).invalid?.[0]?.name).toBe('Content-Type');
    }
  });

  it('parameters, and other methods', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(ALL);
    const response = test.app.request('/v1/query?q=x', { method: 'POST', body, headers });
    expect((await problemOf(response)).invalid?.[0]?.name).toBe('q');
    const wrong = await test.app.request('/v1/query');
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'POST']);
  });
});
