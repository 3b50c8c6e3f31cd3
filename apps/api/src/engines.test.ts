import { DIMENSIONS, type Query, SORT_KEYS } from '@corridor/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSchema } from './schemas/problem-schema.ts';
import { engineSchema } from './schemas/query-schemas.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

/** Generous, for machines that are busy. */
const SOON = { timeout: 25_000 };

let memory: TestApp;
let sql: TestApp;
beforeAll(async () => {
  memory = await openTestApp();
  sql = await openTestApp({ queryEngine: 'sql' });
});
afterAll(async () => {
  await memory.close();
  await sql.close();
});

const GROUPS = DIMENSIONS.map((name) => `group=${name}`).join('&');
const FILTERS = [
  '',
  'province=Sindh&from=2023-01-01',
  'q=attack%20police',
  'type=Battles&minSeverity=3&to=2024-06-30',
  'site=gwadar-port&radiusKm=150&certainty=inside',
  'area=circle:67,25,300&chinese=true',
] as const;

const PATHS = [
  ...FILTERS.flatMap((filter) => [
    `/v1/summary?${filter}&unit=quarter&stackBy=type&${GROUPS}`,
    `/v1/bins?${filter}&bbox=60,23,78,37&zoom=6.5`,
    `/v1/incidents?${filter}&limit=50`,
    `/v1/regions?${filter}`,
    `/v1/sites?${filter}`,
    `/v1/routes?${filter}`,
    `/v1/incidents.csv?${filter}&sort=title`,
    `/v1/incidents.geojson?${filter}`,
    `/v1/incidents.ndjson?${filter}&sort=-killed`,
    `/v1/incidents.arrow?${filter}&sort=severity`,
  ]),
  ...SORT_KEYS.map((key) => `/v1/incidents?sort=-${key}&limit=500`),
  '/v1/portfolio',
  '/v1/taxonomy',
  '/v1/text-matches?q=gwadar',
  '/v1/texts?keys=1,5,3,99999',
  '/v1/sites/gwadar-port',
].map((path) => path.replace('?&', '?'));

async function answerOf(
  { app }: TestApp,
  path: string,
): Promise<{ status: number; type: string | null; text: string }> {
  const response = await app.request(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('Content-Type');
  return { status: response.status, type, text: bytes.toString(type?.includes('arrow') ? 'base64' : 'utf8') };
}

describe('the API by SQL', () => {
  it.each(PATHS)('answers as from memory: %s', async (path) => {
    const [byMemory, bySql] = [await answerOf(memory, path), await answerOf(sql, path)];
    expect(byMemory.status, byMemory.text.slice(0, 300)).toBe(200);
    if (byMemory.type === 'application/json') expect(JSON.parse(bySql.text)).toEqual(JSON.parse(byMemory.text));
    else expect(bySql).toEqual(byMemory);
  });

  it('answers a whole question as from memory', async () => {
    const query: Query = {
      filter: { province: ['Balochistan'], from: '2022-01-01' },
      timeline: { unit: 'month', stackBy: 'severity', measure: 'killed', ignorePeriod: true },
      counts: DIMENSIONS,
      breakdowns: [{ by: 'district', unit: 'year' }, { by: 'site' }],
      page: {
        sort: { by: 'actor', descending: false },
        offset: 3,
        limit: 20,
        within: [60, 23, 70, 30],
        distanceTo: { kind: 'site', id: 'gwadar-port' },
      },
      surroundings: { kind: 'site', id: 'gwadar-port', withinKm: 200 },
    };
    const init = { method: 'POST', body: JSON.stringify(query), headers: { 'Content-Type': 'application/json' } };
    const [byMemory, bySql] = [memory, sql].map(({ app }) => app.request('/v1/query', init));
    const [wanted, given] = [await (await byMemory)?.text(), await (await bySql)?.text()];
    expect(JSON.parse(given ?? '')).toEqual(JSON.parse(wanted ?? ''));
  });

  it('says so, and holds no table', async () => {
    const { engine, reason } = engineSchema.parse(await (await sql.app.request('/v1/engine')).json());
    expect([engine, reason]).toEqual(['sql', 'QUERY_ENGINE is sql']);
    const response = await sql.app.request('/v1/table.arrow');
    expect(response.status).toBe(404);
    expect(problemSchema.parse(await response.json()).detail).toMatch(/ask \/v1\/query/);
  });

  it('follows the store', async () => {
    const [model] = sql.portfolio.incidents;
    if (!model) throw new Error('The portfolio is empty');
    const revision = await sql.store.saveIncidents([{ ...model, id: 'by-sql', title: 'Zanzibar' }], {
      by: 'test',
      reason: 'test',
    });
    await expect.poll(async () => (await sql.app.request('/readyz')).json(), SOON).toMatchObject({ revision });
    const matched = z.object({ matched: z.number() });
    const summary = matched.parse(await (await sql.app.request('/v1/summary?q=zanzibar')).json());
    expect(summary.matched).toBe(1);
  });
});
