import { Problem } from '@corridor/domain';
import type { AccountsDatabase } from '@corridor/store';
import { betterAuth } from 'better-auth';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Logger } from 'pino';
import { ADDRESS_HEADER, type AuthSettings, authOptions } from './auth-options.ts';
import type { Person } from './person.ts';
import { isRole } from './roles.ts';

/** From where a request came, for the list of sessions. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
}

/** Cookies as `Set-Cookie` writes them. */
export interface Entered {
  readonly person: Person;
  readonly cookies: readonly string[];
}

/** Passwords and sessions, as better-auth keeps them. */
export interface Accounts {
  /** Part of the name of every cookie that holds a session. */
  readonly cookieName: string;
  readonly settings: AuthSettings;
  /** Null where e-mail and password do not go together, or may not enter; takes as long in either case. */
  signIn(email: string, password: string, client: Client): Promise<Entered | null>;
  /** Ends the session of the cookies, if they hold one, and gives the cookies that forget it. */
  signOut(cookie: string): Promise<readonly string[]>;
  /** Who the cookies belong to, or null. */
  whose(cookie: string): Promise<Person | null>;
}

export function createAccounts(options: {
  readonly database: AccountsDatabase;
  readonly secret: string;
  readonly baseUrl: string | undefined;
  readonly logger: Logger;
}): Accounts {
  const { baseUrl, database, logger, secret } = options;
  const mayEnter = async (personId: string) => {
    const rows = await database.query<{ active: boolean }>('select active from person where id = $1', [personId]);
    return rows[0]?.active ?? false;
  };
  const settings = { pool: database.pool, secret, baseUrl, logger, mayEnter };
  const auth = betterAuth(authOptions(settings));

  async function whose(cookie: string): Promise<Person | null> {
    const found = await auth.api
      .getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } })
      .catch((error: unknown) => {
        logger.error({ err: error }, 'a session could not be looked up');
        throw new Problem('store-unavailable', 'The store does not answer; try again later.');
      });
    if (found === null) return null;
    const { session, user } = found;
    if (!user.active || !isRole(user.role)) return null;
    return { id: user.id, name: user.name, email: user.email, role: user.role, sessionId: session.id };
  }

  return {
    cookieName: 'corridor.session_token',
    settings,
    whose,
    async signIn(email, password, client) {
      await database.checkSpace();
      const response = await auth.api.signInEmail({
        body: { email, password },
        headers: headersOf(client),
        asResponse: true,
      });
      if (response.status >= 500) throw new Problem('store-unavailable', 'The store does not answer; try again later.');
      if (!response.ok) return null;
      const cookies = response.headers.getSetCookie();
      const person = await whose(toCookie(cookies));
      return person && { person, cookies };
    },
    async signOut(cookie) {
      const response = await auth.api.signOut({ headers: new Headers({ cookie }), asResponse: true });
      return response.headers.getSetCookie();
    },
  };
}

export function headersOf({ address, userAgent }: Client, cookie = ''): Headers {
  return new Headers({ [ADDRESS_HEADER]: address, 'user-agent': userAgent, cookie });
}

/** What a browser sends back for the cookies that it was given. */
export function toCookie(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';', 1)[0] ?? '').join('; ');
}

/** scrypt, in the thread pool: about a tenth of a second and 32 MB. */
export function hash(password: string): Promise<string> {
  return hashPassword(password);
}

/** Whether it is the person's password; takes as long for who has none. */
export async function isPasswordOf(database: AccountsDatabase, personId: string, password: string): Promise<boolean> {
  const [row] = await database.query<{ password: string | null }>(
    "select password from person_account where person_id = $1 and provider_id = 'credential'",
    [personId],
  );
  if (row?.password) return verifyPassword({ hash: row.password, password });
  await hashPassword(password);
  return false;
}
