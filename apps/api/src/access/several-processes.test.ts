import type { Role } from '@corridor/domain';
import { openStore, type Store } from '@corridor/store';
import { startThrowawayPostgres, type ThrowawayPostgres } from '@corridor/store/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Access, openAccess } from './access.ts';
import { hash, toCookie } from './accounts.ts';
import { createAuditLog } from './audit-log.ts';
import { makeFirstAdminLink } from './one-time-links.ts';
import { changePerson, insertPerson, listPeople, setPassword } from './people.ts';
import { endOtherSessions } from './sessions.ts';
import { makeFirstAdmin, signIn, takeLink } from './sign-in.ts';

/** Two processes on one PostgreSQL: each has its own store, its own connections and its own memory. */
let postgres: ThrowawayPostgres;
let stores: readonly Store[];
let here: Access;
let there: Access;
const clock = { now: Date.now() };
beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  const databaseUrl = await postgres.createDatabase();
  const open = () => openStore({ dataDir: '', databaseUrl });
  const first = await open();
  const second = await open();
  stores = [first, second];
  here = await accessTo(first);
  there = await accessTo(second);
});
afterAll(async () => {
  here.stop();
  there.stop();
  for (const store of stores) await store.close();
  await postgres.stop();
});

function accessTo(store: Store): Promise<Access> {
  return openAccess({
    database: store.accounts,
    settings: { mode: 'login', baseUrl: undefined, hosts: null, trustProxy: false, provider: null, secret: undefined },
    audit: createAuditLog(store),
    logger: pino({ level: 'silent' }),
    now: () => clock.now,
  });
}

const PASSWORD = 'otter piano glacier seven';
const attempt = { client: { address: '127.0.0.1', userAgent: '' }, signal: new AbortController().signal };

async function add(name: string, role: Role): Promise<{ readonly id: string; readonly email: string }> {
  const email = `${name}@harbour.example`;
  const hashed = await hash(PASSWORD);
  const id = await here.database.transaction(async (connection) => {
    const personId = await insertPerson(connection, { name, email, role });
    await setPassword(connection, personId, hashed, null);
    return personId;
  });
  return { id, email };
}

it('makes one first admin of two who use the link at once', async () => {
  const path = (await makeFirstAdminLink(here.database)) ?? '';
  const token = path.split('token=')[1] ?? '';
  expect(await here.needsFirstAdmin()).toBe(true);
  const made = await Promise.allSettled(
    [here, there].map((access, index) =>
      makeFirstAdmin(
        access,
        { token, name: 'First', email: `first-${index}@harbour.example`, password: PASSWORD },
        attempt,
      ),
    ),
  );
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await listPeople(there.database)).toHaveLength(1);
  expect(await there.needsFirstAdmin()).toBe(false);
  const acts = await stores[1]?.auditEntries();
  expect(acts?.map(({ action }) => action)).toEqual(expect.arrayContaining(['first-admin.make', 'admin.sign-in']));
});

it('knows a session of the other process, and within five seconds that it ended', async () => {
  const person = await add('traveller', 'viewer');
  const { cookies } = await signIn(here, { email: person.email, password: PASSWORD }, attempt);
  const credentials = { authorization: undefined, cookie: toCookie(cookies) };
  const known = await there.identities.identify(credentials);
  expect(known).toMatchObject({ id: person.id, role: 'viewer' });
  if (known) await endOtherSessions(here.database, { ...known, sessionId: null });
  clock.now += 4_999;
  expect(await there.identities.identify(credentials)).toMatchObject({ id: person.id });
  clock.now += 1;
  expect(await there.identities.identify(credentials)).toBeNull();
});

it('keeps one admin of two who demote each other from two processes, every time', async () => {
  for (let round = 0; round < 10; round++) {
    const a = await add(`admin-a${round}`, 'admin');
    const b = await add(`admin-b${round}`, 'admin');
    for (const { id, role } of await listPeople(here.database)) {
      if (role === 'admin' && id !== a.id && id !== b.id) await changePerson(here.database, id, { role: 'viewer' });
    }
    const answers = await Promise.allSettled([
      changePerson(here.database, a.id, { role: 'viewer' }),
      changePerson(there.database, b.id, { active: false }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const admins = (await listPeople(here.database)).filter(
      ({ role, state }) => role === 'admin' && state === 'active',
    );
    expect(admins).toHaveLength(1);
  }
});

it('refuses a link that is no link in the words for any other', async () => {
  const wrong = takeLink(there, { token: 'nothing', password: PASSWORD }, attempt);
  await expect(wrong).rejects.toMatchObject({ code: 'not-found' });
});
