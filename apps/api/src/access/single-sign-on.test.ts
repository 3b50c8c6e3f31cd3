import type { Role } from '@corridor/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type Claims,
  type FakeIdentityProvider,
  startFakeIdentityProvider,
} from '../testing/fake-identity-provider.ts';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { browser, post, send, signUp } from '../testing/sign-up.ts';
import { toCookie } from './accounts.ts';

const BASE_URL = 'https://watch.example';

let idp: FakeIdentityProvider;
let test: TestApp;
let mapped: TestApp;
beforeAll(async () => {
  idp = await startFakeIdentityProvider();
  const { clientId, clientSecret, issuer } = idp;
  const provider = { issuer, clientId, clientSecret, name: 'Harbour ID', roles: null };
  test = await openTestApp({ access: { mode: 'login', baseUrl: BASE_URL, provider } });
  const map = new Map<string, Role>([
    ['watch-admins', 'admin'],
    ['watch-staff', 'analyst'],
  ]);
  const roles = { claim: 'realm_access.roles', map };
  mapped = await openTestApp({ access: { mode: 'login', baseUrl: BASE_URL, provider: { ...provider, roles } } });
});
afterAll(async () => {
  await test.close();
  await mapped.close();
  await idp.close();
});

const started = z.object({ url: z.string() });

async function begin(app: TestApp, returnTo = '/map?province=Sindh') {
  const response = await post(app, '/v1/access/sso', { provider: 'oidc', returnTo });
  const { url } = started.parse(await response.json());
  return { url, cookie: toCookie(response.headers.getSetCookie()) };
}

async function signIn(app: TestApp, claims: Claims): Promise<Response> {
  const { cookie, url } = await begin(app);
  return send(app, 'GET', `/v1/access/sso/callback/oidc${idp.agree(url, claims)}`, { cookie });
}

async function meAfter(app: TestApp, answer: Response): Promise<unknown> {
  return (await browser(app, { id: '', email: '' }, answer).request('GET', '/v1/me')).json();
}

describe('single sign-on', () => {
  it('lets somebody new in as a viewer, and back to the page that was asked for', async () => {
    expect(await (await send(test, 'GET', '/v1/me', {})).json()).toMatchObject({
      sso: [{ id: 'oidc', name: 'Harbour ID' }],
    });
    const answer = await signIn(test, { sub: 'u1', email: 'New@harbour.example', name: 'New \u0007\u202ePerson' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/map?province=Sindh');
    const session = answer.headers.getSetCookie().find((cookie) => cookie.includes('session_token'));
    expect(session).toMatch(/^__Secure-corridor\.session_token=.*HttpOnly; Secure; SameSite=Lax/i);
    const expected = { person: { name: 'New   Person', email: 'new@harbour.example', role: 'viewer' } };
    expect(await meAfter(test, answer)).toMatchObject(expected);
    expect(await meAfter(test, await signIn(test, { sub: 'u1', email: 'new@harbour.example' }))).toMatchObject(
      expected,
    );
  });

  it('writes nothing for who only begins', async () => {
    await begin(test);
    expect(await test.store.accounts.query('select 1 from person_verification')).toHaveLength(0);
  });

  it('keeps no token of the provider', async () => {
    await signIn(test, { sub: 'u2', email: 'tokens@harbour.example' });
    const rows = await test.store.accounts.query(
      "select access_token, refresh_token, id_token from person_account where provider_id = 'oidc'",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toEqual({ access_token: null, refresh_token: null, id_token: null });
  });

  it('knows who was invited by the address that the provider has verified, and only then', async () => {
    const person = await signUp(test, 'analyst', 'linked');
    const unproven = await signIn(test, { sub: 'u3', email: person.email, email_verified: false });
    expect(unproven.headers.get('Location')).toMatch(/^\/sign-in\?error=/);
    expect(await meAfter(test, unproven)).toMatchObject({ person: null });
    const proven = await signIn(test, { sub: 'u3', email: person.email, email_verified: true });
    expect(await meAfter(test, proven)).toMatchObject({ person: { id: person.id, role: 'analyst' } });
  });

  it('does not let in who is deactivated', async () => {
    const admin = await signUp(test, 'admin', 'sso-admin');
    const answer = await signIn(test, { sub: 'u4', email: 'leaving@harbour.example' });
    const { person } = z.object({ person: z.object({ id: z.string() }) }).parse(await meAfter(test, answer));
    await admin.request('PATCH', `/v1/people/${person.id}`, { active: false });
    const again = await signIn(test, { sub: 'u4', email: 'leaving@harbour.example' });
    expect(again.headers.get('Location')).toMatch(/^\/sign-in\?error=/);
    expect(await meAfter(test, again)).toMatchObject({ person: null });
  });

  it('takes no answer of another browser, no answer twice, and no token that somebody else signed', async () => {
    const claims = { sub: 'u5', email: 'replayed@harbour.example' };
    const { cookie, url } = await begin(test);
    const path = `/v1/access/sso/callback/oidc${idp.agree(url, claims)}`;
    const stolen = await send(test, 'GET', path, {});
    expect(stolen.headers.get('Location')).toMatch(/^\/sign-in\?error=/);
    expect(await meAfter(test, stolen)).toMatchObject({ person: null });
    expect(await meAfter(test, await send(test, 'GET', path, { cookie }))).toMatchObject({
      person: { email: claims.email },
    });
    const again = await send(test, 'GET', path, { cookie });
    expect(again.headers.get('Location')).toMatch(/^\/sign-in\?error=/);
    expect(await meAfter(test, again)).toMatchObject({ person: null });
    idp.forge = true;
    const forged = await signIn(test, { sub: 'u6', email: 'forged@harbour.example' });
    idp.forge = false;
    expect(forged.headers.get('Location')).toMatch(/^\/sign-in\?error=/);
    const rows = await test.store.accounts.query('select 1 from person where email = $1', ['forged@harbour.example']);
    expect(rows).toHaveLength(0);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'leads to no other site: %s',
    async (returnTo) => {
      expect((await post(test, '/v1/access/sso', { provider: 'oidc', returnTo })).status).toBe(400);
    },
  );

  it('says 503 when the provider is down, and everything else works', async () => {
    const provider = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', name: 'Down', roles: null };
    const app = await openTestApp({ access: { mode: 'login', baseUrl: BASE_URL, provider } });
    expect((await post(app, '/v1/access/sso', { provider: 'oidc' })).status).toBe(503);
    const person = await signUp(app, 'viewer');
    expect((await person.request('GET', '/v1/summary')).status).toBe(200);
    await app.close();
  });

  it('is not there where nobody set it', async () => {
    const app = await openTestApp();
    expect((await post(app, '/v1/access/sso', { provider: 'oidc' })).status).toBe(404);
    await app.close();
  });
});

describe('roles by a claim', () => {
  const staff = { sub: 'm1', email: 'staff@harbour.example', realm_access: { roles: ['other', 'watch-staff'] } };
  const chief = { sub: 'm2', email: 'chief@harbour.example', realm_access: { roles: ['watch-staff', 'watch-admins'] } };

  it('are given anew with each sign-in, the highest of several', async () => {
    expect(await meAfter(mapped, await signIn(mapped, staff))).toMatchObject({ person: { role: 'analyst' } });
    expect(await meAfter(mapped, await signIn(mapped, chief))).toMatchObject({ person: { role: 'admin' } });
    const promoted = { ...staff, realm_access: { roles: ['watch-admins'] } };
    expect(await meAfter(mapped, await signIn(mapped, promoted))).toMatchObject({ person: { role: 'admin' } });
    expect(mapped.acts.filter(({ act }) => act === 'role.change')).toMatchObject([
      { detail: { from: 'analyst', to: 'admin' } },
    ]);
    const dismissed = { ...staff, realm_access: {} };
    expect(await meAfter(mapped, await signIn(mapped, dismissed))).toMatchObject({ person: { role: 'viewer' } });
  });

  it('never take away the last admin', async () => {
    const dismissed = { ...chief, realm_access: { roles: [] } };
    expect(await meAfter(mapped, await signIn(mapped, dismissed))).toMatchObject({ person: { role: 'admin' } });
  });
});
