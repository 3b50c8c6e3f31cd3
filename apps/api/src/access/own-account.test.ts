import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { type Browser, browser, makeKey, PASSWORD, post, send, signUp } from '../testing/sign-up.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp({ access: { mode: 'login' } });
});
afterAll(() => test.close());

const sessions = z.object({
  items: z.array(z.object({ id: z.string(), current: z.boolean(), address: z.string(), userAgent: z.string() })),
});
const keys = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), name: z.string(), state: z.string(), lastUsedAt: z.string().nullable() }),
  ),
});

const sessionsOf = async (who: Browser) =>
  sessions.parse(await (await who.request('GET', '/v1/me/sessions')).json()).items;
const keysOf = async (who: Browser) => keys.parse(await (await who.request('GET', '/v1/me/keys')).json()).items;
const readWith = async (key: string) =>
  (await send(test, 'GET', '/v1/me', { headers: { Authorization: `Bearer ${key}` } })).status;

async function secondBrowser(person: Browser): Promise<Browser> {
  const headers = { 'X-Forwarded-For': '203.0.113.5', 'User-Agent': 'Lynx/2.9' };
  return browser(
    test,
    person,
    await post(test, '/v1/access/sign-in', { email: person.email, password: PASSWORD }, headers),
  );
}

describe('sessions', () => {
  it('are listed with where they come from, and end one by one or together, at once', async () => {
    const person = await signUp(test, 'viewer', 'two-browsers');
    const second = await secondBrowser(person);
    const third = await secondBrowser(person);
    const listed = await sessionsOf(person);
    expect(listed.map(({ current }) => current)).toEqual([false, false, true]);
    expect(listed[0]).toMatchObject({ address: '203.0.113.5', userAgent: 'Lynx/2.9' });
    expect(JSON.stringify(listed)).not.toContain(second.cookie.split(/[=.]/)[2]);

    const [{ id = '' } = {}] = (await sessionsOf(third)).filter(({ current }) => current);
    expect((await third.request('GET', '/v1/summary')).status).toBe(200);
    expect((await person.request('DELETE', `/v1/me/sessions/${id}`)).status).toBe(204);
    expect((await third.request('GET', '/v1/summary')).status).toBe(401);
    expect((await person.request('DELETE', '/v1/me/sessions')).status).toBe(204);
    expect((await second.request('GET', '/v1/summary')).status).toBe(401);
    expect(await sessionsOf(person)).toHaveLength(1);
  });
});

describe('one’s own password', () => {
  it('changes with the present one, and ends every other session', async () => {
    const person = await signUp(test, 'viewer', 'changer');
    const second = await secondBrowser(person);
    const next = 'velvet cactus umbrella noon';
    const wrong = await person.request('POST', '/v1/me/password', { current: 'not the present one', next });
    expect(await wrong.json()).toMatchObject({ status: 400, invalid: [{ name: 'current' }] });
    const weak = await person.request('POST', '/v1/me/password', {
      current: PASSWORD,
      next: 'changer@harbour.example',
    });
    expect(await weak.json()).toMatchObject({ status: 400, invalid: [{ name: 'next' }] });
    expect((await second.request('GET', '/v1/summary')).status).toBe(200);
    expect((await person.request('POST', '/v1/me/password', { current: PASSWORD, next })).status).toBe(204);
    expect((await second.request('GET', '/v1/summary')).status).toBe(401);
    expect((await person.request('GET', '/v1/summary')).status).toBe(200);
    const signIn = (password: string) => post(test, '/v1/access/sign-in', { email: person.email, password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn(next)).status).toBe(200);
  });

  it('cannot be guessed from a session that was left open', async () => {
    const person = await signUp(test, 'viewer', 'left-open');
    const statuses: number[] = [];
    for (let round = 0; round < 11; round++) {
      const body = { current: `guess number ${round}`, next: 'velvet cactus umbrella noon' };
      statuses.push((await person.request('POST', '/v1/me/password', body)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(400), 429]);
  });
});

describe('API keys', () => {
  it('do what their role may and no more, until they are revoked', async () => {
    const person = await signUp(test, 'analyst', 'key-owner');
    const key = await makeKey(person, 'viewer');
    expect(key).toMatch(/^cw_[\w-]{43}$/);
    const me = await send(test, 'GET', '/v1/me', { headers: { Authorization: `Bearer ${key}` } });
    expect(await me.json()).toMatchObject({ person: { role: 'viewer', by: 'key' }, permissions: ['records.read'] });
    const [listed] = await keysOf(person);
    expect(listed).toMatchObject({ name: 'key of viewer', role: 'viewer', prefix: key.slice(0, 9), state: 'live' });
    expect(listed?.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(key);
    expect((await person.request('DELETE', `/v1/me/keys/${listed?.id}`)).status).toBe(204);
    expect(await readWith(key)).toBe(401);
    expect(await keysOf(person)).toMatchObject([{ state: 'revoked' }]);
    expect(test.acts.filter(({ by }) => by === person.id).map(({ act }) => act)).toEqual(['key.make', 'key.revoke']);
    expect(JSON.stringify(test.acts)).not.toContain(key);
  });

  it('are kept as a hash only', async () => {
    const key = await makeKey(await signUp(test, 'viewer', 'hashed'), 'viewer');
    const rows = await test.store.accounts.query<{ row: string }>('select api_key::text as row from api_key');
    expect(rows.some(({ row }) => row.includes(key.slice(9)))).toBe(false);
  });

  it('may no more than their owner, also when the owner loses a role or is deactivated', async () => {
    const admin = await signUp(test, 'admin', 'key-admin');
    const person = await signUp(test, 'analyst', 'demoted');
    const above = await person.request('POST', '/v1/me/keys', { name: 'too much', role: 'admin' });
    expect(await above.json()).toMatchObject({ status: 400, invalid: [{ name: 'role' }] });
    const key = await makeKey(person, 'analyst');
    await admin.request('PATCH', `/v1/people/${person.id}`, { role: 'viewer' });
    const me = await send(test, 'GET', '/v1/me', { headers: { Authorization: `Bearer ${key}` } });
    expect(await me.json()).toMatchObject({ person: { role: 'viewer' } });
    await admin.request('PATCH', `/v1/people/${person.id}`, { active: false });
    expect(await readWith(key)).toBe(401);
  });

  it('end with their time', async () => {
    const person = await signUp(test, 'viewer', 'expiring');
    const key = await makeKey(person, 'viewer');
    await test.store.accounts.query('update api_key set expires_at = current_timestamp where person_id = $1', [
      person.id,
    ]);
    expect(await readWith(key)).toBe(401);
    expect(await keysOf(person)).toMatchObject([{ state: 'expired' }]);
    const endless = await person.request('POST', '/v1/me/keys', {
      name: 'endless',
      role: 'viewer',
      expiresInDays: 367,
    });
    expect(endless.status).toBe(400);
  });

  it('are refused where they are wrong, also where reading is open', async () => {
    const open = await openTestApp();
    for (const token of ['cw_', `cw_${'a'.repeat(43)}`, 'something-else']) {
      const response = await open.app.request('/v1/summary', { headers: { Authorization: `Bearer ${token}` } });
      expect(response.status).toBe(401);
    }
    await open.close();
  });
});
