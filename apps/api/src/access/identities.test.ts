import type { AccountsDatabase } from '@corridor/store';
import { expect, it } from 'vitest';
import { Identities } from './identities.ts';
import type { Person } from './person.ts';

const PERSON: Person = { id: '1', name: 'A', email: 'a@b.example', role: 'viewer', sessionId: 's' };
const cookieOf = (name: string) => ({ authorization: undefined, cookie: `corridor.session_token=${name}` });

function setUp() {
  const asked: string[] = [];
  const clock = { now: 0 };
  const accounts = {
    cookieName: 'corridor.session_token',
    whose: async (cookie: string) => {
      asked.push(cookie);
      if (cookie.endsWith('broken')) throw new Error('no answer');
      return cookie.endsWith('nobody') ? null : PERSON;
    },
  };
  return { asked, clock, identities: new Identities(accounts, NO_DATABASE, () => clock.now) };
}

const NO_DATABASE: AccountsDatabase = {
  get pool(): never {
    throw new Error('Expected no question');
  },
  checkSpace: () => Promise.reject(new Error('Expected no question')),
  query: () => Promise.reject(new Error('Expected no question')),
  transaction: () => Promise.reject(new Error('Expected no question')),
};

it('asks for a session once in five seconds, also for one that is not valid, and when many ask at once', async () => {
  const { asked, clock, identities } = setUp();
  const answers = await Promise.all(Array.from({ length: 50 }, () => identities.identify(cookieOf('one'))));
  expect(new Set(answers)).toEqual(new Set([PERSON]));
  expect(await identities.identify(cookieOf('nobody'))).toBeNull();
  expect(await identities.identify(cookieOf('nobody'))).toBeNull();
  expect(asked).toHaveLength(2);
  clock.now = 5_000;
  await identities.identify(cookieOf('one'));
  expect(asked).toHaveLength(3);
});

it('forgets at once when told to', async () => {
  const { asked, identities } = setUp();
  await identities.identify(cookieOf('one'));
  identities.forget();
  await identities.identify(cookieOf('one'));
  expect(asked).toHaveLength(2);
});

it('asks again after a failure', async () => {
  const { asked, identities } = setUp();
  await expect(identities.identify(cookieOf('broken'))).rejects.toThrow('no answer');
  await expect(identities.identify(cookieOf('broken'))).rejects.toThrow('no answer');
  expect(asked).toHaveLength(2);
});

it('keeps a bounded number', async () => {
  const { asked, identities } = setUp();
  await identities.identify(cookieOf('first'));
  for (let index = 0; index < 2_000; index++) await identities.identify(cookieOf(String(index)));
  await identities.identify(cookieOf('first'));
  expect(asked).toHaveLength(2_002);
});

it('asks nobody where nothing is shown, and takes no other scheme and no other cookie', async () => {
  const { asked, identities } = setUp();
  expect(await identities.identify({ authorization: undefined, cookie: undefined })).toBeNull();
  expect(await identities.identify({ authorization: 'Basic abc', cookie: 'theme=dark' })).toBeNull();
  expect(asked).toEqual([]);
});

it('refuses a bearer token that cannot be a key without asking the database', async () => {
  const { identities } = setUp();
  for (const token of ['x', 'cw_short', `cw_${'é'.repeat(43)}`, `cw_${'a'.repeat(44)}`]) {
    const answer = identities.identify({ authorization: `Bearer ${token}`, cookie: undefined });
    await expect(answer).rejects.toMatchObject({ code: 'sign-in-needed' });
  }
});
