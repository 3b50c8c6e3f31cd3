import { DIMENSIONS, type Incident, SORT_KEYS } from '@corridor/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { binsSchema, regionsSchema, summarySchema } from './schemas/answer-schemas.ts';
import { incidentDetailSchema, incidentPageSchema } from './schemas/incident-schemas.ts';
import {
  portfolioSchema,
  routeDetailSchema,
  routesSchema,
  siteDetailSchema,
  sitesSchema,
  taxonomySchema,
} from './schemas/portfolio-schemas.ts';
import { problemSchema } from './schemas/problem-schema.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

/** Asks and checks the answer against the schema that the documentation shows: nothing missing, nothing more. */
async function get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const response = await test.app.request(path);
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
}

describe('GET /v1/incidents', () => {
  it('gives the newest hundred first, and says how many there are', async () => {
    const page = await get('/v1/incidents', incidentPageSchema);
    expect(page.items).toHaveLength(100);
    expect(page.matched).toBe(test.portfolio.incidents.length);
    expect(page.located + page.unlocated).toBe(page.matched);
    const starts = page.items.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort().reverse());
  });

  it.each(SORT_KEYS.flatMap((key) => [key, `-${key}`]))('pages through everything once, sorted by %s', async (sort) => {
    const seen = new Set<string>();
    let next: string | null = '';
    while (next !== null) {
      const page: z.output<typeof incidentPageSchema> = await get(
        `/v1/incidents?limit=200&sort=${sort}${next === '' ? '' : `&cursor=${next}`}`,
        incidentPageSchema,
      );
      for (const { id } of page.items) seen.add(id);
      next = page.next;
    }
    expect(seen.size).toBe(test.portfolio.incidents.length);
  });

  it('refuses a cursor of another filter, order or revision', async () => {
    const { next, revision } = await get('/v1/incidents?limit=5', incidentPageSchema);
    for (const query of ['sort=title', 'province=Sindh']) {
      const response = await test.app.request(`/v1/incidents?${query}&cursor=${next}`);
      expect(response.status).toBe(400);
      expect(problemSchema.parse(await response.json()).detail).toMatch(/another filter or order/);
    }
    const older = Buffer.from(next ?? '', 'base64url')
      .toString()
      .replace(/^1\.\d+/, `1.${revision + 7}`);
    const response = await test.app.request(`/v1/incidents?cursor=${Buffer.from(older).toString('base64url')}`);
    expect(problemSchema.parse(await response.json()).detail).toMatch(/belongs to revision/);
  });

  it('has the order of repeated values mean nothing to a cursor', async () => {
    const { next } = await get('/v1/incidents?limit=5&province=Sindh&province=Balochistan', incidentPageSchema);
    await get(`/v1/incidents?limit=5&province=Balochistan&province=Sindh&cursor=${next}`, incidentPageSchema);
  });
});

describe('GET /v1/incidents/{id}', () => {
  it('gives the record of the portfolio with its sources, links and first version', async () => {
    const incident = incidentOf(({ targetedSites, sources }) => targetedSites.length > 0 && sources.length > 0);
    const detail = await get(`/v1/incidents/${incident.id}`, incidentDetailSchema);
    expect(detail).toMatchObject(incident);
    expect(detail.links.targeted.map(({ id }) => id).sort()).toEqual([...incident.targetedSites].sort());
    expect(detail.versions).toMatchObject([{ version: 1, revision: 1 }]);
  });

  it('agrees with the filter on which sites an incident is near', async () => {
    const incident = incidentOf(({ place }) => place.precision === 'place' && place.district === 'Gwadar');
    const { links } = await get(`/v1/incidents/${incident.id}`, incidentDetailSchema);
    expect(links.near.length).toBeGreaterThan(0);
    for (const { id, kind, relation, distance, radiusKm } of links.near) {
      expect(distance?.minKm).toBeLessThanOrEqual(radiusKm);
      const inside = await get(`/v1/incidents?${kind}=${id}&certainty=inside&limit=500`, incidentPageSchema);
      expect(inside.items.some((item) => item.id === incident.id)).toBe(relation === 'inside');
    }
  });

  it('gives no distance where the place is known to its province only', async () => {
    const incident = incidentOf(({ place }) => place.precision === 'province');
    const { links } = await get(`/v1/incidents/${incident.id}`, incidentDetailSchema);
    expect(links.near).toEqual([]);
    expect(links.targeted.every(({ distance, relation }) => distance === null && relation === null)).toBe(true);
  });
});

describe('GET /v1/summary', () => {
  it('groups by every dimension, each leaving its own filter out', async () => {
    const groups = DIMENSIONS.map((name) => `group=${name}`).join('&');
    const all = await get(`/v1/summary?${groups}`, summarySchema);
    const one = await get(`/v1/summary?province=Sindh&${groups}`, summarySchema);
    expect(Object.keys(one.groups).sort()).toEqual([...DIMENSIONS].sort());
    expect(one.groups.province).toEqual(all.groups.province);
    expect(one.matched).toBe(all.groups.province?.find(({ key }) => key === 'Sindh')?.count);
  });

  it.each(['day', 'week', 'month', 'quarter', 'year'])('stacks the timeline by type and %s', async (unit) => {
    const { timeline, matched } = await get(`/v1/summary?unit=${unit}&stackBy=type`, summarySchema);
    const total = timeline.series.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
    expect(total + timeline.imprecise).toBe(matched);
    expect(timeline.series.every(({ counts }) => counts.length === timeline.starts.length)).toBe(true);
  });

  it('counts developments apart, and how many lie near with a place filter', async () => {
    const site = test.portfolio.sites[0];
    const summary = await get(`/v1/summary?site=${site?.id}&radiusKm=300`, summarySchema);
    expect((summary.near?.inside ?? 0) + (summary.near?.possible ?? 0)).toBe(summary.matched);
    const developments = await get('/v1/summary?type=Strategic%20developments', summarySchema);
    expect(developments.developments).toBe(developments.matched);
  });
});

describe('GET /v1/bins', () => {
  it('draws every located incident of the box, as a cell or as a district', async () => {
    const { cells, areas, located } = await get('/v1/bins?bbox=55,20,85,40&zoom=5', binsSchema);
    const drawn = [...cells, ...areas].reduce((sum, { count }) => sum + count, 0);
    expect(drawn).toBe(located);
    expect(cells.filter(({ count }) => count === 1).every(({ only }) => only !== null)).toBe(true);
  });
});

describe('sites and routes', () => {
  it('lists every site with its counts', async () => {
    const { items, counts } = await get('/v1/sites', sitesSchema);
    expect(items).toEqual(test.portfolio.sites);
    expect(counts.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });

  it('lists every route with its counts', async () => {
    const { items, counts } = await get('/v1/routes', routesSchema);
    expect(items).toEqual(test.portfolio.routes);
    expect(counts).toHaveLength(items.length);
  });

  it('counts near a site what the filter finds there', async () => {
    const { counts } = await get('/v1/sites?minSeverity=3', sitesSchema);
    const busiest = [...counts].sort((a, b) => b.inside - a.inside)[0];
    const detail = await get(`/v1/sites/${busiest?.id}?minSeverity=3`, siteDetailSchema);
    expect(detail.incidents).toMatchObject({
      inside: busiest?.inside,
      possible: busiest?.possible,
      aimed: busiest?.aimed,
    });
    const { near } = await get(`/v1/summary?minSeverity=3&site=${busiest?.id}`, summarySchema);
    expect(near).toEqual({ inside: busiest?.inside, possible: busiest?.possible });
    const aimed = await get(`/v1/summary?minSeverity=3&targetedSite=${busiest?.id}`, summarySchema);
    expect(aimed.matched).toBe(busiest?.aimed);
    expect(busiest?.inside).toBeGreaterThan(0);
  });

  it('gives a route with its line and counts', async () => {
    const route = test.portfolio.routes[0];
    expect(await get(`/v1/routes/${route?.id}`, routeDetailSchema)).toMatchObject({ line: route?.line });
  });
});

describe('GET /v1/regions', () => {
  it('compares a period with the same length before it', async () => {
    const regions = await get('/v1/regions?from=2024-01-01&to=2024-12-31', regionsSchema);
    expect(regions.before).toEqual({ from: '2023-01-01', to: '2023-12-31' });
    for (const [from, key] of [
      ['2024', 'count'],
      ['2023', 'before'],
    ] as const) {
      const { groups } = await get(`/v1/summary?from=${from}-01-01&to=${from}-12-31&group=province`, summarySchema);
      for (const region of regions.provinces) {
        expect(region[key]).toBe(groups.province?.find((group) => group.key === region.name)?.count ?? 0);
      }
    }
    expect(regions.provinces.every(({ count, before, change }) => change === count - (before ?? 0))).toBe(true);
    expect(regions.provinces.reduce((sum, { count }) => sum + count, 0)).toBe(regions.matched);
    expect(regions.districts.reduce((sum, { count }) => sum + count, 0)).toBe(regions.matched);
  });

  it('lists every region of the portfolio, also without incidents', async () => {
    const regions = await get('/v1/regions?q=zzzz', regionsSchema);
    expect(regions.matched).toBe(0);
    expect(regions.provinces).toHaveLength(test.portfolio.info.provinces.length);
    expect(regions.districts).toHaveLength(test.portfolio.info.districts.length);
  });

  it('compares with nothing where there are no data before', async () => {
    for (const query of ['', '?to=2020-01-01', '?from=1950-01-01&to=1950-12-31']) {
      const { before, provinces } = await get(`/v1/regions${query}`, regionsSchema);
      expect(before).toBeNull();
      expect(provinces.every(({ change }) => change === null)).toBe(true);
    }
  });
});

describe('the portfolio', () => {
  it('says what it is and what the store holds', async () => {
    const portfolio = await get('/v1/portfolio', portfolioSchema);
    expect(portfolio).toMatchObject({
      ...test.portfolio.info,
      incidents: test.portfolio.incidents.length,
      sites: test.portfolio.sites.length,
      routes: test.portfolio.routes.length,
      issues: test.portfolio.issues.length,
      tilesUrl: null,
    });
  });

  it('lists every value that the filter takes', async () => {
    const taxonomy = await get('/v1/taxonomy', taxonomySchema);
    for (const province of taxonomy.provinces) {
      await get(`/v1/incidents?limit=1&province=${encodeURIComponent(province)}`, incidentPageSchema);
    }
    expect(taxonomy.actors.length).toBeGreaterThan(test.portfolio.info.actors.length - 1);
  });

  it.each(['base', 'rivers', 'disputed', 'cities'] as const)('serves the base map file %s', async (name) => {
    expect(await get(`/v1/basemap/${name}.json`, z.unknown())).toEqual(test.portfolio.basemap[name]);
  });
});

describe('health', () => {
  it('is alive and ready', async () => {
    expect(await get('/healthz', z.unknown())).toEqual({ status: 'ok' });
    expect(await get('/readyz', z.unknown())).toEqual({ status: 'ready', revision: 1 });
  });
});

describe('transport', () => {
  it('answers 304 to who knows the answer, and 200 to who knows another', async () => {
    const first = await test.app.request('/v1/summary?province=Sindh');
    const etag = first.headers.get('ETag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]+-1-[\w-]+"$/);
    for (const known of [etag, etag.replace('W/', ''), `"x", ${etag}`]) {
      const again = await test.app.request('/v1/summary?province=Sindh', { headers: { 'If-None-Match': known } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('ETag')).toBe(etag);
    }
    const other = await test.app.request('/v1/summary?province=Punjab', { headers: { 'If-None-Match': etag } });
    expect(other.status).toBe(200);
  });

  it('puts no ETag on a problem', async () => {
    const response = await test.app.request('/v1/summary?province=Nowhere');
    expect(response.headers.get('ETag')).toBeNull();
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it.each([
    '/v1/incidents',
    '/v1/incidents.csv',
    '/v1/incidents.geojson',
    '/v1/incidents.arrow',
    '/v1/basemap/base.json',
  ])('compresses %s for who takes gzip, and only then', async (path) => {
    const plain = await test.app.request(path);
    expect(plain.headers.get('Content-Encoding')).toBeNull();
    const zipped = await test.app.request(path, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip');
    const body = zipped.body?.pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(body ?? null).text()).toBe(await plain.text());
  });

  it.each(['/v1/incidents', '/v1/incidents.csv', '/v1/incidents.arrow', '/v1/events', '/healthz', '/docs'])(
    'HEAD %s has the headers and no body',
    async (path) => {
      const response = await test.app.request(path, { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBeTruthy();
      expect(await response.text()).toBe('');
    },
  );

  it('sets security headers on answers, problems and pages', async () => {
    for (const path of ['/v1/portfolio', '/v1/none', '/v1/incidents?x=1', '/docs']) {
      const { headers } = await test.app.request(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toMatch(/default-src 'self';.*script-src 'self' 'wasm-unsafe-eval';/);
      expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Request-Id')).toBeTruthy();
    }
  });

  it('takes a request id from a proxy', async () => {
    const { headers } = await test.app.request('/healthz', { headers: { 'X-Request-Id': 'abc-123' } });
    expect(headers.get('X-Request-Id')).toBe('abc-123');
  });
});

describe('GET /docs', () => {
  it('loads only files of this server, and no script stands in the page', async () => {
    const page = await (await test.app.request('/docs')).text();
    const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect((await test.app.request(link)).status, link).toBe(200);
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
    expect(page).not.toMatch(/https?:/);
  });
});

function incidentOf(suits: (incident: Incident) => boolean): Incident {
  const found = test.portfolio.incidents.find(suits);
  if (!found) throw new Error('The portfolio has no such incident');
  return found;
}
