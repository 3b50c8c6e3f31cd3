import { type Incident, STATUSES } from '@corridor/domain';
import { decodeKeys } from '@corridor/incident-table';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';
import { readCsv } from './testing/read-csv.ts';

const SOON = { timeout: 30_000 };

const answer = z.object({
  matched: z.number(),
  groups: z.record(z.string(), z.array(z.object({ key: z.string().nullable(), count: z.number() }))).optional(),
});
const regions = z.object({ provinces: z.array(z.object({ name: z.string(), count: z.number() })) });

/** The incident of the portfolio that is taken back: with a place, and near a site. */
const isGood = ({ place, targetedSites }: Incident) => place.precision === 'place' && targetedSites.length > 0;

describe.each(['memory', 'sql'] as const)('a retracted record, answered by %s', (queryEngine) => {
  let test: TestApp;
  let all: readonly Incident[];
  let retracted: Incident;
  beforeAll(async () => {
    test = await openTestApp({ queryEngine });
    all = test.portfolio.incidents;
    const found = all.find(isGood);
    if (!found) throw new Error('the portfolio has no such incident');
    retracted = { ...found, status: 'retracted', title: 'Zanzibar was never attacked' };
    await test.store.saveIncidents([retracted], { by: 'tester', reason: 'it did not happen' });
  });
  afterAll(() => test.close());

  const get = async (path: string, query = '') => {
    const response = await test.app.request(`${path}?${query}`);
    expect(response.status, `${path}?${query}`).toBe(200);
    return response;
  };
  const ask = async (path: string, query: string) => answer.parse(await (await get(path, query)).json());
  const csvIds = async (query: string) => {
    const [, ...rows] = readCsv((await (await get('/v1/incidents.csv', query)).text()).replace(/^\uFEFF/, ''));
    return rows.map(([id]) => id);
  };

  it('is in no total, list, region, search or export', async () => {
    const { id, occurred, place, targetedSites, title } = retracted;
    await expect.poll(async () => (await ask('/v1/summary', 'status=retracted')).matched, SOON).toBe(1);
    expect((await ask('/v1/summary', '')).matched).toBe(all.length - 1);
    const onItsDay = all.filter((incident) => incident.occurred.start === occurred.start).length;
    const day = `from=${occurred.start}&to=${occurred.start}`;
    expect((await ask('/v1/incidents', day)).matched).toBe(onItsDay - 1);
    const { provinces } = regions.parse(await (await get('/v1/regions', day)).json());
    const there = all.filter((one) => one.occurred.start === occurred.start && one.place.province === place.province);
    expect(provinces.find(({ name }) => name === place.province)?.count).toBe(there.length - 1);
    expect((await ask('/v1/incidents', `q=${encodeURIComponent(title)}`)).matched).toBe(0);
    const near = `site=${targetedSites[0]}&radiusKm=500&${day}`;
    const ofAnyStatus = STATUSES.map((status) => `status=${status}`).join('&');
    expect((await ask('/v1/summary', `${near}&${ofAnyStatus}`)).matched).toBe(
      (await ask('/v1/summary', near)).matched + 1,
    );
    expect(await csvIds('')).not.toContain(id);
    expect(await csvIds('')).toHaveLength(all.length - 1);
  });

  it('is counted by its facet, and listed, found and exported where its status is asked for', async () => {
    const { id, title } = retracted;
    const { groups } = await ask('/v1/summary', 'group=status');
    expect(groups?.status?.find(({ key }) => key === 'retracted')?.count).toBe(1);
    expect((await ask('/v1/incidents', `status=retracted&q=${encodeURIComponent(title)}`)).matched).toBe(1);
    expect(await csvIds('status=retracted')).toEqual([id]);
  });

  it('is found by its words for a reader who filters on its own, and by its link', async () => {
    const { keys } = decodeKeys(new Uint8Array(await (await get('/v1/text-matches', 'q=Zanzibar')).arrayBuffer()));
    expect(keys).toHaveLength(1);
    expect(await (await get(`/v1/incidents/${retracted.id}`)).json()).toMatchObject({ status: 'retracted' });
  });
});
