import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { mapAcled } from '../acled/map-acled.ts';
import { ACLED_API_COLUMNS, acledCursorSchema, readAcledApi } from '../acled/read-acled-api.ts';
import { recogniseFormat } from '../recognise-format.ts';
import { aContext } from '../testing/a-context.ts';
import { rowsOf } from '../testing/read-text.ts';
import { readUcdpApi, UCDP_API_COLUMNS } from '../ucdp/read-ucdp-api.ts';
import type { ApiFetch, Clock } from './api-fetch.ts';
import { writeApiHeader, writeApiRows } from './write-api-rows.ts';

const fixture = async (path: string) => {
  const rows = await rowsOf('f', await readFile(new URL(path, import.meta.url)));
  return rows.map(({ cells }) => cells);
};
const ACLED = await fixture('../acled/fixtures/acled.csv');
const UCDP = await fixture('../ucdp/fixtures/ucdp.csv');

type AcledCursor = ReturnType<typeof acledCursorSchema.parse>;

/** Answers each request by the next of these, and notes what was asked. */
type Reply = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const json =
  (value: unknown, status = 200): Reply =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
const busy =
  (status: number, headers = {}): Reply =>
  (_, response) => {
    response.writeHead(status, headers).end('busy');
  };
const cut: Reply = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"data": [');
  setTimeout(() => response.destroy(), 10);
};
const TOKEN = json({ access_token: 'one', refresh_token: 'again', expires_in: 86_400 });

let close: () => void = () => {};
afterEach(() => close());

async function serve(...replies: readonly Reply[]) {
  const asked: string[] = [];
  const waits: number[] = [];
  const left = [...replies];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { authorization, 'x-ucdp-access-token': token } = request.headers;
    asked.push(
      [request.method, decodeURIComponent(request.url ?? ''), authorization ?? token ?? decodeURIComponent(body)].join(
        ' ',
      ),
    );
    const reply = left.shift();
    if (reply) reply(request, response, body);
    else busy(418)(request, response, body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => server.close();
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`;
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock: Clock = {
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  const ask: ApiFetch = (target, init) => fetch(target, { ...init, redirect: 'manual' });
  const acled = async (cursor: AcledCursor | null, { pageSize = 10, knowsEvents = false } = {}) => {
    const batches = [];
    const options = { country: 'Testland', cursor, knowsEvents, clock, pageSize, address };
    const credentials = { username: 'me@example.org', password: 'p&ss word' };
    for await (const batch of readAcledApi({ ...options, credentials, tokenAddress: `${address}/token` }, ask)) {
      batches.push(batch);
    }
    return batches;
  };
  const ucdp = async (page: number, version = '25.1', token = 'key') => {
    const batches = [];
    const cursor = page === 0 ? null : { version: '25.1', page, isWhole: false };
    const options = { token, version, country: 770, cursor, clock, pageSize: 2, address };
    for await (const batch of readUcdpApi(options, ask)) batches.push(batch);
    return batches;
  };
  return { acled, ucdp, asked, waits, pass: (milliseconds: number) => (now += milliseconds) };
}

const SPANS = [
  ...['1997-01-01|1998-01-01', '1998-01-02|2000-01-03', '2000-01-04|2004-01-06', '2004-01-07|2012-01-12'],
  '2012-01-13|2028-01-24',
];
const ALL_DAYS = '1997-01-01|2106-07-08';
/** What is asked for events and for deletions. */
const events = (span: string, since = '', limit = 10) =>
  `GET /acled/read?_format=json&country=Testland&event_date=${span}&event_date_where=BETWEEN${since}&limit=${limit}&page=1 Bearer one`;
const deletions = (since: string, page = 1, limit = 10) =>
  `GET /deleted/read?_format=json${since}&limit=${limit}&page=${page} Bearer one`;
const NONE = json({ data: [] });

describe('readAcledApi', () => {
  it('reads span after span, and next time what changed since a week before it began', async () => {
    const data = [[], ACLED.slice(0, 2), [], [], ACLED.slice(2, 5)].map((rows) => json({ status: 200, data: rows }));
    const { acled, asked } = await serve(TOKEN, ...data);
    const batches = await acled(null);
    expect(asked).toEqual([
      'POST /token grant_type=password&username=me@example.org&password=p&ss word&client_id=acled',
      ...SPANS.map((span) => events(span)),
    ]);
    expect(batches.flatMap(({ rows }) => rows).map(({ event_id_cnty }) => event_id_cnty)).toEqual(
      ACLED.slice(0, 5).map(({ event_id_cnty }) => event_id_cnty),
    );
    expect(batches.map(({ isLast }) => isLast)).toEqual([false, false, false, false, true]);
    const since = Date.parse('2026-01-01') / 1_000 - 7 * 86_400;
    expect(batches.at(-1)?.cursor).toMatchObject({ since, part: 'read', startedAt: 0 });
  });

  it('asks for what was changed and deleted since, and goes on from any cursor', async () => {
    const begins = acledCursorSchema.parse({
      ...{ since: 1_700_000_000, startedAt: 0, part: 'read', fromDay: 9_862, days: 40_000, page: 1 },
    });
    const deleted = (...ids: string[]) =>
      json({ data: ids.map((event_id_cnty) => ({ event_id_cnty, deleted_timestamp: 1_729_000_000 })) });
    const first = await serve(TOKEN, json({ data: ACLED.slice(0, 2) }), deleted('A1', 'A2', 'A3', 'A4'), deleted('A5'));
    const batches = await first.acled(begins, { pageSize: 4 });
    expect(first.asked.slice(1)).toEqual([
      events(ALL_DAYS, '&timestamp=1700000000&timestamp_where=>=', 4),
      deletions('&deleted_timestamp=1700000000&deleted_timestamp_where=>=', 1, 4),
      deletions('&deleted_timestamp=1700000000&deleted_timestamp_where=>=', 2, 4),
    ]);
    expect(batches.at(-1)?.rows).toEqual([{ event_id_cnty: 'A5', deleted_timestamp: 1_729_000_000 }]);
    const middle = acledCursorSchema.parse(JSON.parse(JSON.stringify(batches[0]?.cursor)));
    close();
    const second = await serve(TOKEN, deleted('A1', 'A2', 'A3', 'A4'), deleted('A5'));
    second.pass(3_600_000);
    expect(await second.acled(middle, { pageSize: 4 })).toEqual(batches.slice(1));
  });

  it('asks for all deletions the first time only where events of ACLED are known', async () => {
    const { acled, asked } = await serve(TOKEN, ...SPANS.map(() => NONE), NONE);
    await acled(null, { knowsEvents: true });
    expect(asked.at(-1)).toBe(deletions(''));
  });

  it('halves a span that fills its answer, so that no event can move between two pages', async () => {
    const two = json({ data: ACLED.slice(0, 2) });
    const one = json({ data: ACLED.slice(0, 1) });
    const { acled, asked } = await serve(TOKEN, two, one, two, ...Array<Reply>(10).fill(NONE));
    const batches = await acled(null, { pageSize: 2 });
    const spans = asked.slice(1).map((line) => /event_date=([^&]*)/.exec(line)?.[1]);
    expect(spans.slice(0, 4)).toEqual([
      ...['1997-01-01|1998-01-01', '1997-01-01|1997-07-02', '1997-07-03|1998-01-01', '1997-07-03|1997-10-01'],
    ]);
    expect(batches.flatMap(({ rows }) => rows)).toHaveLength(1);
    close();
    const full = await serve(TOKEN, ...Array<Reply>(9).fill(two));
    await expect(full.acled(null, { pageSize: 2 })).rejects.toMatchObject({
      code: 'unexpected',
      message: 'ACLED has more events on 1997-01-01 than one answer holds',
    });
  });

  it('waits as it is told, and asks again after errors and cut answers', async () => {
    const late = { 'retry-after': new Date(Date.parse('2026-01-01T00:00:30Z')).toUTCString() };
    const { acled, waits } = await serve(
      TOKEN,
      busy(429, { 'retry-after': '7' }),
      busy(503, late),
      busy(500),
      cut,
      json({ data: ACLED.slice(0, 1) }),
      ...SPANS.slice(1).map(() => NONE),
    );
    expect((await acled(null)).flatMap(({ rows }) => rows)).toHaveLength(1);
    expect(waits).toEqual([7_000, 23_000, 4_000, 8_000]);
  });

  it('gives up after six times, and says so', async () => {
    const { acled, waits } = await serve(TOKEN, ...Array<Reply>(6).fill(busy(502)));
    await expect(acled(null)).rejects.toMatchObject({
      code: 'unreachable',
      message: 'ACLED answers 502, asked 6 times',
    });
    expect(waits).toHaveLength(5);
  });

  it('renews a token that is refused, by the refresh token, else by the password', async () => {
    const { acled, asked } = await serve(
      TOKEN,
      busy(401),
      json({ error: 'invalid_grant' }, 400),
      json({ access_token: 'two', expires_in: 60 }),
      json({ data: ACLED.slice(0, 2) }),
      json({ access_token: 'three', expires_in: 86_400 }),
      ...SPANS.slice(1).map(() => NONE),
    );
    await acled(null);
    expect(
      asked.map((line) =>
        line
          .replace(/^.*(Bearer|grant_type=)/, '')
          .split('&')[0]
          ?.trim(),
      ),
    ).toEqual([
      ...['password', 'one', 'refresh_token', 'password', 'two', 'password', 'three', 'three', 'three', 'three'],
    ]);
  });

  it.each([
    ['credentials that are not taken', [json({ error: 'no' }, 400)], 'credentials'],
    ['no access to the data', [TOKEN, busy(403)], 'credentials'],
    ['a request that is refused', [TOKEN, busy(418)], 'refused'],
    ['an answer without data', [TOKEN, json({ status: 200 }), json([])], 'unexpected'],
    ['rows that are none', [TOKEN, json({ data: [[1], { a: { b: 1 } }] })], 'unexpected'],
    [
      'a page that is repeated',
      [TOKEN, json({ data: ACLED.slice(0, 2) }), json({ data: ACLED.slice(0, 2) })],
      'unexpected',
    ],
  ])('stops at %s, without telling a secret', async (_, replies, code) => {
    const { acled } = await serve(...replies);
    const fault = await acled(null).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'ApiFault', code });
    expect(String(fault)).not.toMatch(/p&ss|Bearer|one$/);
  });
});

describe('readUcdpApi', () => {
  const page = (from: number, next: string | null) =>
    json({ TotalPages: 3, NextPageUrl: next, Result: UCDP.slice(from, from + 2) });

  it('reads a release page by page, from the first or from where it stopped', async () => {
    const replies = [page(0, 'http://elsewhere.example/1'), busy(500), page(2, 'x'), page(4, '')];
    const { ucdp, asked } = await serve(...replies, page(2, 'x'), page(4, null));
    const batches = await ucdp(0);
    expect(asked).toEqual(
      [0, 1, 1, 2].map((number) => `GET /gedevents/25.1?pagesize=2&page=${number}&Country=770 key`),
    );
    const rows = batches.flatMap((batch) => batch.rows);
    expect(rows).toEqual(UCDP.slice(0, 6));
    expect(await ucdp(1)).toEqual(batches.slice(1));
  });

  it.each([
    ['a token that is not taken', [busy(401)], 'credentials'],
    ['a release that is not there', [busy(404)], 'refused'],
    ['a page that is repeated', [page(0, 'x'), page(0, 'x')], 'unexpected'],
    ['no result', [json({ NextPageUrl: 3 })], 'unexpected'],
  ])('stops at %s', async (_, replies, code) => {
    const { ucdp } = await serve(...replies);
    await expect(ucdp(0)).rejects.toMatchObject({ name: 'ApiFault', code });
  });
});

describe('writeApiRows', () => {
  const read = async (text: string) => {
    const rows = await rowsOf('f', new TextEncoder().encode(text));
    return rows.map(({ cells }) => cells);
  };

  it('writes a file that is read as it came, whatever is in it', async () => {
    const given = { a: '=1+1', b: 'say "no",\r\nthen; ž', c: ' -x ', d: 12.5 };
    const text =
      writeApiHeader(['a', 'b', 'c', 'd', 'e']) + writeApiRows(['a', 'b', 'c', 'd', 'e'], [given, { e: null }]);
    expect(await read(text)).toEqual([
      { ...given, d: '12.5', e: '' },
      { a: '', b: '', c: '', d: '', e: '' },
    ]);
    expect(writeApiRows(['a'], [{ a: 'x\u0000y' }])).toBe('"x\uFFFDy"\r\n');
  });

  it.each([
    ['acled', ACLED_API_COLUMNS, ACLED],
    ['ucdp', UCDP_API_COLUMNS, UCDP],
  ] as const)('makes a file of %s that is recognised', async (format, columns, rows) => {
    const text = writeApiHeader(columns) + writeApiRows(columns, rows);
    expect(recogniseFormat(new TextEncoder().encode(text))).toBe(format);
    expect(new Set(columns)).toEqual(
      new Set([...Object.keys(rows[0] ?? {}), ...(format === 'acled' ? ['deleted_timestamp'] : [])]),
    );
    expect(await read(text)).toEqual(rows.map((row) => (format === 'acled' ? { ...row, deleted_timestamp: '' } : row)));
  });
});

describe('mapAcled', () => {
  it('reads a row of a deletion, and needs the id of its event', () => {
    const map = (event_id_cnty: string) =>
      mapAcled({ file: 'f', row: 2, cells: { event_id_cnty, deleted_timestamp: '1729000000' } }, aContext());
    expect(map(' TST1 ')).toEqual({ record: null, issues: [], deleted: { id: 'acled-tst1', origin: 'acled' } });
    expect(map('')).toMatchObject({ record: null, issues: [{ field: 'event_id_cnty', reason: 'must not be blank' }] });
  });
});
