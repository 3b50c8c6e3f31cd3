import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type AcledCursor, acledCursorSchema, readAcledApi } from '../acled/read-acled-api.ts';
import { aContext } from '../testing/a-context.ts';
import { rowsOf } from '../testing/read-text.ts';
import { readUcdpApi } from '../ucdp/read-ucdp-api.ts';
import type { ApiFetch, Clock } from './api-fetch.ts';

const fixture = async (path: string) => {
  const rows = await rowsOf('f', await readFile(new URL(path, import.meta.url)));
  return rows.map(({ cells }) => cells);
};
const ACLED = await fixture('../acled/fixtures/acled.csv');
const UCDP = await fixture('../ucdp/fixtures/ucdp.csv');

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
  const acled = async (cursor: AcledCursor | null, pageSize = 2) => {
    const batches = [];
    const options = { country: 'Testland', cursor, context: aContext(), clock, pageSize, address };
    const credentials = { username: 'me@example.org', password: 'p&ss word' };
    for await (const batch of readAcledApi({ ...options, credentials, tokenAddress: `${address}/token` }, ask)) {
      batches.push(batch);
    }
    return batches;
  };
  const ucdp = async (page: number, version = '25.1', token = 'key') => {
    const batches = [];
    const cursor = page === 0 ? null : { version: '25.1', page, rows: page * 2, isWhole: false };
    const options = { token, version, country: 770, cursor, context: aContext(), clock, pageSize: 2, address };
    for await (const batch of readUcdpApi(options, ask)) batches.push(batch);
    return batches;
  };
  return { acled, ucdp, asked, waits, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('readAcledApi', () => {
  const pages = [ACLED.slice(0, 2), ACLED.slice(2, 4), ACLED.slice(4, 5)].map((data) => json({ status: 200, data }));

  it('reads page after page, every row a record or an issue', async () => {
    const { acled, asked } = await serve(TOKEN, ...pages);
    const batches = await acled(null);
    expect(asked).toEqual([
      'POST /token grant_type=password&username=me@example.org&password=p&ss word&client_id=acled',
      'GET /acled/read?_format=json&country=Testland&limit=2&page=1 Bearer one',
      'GET /acled/read?_format=json&country=Testland&limit=2&page=2 Bearer one',
      'GET /acled/read?_format=json&country=Testland&limit=2&page=3 Bearer one',
    ]);
    const rows = batches.flatMap((batch) => batch.rows);
    expect(rows.map(({ row, record }) => [row, record?.id])).toEqual([
      [1, 'acled-tst1'],
      [2, 'acled-tst2'],
      [3, 'acled-tst3'],
      [4, 'acled-tst4'],
      [5, undefined],
    ]);
    expect(rows.at(-1)?.issues).toHaveLength(1);
    expect(batches.map(({ isLast }) => isLast)).toEqual([false, false, true]);
    expect(batches.at(-1)?.cursor).toMatchObject({ since: 1_728_900_000, part: 'read', page: 1 });
  });

  it('asks for what was changed and deleted since, and goes on from any cursor', async () => {
    const deleted = json({ data: [{ event_id_cnty: 'TST9', deleted_timestamp: 1_729_000_000 }] });
    const first = await serve(TOKEN, json({ data: ACLED.slice(0, 2) }), json({ data: [] }), deleted);
    const batches = await first.acled({ since: 1_700_000_000, latest: 0, part: 'read', page: 1, rows: 0 });
    expect(first.asked.slice(1)).toEqual([
      'GET /acled/read?_format=json&country=Testland&timestamp=1700000000&timestamp_where=>=&limit=2&page=1 Bearer one',
      'GET /acled/read?_format=json&country=Testland&timestamp=1700000000&timestamp_where=>=&limit=2&page=2 Bearer one',
      'GET /deleted/read?_format=json&deleted_timestamp=1700000000&deleted_timestamp_where=>=&limit=2&page=1 Bearer one',
    ]);
    expect(batches.flatMap((batch) => batch.deleted)).toEqual(['acled-tst9']);
    expect(batches.at(-1)?.cursor.since).toBe(1_729_000_000);
    const middle = acledCursorSchema.parse(JSON.parse(JSON.stringify(batches[0]?.cursor)));
    close();
    const second = await serve(TOKEN, json({ data: [] }), deleted);
    expect((await second.acled(middle)).map(({ cursor }) => cursor)).toEqual(
      batches.slice(1).map(({ cursor }) => cursor),
    );
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
      json({ data: [] }),
    );
    await acled(null);
    expect(
      asked.map((line) =>
        line
          .replace(/^.*(Bearer|grant_type=)/, '')
          .split('&')[0]
          ?.trim(),
      ),
    ).toEqual([...['password', 'one', 'refresh_token', 'password', 'two', 'password', 'three']]);
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
    expect(rows.map(({ record }) => record?.id ?? null)).toEqual([
      ...['ucdp-900001', 'ucdp-900002', 'ucdp-900003', 'ucdp-900004'],
      ...[null, null],
    ]);
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
