import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from './schemas/problem-schema.ts';
import { openTestApp, type TestApp } from './testing/open-test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp();
});
afterAll(() => test.close());

async function problemOf(path: string, init: RequestInit = {}) {
  const response = await test.app.request(path, init);
  const text = await response.text();
  expect(response.status, `${path.slice(0, 100)} → ${text.slice(0, 200)}`).toBeGreaterThanOrEqual(400);
  expect(response.status, text.slice(0, 300)).toBeLessThan(500);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get('X-Request-Id'));
  return { response, problem };
}

const LONG = 'a'.repeat(100_000);

/** Query on /v1/incidents → the parameter that must be named and words that the reason must hold. */
const BAD_QUERIES: readonly (readonly [query: string, name: string, reason: RegExp])[] = [
  ['=1', '(name)', /is no parameter here/],
  ['colour=red', 'colour', /is no parameter here; allowed: q, from, .*limit, cursor, sort/],
  ['Province=Sindh', 'Province', /is no parameter here/],
  ['__proto__=1', '__proto__', /is no parameter here/],
  ['constructor=1', 'constructor', /is no parameter here/],
  ['toString=1', 'toString', /is no parameter here/],
  ['type=Party', 'type', /is one of: Explosions/],
  ['subType=x', 'subType', /is one of/],
  ['targetType=x', 'targetType', /is one of: chinese-nationals/],
  ['status=x', 'status', /is one of: reported/],
  ['grade=G9', 'grade', /is one of: A1/],
  ['certainty=perhaps', 'certainty', /is one of: inside, possible/],
  ['chinese=yes', 'chinese', /is one of: true, false/],
  ['minSeverity=0', 'minSeverity', /1 to 5/],
  ['minSeverity=6', 'minSeverity', /1 to 5/],
  ['minSeverity=1e0', 'minSeverity', /1 to 5/],
  ['minSeverity=3&minSeverity=4', 'minSeverity', /given once/],
  ['province=Balochistn', 'province', /does not know "Balochistn".*Balochistan/],
  ['district=Gwadr', 'district', /does not know "Gwadr"; most alike of \d+: Gwadar/],
  ['actor=Nobody', 'actor', /most alike of \d+/],
  ['site=nowhere', 'site', /most alike of \d+/],
  ['route=nowhere', 'route', /does not know "nowhere"/],
  ['targetedSite=nowhere', 'targetedSite', /does not know "nowhere"/],
  ['province=', 'province', /must not be empty/],
  [`district=${'x'.repeat(201)}`, 'district', /at most 200/],
  [Array.from({ length: 201 }, (_, i) => `district=d${i}`).join('&'), 'district', /at most 200 values/],
  ['from=2024-02-30', 'from', /existing date/],
  ['from=2024', 'from', /existing date/],
  ['from=2024-13-01', 'from', /existing date/],
  ['to=99999-01-01', 'to', /existing date/],
  ['from=2025-01-01&to=2024-01-01', 'to', /not before from/],
  ['from=2024-01-01&from=2024-01-02', 'from', /given once/],
  ['radiusKm=10', 'radiusKm', /goes with site or route/],
  ['radiusKm=1e3', 'radiusKm', /kilometres/],
  ['radiusKm=-1', 'radiusKm', /kilometres/],
  ['q=', 'q', /letter or digit/],
  ['q=%25%25', 'q', /letter or digit/],
  [`q=${'x'.repeat(201)}`, 'q', /at most 200/],
  ['q=a%00b', 'q', /control character/],
  ['q=a%0Ab', 'q', /control character/],
  ['q=%FF', 'q', /percent-encoded UTF-8/],
  ['q=%C3%28', 'q', /percent-encoded UTF-8/],
  ['q=%ED%A0%80', 'q', /percent-encoded UTF-8/],
  ['q=%', 'q', /percent-encoded UTF-8/],
  ['%ZZ=1', '(name)', /percent-encoded UTF-8/],
  ['area=blob', 'area', /begins with box:, circle: or polygon:/],
  ['area=polygon:1,2;3,4', 'area', /at least 3 points/],
  ['area=polygon:0,0;2,2;2,0;0,2', 'area', /must not cross itself/],
  ['area=polygon:0,0;NaN,2;2,0', 'area', /decimal numbers/],
  ['area=box:70,20,60,30', 'area', /west < east/],
  ['area=box:60,20,700,30', 'area', /longitude is -180 to 180/],
  ['area=circle:60,20,0', 'area', /radius is more than 0/],
  ['area=circle:60,20,1e9', 'area', /radius is more than 0/],
  ['limit=0', 'limit', /from 1 to 500/],
  ['limit=501', 'limit', /from 1 to 500/],
  ['limit=-5', 'limit', /from 1 to 500/],
  ['limit=1.5', 'limit', /from 1 to 500/],
  ['limit=99999999999999999999', 'limit', /from 1 to 500/],
  ['limit=', 'limit', /from 1 to 500/],
  ['limit=10&limit=10', 'limit', /given once/],
  ['sort=colour', 'sort', /is one of: date, -date/],
  ['sort=--date', 'sort', /is one of/],
  ['sort=toString', 'sort', /is one of/],
  ['cursor=abc', 'cursor', /is not a cursor/],
  ['cursor=', 'cursor', /is not a cursor/],
  [`cursor=${'A'.repeat(5000)}`, 'cursor', /is not a cursor/],
  [`cursor=${Buffer.from('1.1.0.0123456789abcdef').toString('base64url')}`, 'cursor', /another filter or order/],
];

describe('bad input', () => {
  it.each(BAD_QUERIES)('refuses ?%.60s and names %s', async (query, name, reason) => {
    const { response, problem } = await problemOf(`/v1/incidents?${query}`);
    expect(response.status).toBe(400);
    expect(problem.code).toBe('invalid-parameter');
    const fault = problem.invalid?.find((invalid) => invalid.name === name);
    expect(fault?.reason).toMatch(reason);
    expect(problem.detail.length).toBeGreaterThan(10);
  });

  it('names every fault at once', async () => {
    const { problem } = await problemOf('/v1/incidents?limit=0&type=x&colour=red&from=never');
    expect(problem.invalid?.map(({ name }) => name).sort()).toEqual(['colour', 'from', 'limit', 'type']);
  });

  it.each([
    '/v1/incidents.csv',
    '/v1/incidents.geojson',
    '/v1/incidents.ndjson',
    '/v1/incidents.arrow',
    '/v1/summary',
    '/v1/bins?bbox=60,20,70,30&zoom=5',
    '/v1/regions',
    '/v1/sites',
    '/v1/routes',
  ])('%s takes the same filter and refuses the same faults', async (path) => {
    const join = path.includes('?') ? '&' : '?';
    const { response, problem } = await problemOf(`${path}${join}district=Gwadr&minSeverity=9`);
    expect(response.status).toBe(400);
    expect(problem.invalid?.[0]?.name).toBe('minSeverity');
    const unknown = await problemOf(`${path}${join}district=Gwadr`);
    expect(unknown.problem.invalid).toMatchObject([{ name: 'district', reason: expect.stringContaining('Gwadar') }]);
  });

  it.each([
    ['/v1/portfolio?x=1', 'x'],
    ['/v1/taxonomy?province=Sindh', 'province'],
    ['/v1/basemap/base.json?x=1', 'x'],
    ['/v1/events?x=1', 'x'],
    ['/v1/openapi.json?x=1', 'x'],
    ['/v1/summary?unit=decade', 'unit'],
    ['/v1/summary?group=colour', 'group'],
    ['/v1/summary?stackBy=title', 'stackBy'],
    ['/v1/summary?stackBy=type&stackBy=type', 'stackBy'],
    ['/v1/summary?unit=day&stackBy=actor&from=0100-01-01&to=9999-12-31', 'unit'],
    ['/v1/summary?limit=10', 'limit'],
    ['/v1/bins', 'bbox'],
    ['/v1/bins?bbox=1,2,3&zoom=5', 'bbox'],
    ['/v1/bins?bbox=1,2,3,4,5&zoom=5', 'bbox'],
    ['/v1/bins?bbox=70,20,60,30&zoom=5', 'bbox'],
    ['/v1/bins?bbox=60,20,70,300&zoom=5', 'bbox'],
    ['/v1/bins?bbox=60,20,70,30', 'zoom'],
    ['/v1/bins?bbox=60,20,70,30&zoom=23', 'zoom'],
    ['/v1/bins?bbox=60,20,70,30&zoom=Infinity', 'zoom'],
    ['/v1/bins?bbox=-180,-85,180,85&zoom=20', 'zoom'],
    ['/v1/incidents.csv?limit=10', 'limit'],
    ['/v1/table.arrow?since=-1', 'since'],
    ['/v1/table.arrow?since=1.5', 'since'],
    ['/v1/table.arrow?since=9999999999', 'since'],
    ['/v1/table.arrow?since=1&since=2', 'since'],
    ['/v1/table.arrow?province=Sindh', 'province'],
    ['/v1/texts', 'keys'],
    ['/v1/texts?keys=', 'keys'],
    ['/v1/texts?keys=0', 'keys'],
    ['/v1/texts?keys=1,,2', 'keys'],
    ['/v1/texts?keys=1,-2', 'keys'],
    ['/v1/texts?keys=2147483648', 'keys'],
    ['/v1/texts?keys=1e3', 'keys'],
    [`/v1/texts?keys=${Array.from({ length: 501 }, (_, index) => index + 1).join()}`, 'keys'],
    ['/v1/texts?keys=1&keys=2', 'keys'],
    ['/v1/text-matches', 'q'],
    ['/v1/text-matches?q=', 'q'],
    ['/v1/text-matches?q=!!!', 'q'],
    ['/v1/text-matches?q=a&q=b', 'q'],
    [`/v1/text-matches?q=${'a'.repeat(201)}`, 'q'],
    ['/v1/engine?x=1', 'x'],
  ])('%s names %s', async (path, name) => {
    const { response, problem } = await problemOf(path);
    expect(response.status).toBe(400);
    expect(problem.invalid?.map((invalid) => invalid.name)).toContain(name);
  });

  it.each([
    `/v1/incidents?q=${LONG}`,
    `/v1/incidents/${LONG}`,
    `/${LONG}`,
    `/v1/incidents?${'a=1&'.repeat(3_000)}`,
    '/v1/incidents/%ZZ',
    '/v1/incidents/%00',
    '/v1/incidents/%FF%FE',
    '/v1/incidents/a%00b',
    '/v1/incidents/..%2f..%2fetc%2fpasswd',
    "/v1/incidents/';drop table incident;--",
    '/v1/incidents/__proto__',
    '/v1/sites/__proto__',
    '/v1/sites/%00',
    '/v1/basemap/..%2f..%2fpackage.json',
    '/v1/basemap/__proto__',
    '/docs/..%2fpackage.json',
    '/docs/swagger-ui.js.map',
    '/v1/',
    '/v1',
    '/v2/incidents',
    '//',
    '/%',
  ])('answers %.60s with a 4xx problem', async (path) => {
    await problemOf(path);
  });

  it.each(['/v1/incidents/none', '/v1/sites/none', '/v1/routes/none', '/v1/basemap/none.json', '/v1/none', '/none'])(
    '%s is not found',
    async (path) => {
      const { response, problem } = await problemOf(path);
      expect([response.status, problem.code]).toEqual([404, 'not-found']);
    },
  );

  it.each([
    ['DELETE', '/v1/incidents', 'POST, GET, HEAD'],
    ['PUT', '/v1/incidents/x', 'PATCH, GET, HEAD'],
    ['DELETE', '/v1/sites', 'POST, GET, HEAD'],
    ['PATCH', '/v1/summary', 'GET, HEAD'],
    ['OPTIONS', '/v1/bins', 'GET, HEAD'],
    ['POST', '/v1/incidents.csv', 'GET, HEAD'],
    ['POST', '/v1/table.arrow', 'GET, HEAD'],
    ['DELETE', '/v1/texts', 'GET, HEAD'],
    ['PUT', '/v1/text-matches', 'GET, HEAD'],
    ['POST', '/v1/engine', 'GET, HEAD'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['POST', '/docs', 'GET, HEAD'],
  ])('%s %s is not allowed and says what is', async (method, path, allowed) => {
    const { response, problem } = await problemOf(path, { method });
    expect([response.status, problem.code]).toEqual([405, 'method-not-allowed']);
    expect(response.headers.get('Allow')).toBe(allowed);
  });

  it('does not repeat an overlong value or name', async () => {
    const { problem } = await problemOf(`/v1/incidents?${'n'.repeat(5000)}=1&actor=${'y'.repeat(190)}`);
    expect(JSON.stringify(problem).length).toBeLessThan(2_000);
  });

  it.each(['x'.repeat(300), 'a b', '<script>'])('gives its own request id instead of %.20s', async (id) => {
    const response = await test.app.request('/healthz', { headers: { 'X-Request-Id': id } });
    expect(response.headers.get('X-Request-Id')).toMatch(/^[\w-]{36}$/);
  });
});
