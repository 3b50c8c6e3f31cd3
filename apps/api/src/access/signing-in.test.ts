import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { browser, makeKey, PASSWORD, post, send, signUp } from '../testing/sign-up.ts';
import { makeFirstAdminLink } from './one-time-links.ts';

let test: TestApp;
const clock = { now: Date.now() };
beforeAll(async () => {
  test = await openTestApp({ access: { mode: 'login' }, now: () => clock.now });
});
afterAll(() => test.close());

const problem = z.looseObject({ code: z.string(), detail: z.string() });
const invited = z.object({
  person: z.object({ id: z.string(), state: z.string() }),
  link: z.object({ path: z.string() }),
});

const tokenOf = (path: string) => path.split('token=')[1] ?? '';
const signIn = (email: string, password: string, address = '198.51.100.1') =>
  post(test, '/v1/access/sign-in', { email, password }, { 'X-Forwarded-For': address });

describe('the first admin', () => {
  it('is made by a link that works once, and that another start replaces', async () => {
    const early = tokenOf((await makeFirstAdminLink(test.store.accounts)) ?? '');
    const token = tokenOf((await makeFirstAdminLink(test.store.accounts)) ?? '');
    const admin = { name: 'First', email: 'First@Harbour.example', password: 'lantern quietly orbit' };
    expect(await (await send(test, 'GET', '/v1/me', {})).json()).toMatchObject({
      needsFirstAdmin: true,
      permissions: [],
    });
    expect((await post(test, '/v1/access/first-admin', { ...admin, token: early })).status).toBe(404);
    expect(await (await post(test, '/v1/access/link', { token })).json()).toMatchObject({ kind: 'first-admin' });
    const weak = await post(test, '/v1/access/first-admin', { ...admin, token, password: 'CorridorWatch2024' });
    expect(await weak.json()).toMatchObject({ status: 400, invalid: [{ name: 'password' }] });

    const made = await Promise.all([1, 2].map(() => post(test, '/v1/access/first-admin', { ...admin, token })));
    expect(made.map(({ status }) => status).sort()).toEqual([200, 404]);
    const good = made.find(({ status }) => status === 200);
    expect(await good?.json()).toMatchObject({
      person: { name: 'First', email: 'first@harbour.example', role: 'admin', by: 'session' },
      permissions: expect.arrayContaining(['people.manage', 'incidents.verify']),
      access: 'login',
      needsFirstAdmin: false,
    });
    expect(await makeFirstAdminLink(test.store.accounts)).toBeNull();
    expect(test.acts.map(({ act }) => act)).toEqual(['first-admin.make', 'admin.sign-in']);
    expect(JSON.stringify(test.acts)).not.toContain(token);
  });
});

describe('signing in', () => {
  it('answers alike for an unknown address, a wrong password, and people who may not enter', async () => {
    const admin = await signUp(test, 'admin', 'host');
    const gone = await signUp(test, 'viewer', 'gone');
    await admin.request('PATCH', `/v1/people/${gone.id}`, { active: false });
    await admin.request('POST', '/v1/people', { email: 'guest@harbour.example', name: 'Guest', role: 'viewer' });
    const answers = await Promise.all(
      [
        signIn('nobody@harbour.example', PASSWORD),
        signIn('host@harbour.example', `${PASSWORD}!`),
        signIn('gone@harbour.example', PASSWORD),
        signIn('guest@harbour.example', PASSWORD),
      ].map(async (answer) => {
        const response = await answer;
        const { requestId: _, ...body } = problem.parse(await response.json());
        const headers = [...response.headers].filter(([name]) => name !== 'x-request-id');
        return { status: response.status, body, headers };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('hashes for an unknown address as well', async () => {
    await signUp(test, 'viewer', 'timed');
    const times = { timed: [0], untimed: [0] };
    for (let round = 0; round < 5; round++) {
      for (const name of ['timed', 'untimed'] as const) {
        const start = performance.now();
        await signIn(`${name}@harbour.example`, 'wrong wrong wrong wrong', `198.51.100.${round}`);
        times[name].push(performance.now() - start);
      }
    }
    const median = (of: readonly number[]) => [...of].sort((a, b) => a - b)[3] ?? 0;
    const known = median(times.timed);
    const unknown = median(times.untimed);
    // Without the hash it would be a fiftieth.
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(known / unknown).toBeGreaterThan(0.3);
  });

  it('takes the address in any case, and the password in any form of Unicode', async () => {
    const admin = await signUp(test, 'admin', 'unicode-host');
    const { link } = invited.parse(
      await (
        await admin.request('POST', '/v1/people', {
          email: 'Zoë@Harbour.example'.replace('ë', 'e'),
          name: 'Zoë',
          role: 'viewer',
        })
      ).json(),
    );
    const password = 'Zoë grüßt fünf Äpfel';
    const set = await post(test, '/v1/access/password', {
      token: tokenOf(link.path),
      password: password.normalize('NFD'),
    });
    expect(set.status).toBe(200);
    expect((await signIn('ZOE@harbour.EXAMPLE', password.normalize('NFC'))).status).toBe(200);
  });

  it('gives a cookie that scripts and other sites do not get, and that signing out ends', async () => {
    const person = await signUp(test, 'viewer', 'leaver');
    const answer = await signIn(person.email, PASSWORD);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^corridor\.session_token=[^;]+;.*Path=\/;.*HttpOnly;.*SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure|Domain/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const here = browser(test, person, answer);
    expect((await here.request('GET', '/v1/summary')).status).toBe(200);
    const out = await here.request('POST', '/v1/access/sign-out');
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toMatch(/^corridor\.session_token=;.*Max-Age=0/);
    expect((await here.request('GET', '/v1/summary')).status).toBe(401);
    expect((await person.request('GET', '/v1/summary')).status).toBe(200);
  });

  it('takes no cookie that was changed or signed by somebody else', async () => {
    const person = await signUp(test, 'viewer', 'forged');
    const forged = person.cookie.replace(/=./, (start) => (start === '=a' ? '=b' : '=a'));
    expect((await send(test, 'GET', '/v1/summary', { cookie: forged })).status).toBe(401);
    const unsigned = person.cookie.replace(/\..{40,}$/, '');
    expect((await send(test, 'GET', '/v1/summary', { cookie: unsigned })).status).toBe(401);
  });
});

describe('guessing', () => {
  it.each(['guessed', 'missing'])('locks the account %s after ten wrong passwords, whoever has it', async (name) => {
    if (name === 'guessed') await signUp(test, 'viewer', name);
    const email = `${name}@harbour.example`;
    const tries = await Promise.all(
      Array.from({ length: 14 }, (_, index) => signIn(email, 'wrong wrong wrong wrong', `203.0.113.${index}`)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    const locked = await signIn(email, PASSWORD, '203.0.113.99');
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('Retry-After'))).toBe(30);
    expect(await locked.json()).toMatchObject({ code: 'too-many-attempts' });
    expect(test.acts.filter(({ act, subject }) => act === 'account.lock' && subject === email)).toHaveLength(1);
    clock.now += 30_000;
    expect((await signIn(email, PASSWORD, '203.0.113.99')).status).toBe(name === 'guessed' ? 200 : 401);
  });

  it('locks an address after thirty, whatever it tries', async () => {
    const person = await signUp(test, 'viewer', 'neighbour');
    const tries = await Promise.all(
      Array.from({ length: 15 }, (_, index) => signIn(`a${index}@harbour.example`, 'wrong wrong wrong', '192.0.2.7')),
    );
    expect(tries.every(({ status }) => status === 401)).toBe(true);
    const from = { 'X-Forwarded-For': '203.0.113.200, 192.0.2.7' };
    for (let index = 0; index < 15; index++) {
      expect((await post(test, '/v1/access/link', { token: `guess-${index}` }, from)).status).toBe(404);
    }
    expect((await post(test, '/v1/access/link', { token: 'guess' }, from)).status).toBe(429);
    expect((await signIn(person.email, PASSWORD, '192.0.2.7')).status).toBe(429);
    expect((await signIn(person.email, PASSWORD, '192.0.2.8')).status).toBe(200);
    clock.now += 10_000;
    expect((await signIn(person.email, PASSWORD, '192.0.2.7')).status).toBe(200);
  });
});

describe('a request from another site', () => {
  it('changes nothing, with or without a cookie', async () => {
    const person = await signUp(test, 'viewer', 'target');
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://localhost:81']) {
      const headers = { Origin: origin };
      const out = await send(test, 'POST', '/v1/access/sign-out', { cookie: person.cookie, headers });
      expect(out.status, origin).toBe(403);
      const inTheirName = await post(test, '/v1/access/sign-in', { email: person.email, password: PASSWORD }, headers);
      expect(inTheirName.status, origin).toBe(403);
    }
    for (const site of ['cross-site', 'same-site', 'none']) {
      const out = await send(test, 'POST', '/v1/access/sign-out', {
        cookie: person.cookie,
        headers: { 'Sec-Fetch-Site': site },
      });
      expect(out.status, site).toBe(403);
    }
    const silent = await test.app.request('/v1/access/sign-out', {
      method: 'POST',
      headers: { Cookie: person.cookie },
    });
    expect(silent.status).toBe(403);
    expect((await person.request('GET', '/v1/me/sessions')).status).toBe(200);
  });

  it('is none where a proxy gives the server another name', async () => {
    const person = await signUp(test, 'viewer', 'proxied');
    const headers = { Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'same-origin' };
    const out = await send(test, 'POST', '/v1/access/sign-out', { cookie: person.cookie, headers });
    expect(out.status).toBe(204);
  });

  it('may read as programs do, with a key and without an origin', async () => {
    const person = await signUp(test, 'viewer', 'program');
    const key = await makeKey(person, 'viewer');
    const response = await test.app.request('/v1/query', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ filter: {} }),
    });
    expect(response.status).toBe(200);
  });
});

describe('with login', () => {
  it('tells nobody that an answer is unchanged, and lets nobody else keep it', async () => {
    const person = await signUp(test, 'viewer', 'reader');
    const answer = await person.request('GET', '/v1/summary');
    const etag = answer.headers.get('ETag') ?? '';
    expect(answer.headers.get('Cache-Control')).toBe('private, no-cache');
    const headers = { 'If-None-Match': etag };
    expect((await send(test, 'GET', '/v1/summary', { cookie: person.cookie, headers })).status).toBe(304);
    expect((await send(test, 'GET', '/v1/summary', { headers })).status).toBe(401);
    for (const path of ['/v1/table.arrow', '/v1/incidents.csv', '/v1/basemap/base.json', '/docs/swagger-ui.css']) {
      const kept = await person.request('GET', path);
      await kept.body?.cancel();
      expect(kept.headers.get('Cache-Control'), path).toMatch(/^private/);
    }
  });

  it('says 401 with how to do better, as a problem', async () => {
    for (const path of ['/v1/summary', '/v1/no-such-path', '/docs']) {
      const response = await send(test, 'GET', path, {});
      expect(response.status, path).toBe(401);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
      expect(await response.json()).toMatchObject({ code: 'sign-in-needed' });
    }
    expect((await send(test, 'HEAD', '/v1/summary', {})).status).toBe(401);
    expect((await send(test, 'POST', '/v1/query', { body: { filter: {} } })).status).toBe(401);
  });
});
