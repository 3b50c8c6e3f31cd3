import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { makeKey, PASSWORD, post, send, signUp } from '../testing/sign-up.ts';

describe('where reading is open', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp({ access: { hosts: ['localhost', '127.0.0.1', '[::1]', 'watch.example'] } });
  });
  afterAll(() => test.close());

  it('answers by the names of this machine only, and by the one that the operator set', async () => {
    const statusBy = async (host: string) => (await test.app.request(`http://${host}/v1/summary`)).status;
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:8080', 'watch.example'])
      expect(await statusBy(host)).toBe(200);
    for (const host of ['evil.example', '10.0.0.7', 'localhost.evil.example']) expect(await statusBy(host)).toBe(403);
  });

  it('lets people sign in all the same, since writing needs somebody', async () => {
    const person = await signUp(test, 'reporter');
    const me = await (await person.request('GET', '/v1/me')).json();
    expect(me).toMatchObject({
      access: 'open',
      permissions: expect.arrayContaining(['records.read', 'incidents.file']),
    });
    expect((await send(test, 'GET', '/v1/me/keys', {})).status).toBe(401);
  });
});

describe('with login', () => {
  let test: TestApp;
  let webRoot: string;
  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'corridor-web-'));
    await writeFile(join(webRoot, 'index.html'), '<title>Dashboard</title>');
    test = await openTestApp({ access: { mode: 'login', baseUrl: 'https://watch.example' }, webRoot });
  });
  afterAll(async () => {
    await test.close();
    await rm(webRoot, { recursive: true });
  });

  it('serves the dashboard’s files to everybody: they hold no record', async () => {
    for (const path of ['/', '/sign-in', '/welcome?token=abc']) {
      expect(await (await test.app.request(path)).text(), path).toContain('Dashboard');
    }
  });

  it('sends cookies over HTTPS only, where people come by HTTPS', async () => {
    await signUp(test, 'viewer', 'https');
    const body = { email: 'https@harbour.example', password: PASSWORD };
    const answer = await post(test, '/v1/access/sign-in', body, { Origin: 'https://watch.example' });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Secure-corridor\.session_token=.*; HttpOnly; Secure; SameSite=Lax/i,
    );
  });

  it('ends an event stream whose reader may read no more', async () => {
    const person = await signUp(test, 'viewer', 'listener');
    const key = await makeKey(person, 'viewer');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const response = await test.app.request('/v1/events', { headers: { Authorization: `Bearer ${key}` } });
    const reader = response.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toContain('event: revision');
    vi.advanceTimersByTime(25_000);
    expect(await next()).toContain('heartbeat');
    await test.store.accounts.query('update api_key set revoked_at = current_timestamp where person_id = $1', [
      person.id,
    ]);
    test.access.identities.forget();
    vi.advanceTimersByTime(25_000);
    vi.useRealTimers();
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
  });
});
