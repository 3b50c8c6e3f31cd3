import type { Role } from '@corridor/domain';
import { hash, toCookie } from '../access/accounts.ts';
import { insertPerson, setPassword } from '../access/people.ts';
import type { TestApp } from './open-test-app.ts';

export const PASSWORD = 'otter piano glacier seven';

/** A browser that keeps its cookie and names its page's origin, as browsers do. */
export interface Browser {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
  request(method: string, path: string, body?: unknown): Promise<Response>;
}

/** Hashed once: it takes a tenth of a second. */
let hashed: Promise<string> | null = null;

/** Somebody of a role, signed in by the password above. */
export async function signUp(test: TestApp, role: Role, name: string = role): Promise<Browser> {
  const email = `${name}@harbour.example`;
  hashed ??= hash(PASSWORD);
  const secret = await hashed;
  const id = await test.store.accounts.transaction(async (connection) => {
    const personId = await insertPerson(connection, { name, email, role });
    await setPassword(connection, personId, secret, null);
    return personId;
  });
  const response = await post(test, '/v1/access/sign-in', { email, password: PASSWORD });
  if (response.status !== 200) throw new Error(`Expected a sign-in, got ${response.status}: ${await response.text()}`);
  return browser(test, { id, email }, response);
}

/** Goes on with the cookies of an answer. */
export function browser(
  test: TestApp,
  who: { readonly id: string; readonly email: string },
  answer: Response,
): Browser {
  const cookie = toCookie(answer.headers.getSetCookie());
  return { ...who, cookie, request: (method, path, body) => send(test, method, path, { body, cookie }) };
}

/** A request as a browser sends it from our page. */
export function send(
  test: TestApp,
  method: string,
  path: string,
  {
    body,
    cookie = '',
    headers = {},
  }: { readonly body?: unknown; readonly cookie?: string; readonly headers?: Readonly<Record<string, string>> },
): Promise<Response> {
  return Promise.resolve(
    test.app.request(path, {
      method,
      headers: {
        Origin: 'http://localhost',
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

export function post(
  test: TestApp,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return send(test, 'POST', path, { body, headers });
}

/** An API key of one's own. */
export async function makeKey(owner: Browser, role: Role): Promise<string> {
  const response = await owner.request('POST', '/v1/me/keys', { name: `key of ${role}`, role });
  const made: unknown = await response.json();
  if (typeof made === 'object' && made !== null && 'token' in made && typeof made.token === 'string') return made.token;
  throw new Error(`Expected a key, got ${response.status}`);
}
