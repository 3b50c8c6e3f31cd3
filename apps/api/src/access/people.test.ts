import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestApp } from '../testing/open-test-app.ts';
import { type Browser, PASSWORD, post, signUp } from '../testing/sign-up.ts';

let test: TestApp;
let admin: Browser;
beforeAll(async () => {
  test = await openTestApp({ access: { mode: 'login' } });
  admin = await signUp(test, 'admin', 'chief');
});
afterAll(() => test.close());

const invited = z.object({
  person: z.object({ id: z.string(), state: z.string() }),
  link: z.object({ path: z.string() }),
});
const madeLink = z.object({ link: z.object({ path: z.string() }) });
const tokenOf = (path: string) => path.split('token=')[1] ?? '';

async function invite(email: string, role = 'reporter') {
  const response = await admin.request('POST', '/v1/people', { email, name: 'New', role });
  return invited.parse(await response.json());
}
const setPassword = (token: string, password = PASSWORD) => post(test, '/v1/access/password', { token, password });

describe('an invitation', () => {
  it('lets somebody in once, with the role that it names', async () => {
    const { link, person } = await invite('Invited@harbour.example');
    expect(person.state).toBe('invited');
    expect(link.path).toMatch(/^\/welcome\?token=[\w-]{43}$/);
    const token = tokenOf(link.path);
    expect(await (await post(test, '/v1/access/link', { token })).json()).toMatchObject({
      kind: 'invitation',
      email: 'invited@harbour.example',
      role: 'reporter',
    });
    expect((await setPassword(token, 'short')).status).toBe(400);
    const answers = await Promise.all([setPassword(token), setPassword(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const good = answers.find(({ status }) => status === 200);
    expect(await good?.json()).toMatchObject({
      person: { role: 'reporter' },
      permissions: expect.arrayContaining(['incidents.file']),
    });
    expect((await setPassword(token)).status).toBe(404);
    const listed = await (await admin.request('GET', '/v1/people')).json();
    expect(JSON.stringify(listed)).not.toMatch(/password":|token/);
    expect(listed).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id: person.id, state: 'active', signsInBy: ['password'] }),
      ]),
    });
  });

  it('is refused for an address that is in use, in any case', async () => {
    await invite('twice@harbour.example');
    const again = await admin.request('POST', '/v1/people', {
      email: 'TWICE@harbour.example',
      name: 'X',
      role: 'viewer',
    });
    expect(again.status).toBe(409);
  });

  it('ends with its time, with another one, and with the person', async () => {
    const old = await invite('late@harbour.example');
    const next = madeLink.parse(await (await admin.request('POST', `/v1/people/${old.person.id}/link`)).json());
    expect((await setPassword(tokenOf(old.link.path))).status).toBe(404);
    await test.store.accounts.query('update one_time_link set expires_at = current_timestamp where person_id = $1', [
      old.person.id,
    ]);
    expect((await setPassword(tokenOf(next.link.path))).status).toBe(404);
    const last = madeLink.parse(await (await admin.request('POST', `/v1/people/${old.person.id}/link`)).json());
    await admin.request('PATCH', `/v1/people/${old.person.id}`, { active: false });
    expect((await setPassword(tokenOf(last.link.path))).status).toBe(404);
    expect((await admin.request('POST', `/v1/people/${old.person.id}/link`)).status).toBe(409);
  });

  it('is kept as a hash only', async () => {
    const { link } = await invite('hashed@harbour.example');
    const rows = await test.store.accounts.query<{ row: string }>(
      'select one_time_link::text as row from one_time_link',
    );
    expect(rows.some(({ row }) => row.includes(tokenOf(link.path)))).toBe(false);
  });

  it.each([
    ['a name with a right-to-left override', { name: 'Ann\u202egnim' }],
    ['a name with a control character', { name: 'Ann\u0000' }],
    ['a name with half a character', { name: 'Ann\ud83e' }],
    ['an address that is none', { email: 'ann@' }],
    ['a role that is none', { role: 'owner' }],
    ['a field that is none', { active: true }],
  ])('is refused with %s', async (_, wrong) => {
    const body = { email: 'ann@harbour.example', name: 'Ann', role: 'viewer', ...wrong };
    expect((await admin.request('POST', '/v1/people', body)).status).toBe(400);
  });
});

describe('a new link', () => {
  it('replaces a forgotten password and ends all sessions; the old one works until then', async () => {
    const person = await signUp(test, 'viewer', 'forgetful');
    const { link } = madeLink.parse(await (await admin.request('POST', `/v1/people/${person.id}/link`)).json());
    const purpose = await (await post(test, '/v1/access/link', { token: tokenOf(link.path) })).json();
    expect(purpose).toMatchObject({ kind: 'reset', email: person.email });
    expect((await person.request('GET', '/v1/summary')).status).toBe(200);
    expect((await setPassword(tokenOf(link.path), 'velvet cactus umbrella noon')).status).toBe(200);
    expect((await person.request('GET', '/v1/summary')).status).toBe(401);
    const old = await post(test, '/v1/access/sign-in', { email: person.email, password: PASSWORD });
    expect(old.status).toBe(401);
  });
});

describe('roles', () => {
  it('change at once, for sessions that are open as well', async () => {
    const person = await signUp(test, 'admin', 'promoted');
    expect((await person.request('GET', '/v1/people')).status).toBe(200);
    await admin.request('PATCH', `/v1/people/${person.id}`, { role: 'analyst' });
    expect((await person.request('GET', '/v1/people')).status).toBe(403);
    expect(test.acts.at(-1)).toEqual({
      act: 'role.change',
      by: admin.id,
      subject: person.id,
      detail: { from: 'admin', to: 'analyst' },
    });
  });

  it('end with the person, and come back with the person but not with the sessions', async () => {
    const person = await signUp(test, 'viewer', 'sabbatical');
    await admin.request('PATCH', `/v1/people/${person.id}`, { active: false });
    expect((await person.request('GET', '/v1/summary')).status).toBe(401);
    await admin.request('PATCH', `/v1/people/${person.id}`, { active: true });
    expect((await person.request('GET', '/v1/summary')).status).toBe(401);
    const back = await post(test, '/v1/access/sign-in', { email: person.email, password: PASSWORD });
    expect(back.status).toBe(200);
  });

  it('keep one admin who can sign in, also when two demote each other at once', async () => {
    const other = await signUp(test, 'admin', 'rival');
    await invite('not-yet@harbour.example', 'admin');
    const answers = await Promise.all([
      admin.request('PATCH', `/v1/people/${other.id}`, { role: 'viewer' }),
      other.request('PATCH', `/v1/people/${admin.id}`, { active: false }),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const left = statuses[0] === 200 ? admin : other;
    const last = await left.request('PATCH', `/v1/people/${left.id}`, { role: 'analyst' });
    expect(await last.json()).toMatchObject({ code: 'conflict' });
    expect((await left.request('PATCH', `/v1/people/${left.id}`, { active: false })).status).toBe(409);
    expect((await left.request('GET', '/v1/people')).status).toBe(200);
  });
});
