import { randomUUID } from 'node:crypto';
import type { AccountsDatabase } from '@corridor/store';
import type { BetterAuthOptions } from 'better-auth';
import type { Logger } from 'pino';

/** Sign-ins last so long, whether used or not: NIST SP 800-63B-4, 2.1.3 allows thirty days at most. */
const SESSION_DAYS = 14;

export const SSO_PATH = '/v1/access/sso';

/** In which the address of the client is handed to better-auth. No client's header of this name gets as far. */
export const ADDRESS_HEADER = 'x-corridor-address';

/** better-auth warns at each start where it has none; only an identity provider's way back needs it, and that asks for BASE_URL. */
const NO_BASE_URL = 'http://localhost';

export interface AuthSettings {
  readonly pool: AccountsDatabase['pool'];
  readonly secret: string;
  /** The address under which people reach the server, if the operator said so. */
  readonly baseUrl: string | undefined;
  readonly logger: Logger;
  /** Whether a session may be made for the person. */
  readonly mayEnter: (personId: string) => Promise<boolean>;
}

/**
 * better-auth over our tables (migration 5): it hashes passwords, makes and checks sessions and speaks OpenID Connect. Its
 * own routes are not served, save the provider's way back. No telemetry, no rate limits of its own (see `SignIns`).
 */
export function authOptions({ baseUrl, logger, mayEnter, pool, secret }: AuthSettings) {
  return {
    appName: 'Corridor Watch',
    database: pool,
    secret,
    basePath: SSO_PATH,
    baseURL: baseUrl ?? NO_BASE_URL,
    ...(baseUrl === undefined ? {} : { trustedOrigins: [new URL(baseUrl).origin] }),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { log: (level, message, ...details) => logger[level]({ source: 'better-auth', err: details[0] }, message) },
    // Lengths are ours to check: better-auth counts in UTF-16 units.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 4096 },
    advanced: {
      cookiePrefix: 'corridor',
      useSecureCookies: baseUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'viewer' },
        active: { type: 'boolean', required: true, defaultValue: true, input: false },
      },
    },
    session: {
      modelName: 'person_session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: SESSION_DAYS * 86_400,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'person_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'person_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
      // In an encrypted cookie: who is not signed in writes nothing into the database.
      storeStateStrategy: 'cookie',
      // Only an e-mail address that both the provider and an admin here vouch for joins the two.
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: {
      modelName: 'person_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => ((await mayEnter(userId)) ? undefined : false) } },
      // The provider's tokens would let their holder act in its name; nothing here needs them after the sign-in.
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
  } as const satisfies BetterAuthOptions;
}
