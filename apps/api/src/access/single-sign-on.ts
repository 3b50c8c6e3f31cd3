import { AsyncLocalStorage } from 'node:async_hooks';
import { Problem, ROLES, type Role } from '@corridor/domain';
import type { AccountsDatabase } from '@corridor/store';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { type Accounts, type Client, headersOf, toCookie } from './accounts.ts';
import { authOptions, SSO_PATH } from './auth-options.ts';
import type { IdentityProvider, RoleClaim } from './identity-provider.ts';
import { changePerson } from './people.ts';
import type { Person } from './person.ts';

/** The id of the one provider that can be set; part of the address that it returns to. */
export const PROVIDER_ID = 'oidc';

/** Where the dashboard shows what went wrong, as `error` in its query. */
const SIGN_IN_PAGE = '/sign-in';

const MAX_NAME = 200;

export interface Returned {
  readonly location: string;
  readonly cookies: readonly string[];
  /** Null where the sign-in failed. */
  readonly person: Person | null;
  /** A role that the provider gave and the person had not. */
  readonly roleBefore: Role | null;
}

/**
 * Sign-in by an OpenID Connect provider: code flow with PKCE, state and nonce, the ID token verified against the keys that
 * discovery names. The provider is first asked when somebody wants to sign in by it, so that the server starts and answers
 * without it.
 */
export class SingleSignOn {
  readonly name: string;
  readonly #accounts: Accounts;
  readonly #database: AccountsDatabase;
  readonly #roles: RoleClaim | null;
  readonly #seen = new AsyncLocalStorage<{ role: Role }>();
  readonly #create: () => ReturnType<typeof createAuth>;
  #auth: ReturnType<typeof createAuth> | null = null;

  constructor(accounts: Accounts, database: AccountsDatabase, provider: IdentityProvider) {
    this.name = provider.name;
    this.#accounts = accounts;
    this.#database = database;
    this.#roles = provider.roles;
    this.#create = () => createAuth(accounts, provider, (profile) => this.#noteRole(profile));
  }

  /** Where to send the browser. Throws the Problem `not-ready` when the provider does not answer. */
  async start(
    client: Client,
    returnTo: string,
  ): Promise<{ readonly url: string; readonly cookies: readonly string[] }> {
    this.#auth ??= this.#create();
    const response = await this.#auth.api.signInSocial({
      body: { provider: PROVIDER_ID, callbackURL: returnTo, errorCallbackURL: SIGN_IN_PAGE, disableRedirect: true },
      headers: headersOf(client),
      asResponse: true,
    });
    const answer: unknown = response.ok ? await response.json() : null;
    if (typeof answer !== 'object' || answer === null || !('url' in answer) || typeof answer.url !== 'string') {
      throw new Problem('not-ready', 'The identity provider does not answer; try again later.');
    }
    return { url: answer.url, cookies: response.headers.getSetCookie() };
  }

  /** Takes the browser back from the provider. */
  async finish(search: string, cookie: string, client: Client): Promise<Returned> {
    await this.#database.checkSpace();
    this.#auth ??= this.#create();
    const auth = this.#auth;
    const url = `${this.#accounts.settings.baseUrl ?? ''}${SSO_PATH}/callback/${PROVIDER_ID}${search}`;
    const seen: { role: Role } = { role: 'viewer' };
    const response = await this.#seen.run(seen, () =>
      auth.handler(new Request(url, { headers: headersOf(client, cookie) })),
    );
    const cookies = response.headers.getSetCookie();
    const location = response.headers.get('Location') ?? `${SIGN_IN_PAGE}?error=internal_server_error`;
    const person = await this.#accounts.whose(toCookie(cookies));
    const given = person && this.#roles && person.role !== seen.role && (await this.#giveRole(person, seen.role));
    return given
      ? { location, cookies, person: { ...person, role: seen.role }, roleBefore: person.role }
      : { location, cookies, person, roleBefore: null };
  }

  #noteRole(profile: Readonly<Record<string, unknown>>): Role {
    const role = this.#roles ? roleOf(profile, this.#roles) : 'viewer';
    const seen = this.#seen.getStore();
    if (seen) seen.role = role;
    return role;
  }

  /** The provider decides, save that the last admin stays one. */
  async #giveRole({ id }: Person, role: Role): Promise<boolean> {
    try {
      await changePerson(this.#database, id, { role });
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'conflict') return false;
      throw error;
    }
  }
}

function createAuth(
  { settings }: Accounts,
  { clientId, clientSecret, issuer }: IdentityProvider,
  noteRole: (profile: Readonly<Record<string, unknown>>) => Role,
) {
  return betterAuth({
    ...authOptions(settings),
    onAPIError: { errorURL: SIGN_IN_PAGE },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: PROVIDER_ID,
            discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
            requireIdTokenVerification: true,
            clientId,
            clientSecret,
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            mapProfileToUser: (profile) => ({ name: nameOf(profile), role: noteRole(profile) }),
          },
        ],
      }),
    ],
  });
}

/** The highest role that a value of the claim stands for. A claim in a claim is written with dots: `realm_access.roles`. */
function roleOf(profile: Readonly<Record<string, unknown>>, { claim, map }: RoleClaim): Role {
  const value = profile[claim] ?? claim.split('.').reduce(partOf, profile);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const roles = values.map((one) => map.get(String(one)));
  return ROLES.findLast((role) => roles.includes(role)) ?? 'viewer';
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name)
    ? Reflect.get(whole, name)
    : undefined;
}

function nameOf(profile: Readonly<Record<string, unknown>>): string {
  const names = [profile.name, profile.preferred_username, profile.email];
  const name = names.find((one) => typeof one === 'string' && one.trim() !== '');
  return String(name ?? '')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim()
    .slice(0, MAX_NAME);
}
