import { Problem } from '@corridor/domain';
import type { Access } from './access.ts';
import { type Client, type Entered, hash, isPasswordOf } from './accounts.ts';
import { addressKey } from './address-key.ts';
import { hasAdmin, linkProblem, readLink, useLink } from './one-time-links.ts';
import { checkPassword, passwordFault } from './password-rules.ts';
import { insertPerson, setPassword } from './people.ts';
import type { Person } from './person.ts';

/** What a request that hashes a password brings along. */
export interface Attempt {
  readonly client: Client;
  readonly signal: AbortSignal;
}

/**
 * Throws the Problem `wrong-credentials` in the same words, and after the same work, whether the account does not exist, has
 * no password, is deactivated or has another password; `too-many-attempts` likewise.
 */
export async function signIn(
  access: Access,
  { email, password }: { readonly email: string; readonly password: string },
  attempt: Attempt,
): Promise<Entered> {
  const entered = await guess(access, email, attempt, () => access.accounts.signIn(email, password, attempt.client));
  if (entered === null) throw new Problem('wrong-credentials', 'E-mail address or password is wrong.');
  await recordSignIn(access, entered.person, 'password');
  return entered;
}

export async function recordSignIn({ audit }: Access, person: Person, how: 'password' | 'sso'): Promise<void> {
  if (person.role !== 'admin') return;
  await audit.record({ act: 'admin.sign-in', by: person.id, subject: person.id, detail: { how } });
}

/** One guess at a password, counted; a null is a wrong one. */
async function guess<T>(
  { guesses: { byAccount, byAddress }, hashing }: Access,
  account: string,
  { client, signal }: Attempt,
  check: () => Promise<T | null>,
): Promise<T | null> {
  const address = addressKey(client.address);
  byAddress.begin(address);
  byAccount.begin(account);
  try {
    const leave = await hashing.enter(signal);
    const result = await check().finally(leave);
    if (result === null) return null;
    byAccount.succeed(account);
    byAddress.takeBack(address);
    return result;
  } catch (error) {
    byAccount.takeBack(account);
    byAddress.takeBack(address);
    throw error;
  }
}

/** What a link is good for; guesses at tokens are counted by address. */
export async function lookAtLink(access: Access, token: string, client: Client) {
  const address = addressKey(client.address);
  access.guesses.byAddress.begin(address);
  const purpose = await readLink(access.database, token);
  access.guesses.byAddress.takeBack(address);
  return purpose;
}

export interface FirstAdmin {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Makes the first admin, who is signed in then. */
export async function makeFirstAdmin(access: Access, admin: FirstAdmin, attempt: Attempt): Promise<Entered> {
  const { email, name, password, token } = admin;
  const purpose = await lookAtLink(access, token, attempt.client);
  if (purpose.kind !== 'first-admin') throw linkProblem();
  await checkPassword(password, admin);
  const hashed = await hashInLane(access, password, attempt);
  const id = await access.database.transaction(async (connection) => {
    await useLink(connection, token);
    // One may have come by single sign-on since.
    if (await hasAdmin(connection)) throw linkProblem();
    const personId = await insertPerson(connection, { email, name, role: 'admin' });
    await setPassword(connection, personId, hashed, null);
    return personId;
  });
  await access.audit.record({ act: 'first-admin.make', by: id, subject: id, detail: { email } });
  return signIn(access, admin, attempt);
}

/** Sets the password of an invited person, or of one who was given a new link, and signs in. */
export async function takeLink(
  access: Access,
  { password, token }: { readonly token: string; readonly password: string },
  attempt: Attempt,
): Promise<Entered> {
  const purpose = await lookAtLink(access, token, attempt.client);
  if (purpose.kind === 'first-admin') throw linkProblem();
  const { email, kind, personId } = purpose;
  await checkPassword(password, purpose);
  const hashed = await hashInLane(access, password, attempt);
  await access.database.transaction(async (connection) => {
    await useLink(connection, token);
    await setPassword(connection, personId, hashed, null);
  });
  access.identities.forget();
  access.guesses.byAccount.succeed(email);
  await access.audit.record({ act: 'password.set', by: personId, subject: personId, detail: { by: kind } });
  return signIn(access, { email, password }, attempt);
}

/** Changes one's own password; every other session ends. */
export async function changePassword(
  access: Access,
  person: Person,
  { current, next }: { readonly current: string; readonly next: string },
  attempt: Attempt,
): Promise<void> {
  await checkPassword(next, person).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(
      error.code,
      error.message,
      error.invalid.map(({ reason }) => ({ name: 'next', reason })),
    );
  });
  const right = await guess(access, person.email, attempt, async () =>
    (await isPasswordOf(access.database, person.id, current)) ? true : null,
  );
  if (!right) throw passwordFault('current', 'is not the present one');
  const hashed = await hashInLane(access, next, attempt);
  await access.database.transaction((connection) => setPassword(connection, person.id, hashed, person.sessionId));
  access.identities.forget();
  await access.audit.record({ act: 'password.set', by: person.id, subject: person.id, detail: { by: 'change' } });
}

async function hashInLane({ hashing }: Access, password: string, { signal }: Attempt): Promise<string> {
  const leave = await hashing.enter(signal);
  return hash(password).finally(leave);
}
