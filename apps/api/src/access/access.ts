import type { AccountsDatabase } from '@corridor/store';
import type { Logger } from 'pino';
import { Lane } from '../load/lane.ts';
import { accessSecret } from './access-secret.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { Attempts } from './attempts.ts';
import type { AuditLog } from './audit-log.ts';
import { Identities } from './identities.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { hasAdmin } from './one-time-links.ts';
import type { AccessMode } from './permissions.ts';
import { forgetExpired } from './sessions.ts';
import { SingleSignOn } from './single-sign-on.ts';

export interface AccessSettings {
  readonly mode: AccessMode;
  /** The address under which people reach the server; undefined where nobody said so. */
  readonly baseUrl: string | undefined;
  /** Names by which this server may be called; null takes any. */
  readonly hosts: readonly string[] | null;
  /** Whether a proxy in front says who the client is. */
  readonly trustProxy: boolean;
  readonly provider: IdentityProvider | null;
  readonly secret: string | undefined;
}

/** People, what they may do, and how they get in. */
export interface Access {
  readonly settings: AccessSettings;
  readonly database: AccountsDatabase;
  readonly accounts: Accounts;
  readonly identities: Identities;
  readonly sso: SingleSignOn | null;
  /** Failed guesses by account, whether or not it exists, and by address. */
  readonly guesses: { readonly byAccount: Attempts; readonly byAddress: Attempts };
  /** Hashing a password takes a thread and 32 MB for a tenth of a second. */
  readonly hashing: Lane;
  readonly audit: AuditLog;
  /** Whether nobody can manage people yet. */
  readonly needsFirstAdmin: () => Promise<boolean>;
  readonly stop: () => void;
}

export interface OpenAccessOptions {
  readonly database: AccountsDatabase;
  readonly settings: AccessSettings;
  readonly audit: AuditLog;
  readonly logger: Logger;
  readonly now?: () => number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** After 10 wrong passwords an account waits half a minute, then twice as long each time. */
const BY_ACCOUNT = {
  free: 10,
  firstWaitMs: MINUTE_MS / 2,
  longestWaitMs: 15 * MINUTE_MS,
  forgetMs: 24 * HOUR_MS,
  maxKeys: 10_000,
};
/** Many people may share an address. */
const BY_ADDRESS = {
  free: 30,
  firstWaitMs: MINUTE_MS / 6,
  longestWaitMs: 15 * MINUTE_MS,
  forgetMs: HOUR_MS,
  maxKeys: 10_000,
};

export async function openAccess(options: OpenAccessOptions): Promise<Access> {
  const { audit, database, logger, now = Date.now, settings } = options;
  const secret = await accessSecret(database, settings.secret);
  const accounts = createAccounts({ database, secret, baseUrl: settings.baseUrl, logger });
  const note = (email: string): void => {
    audit
      .record({ act: 'account.lock', by: null, subject: email, detail: {} })
      .catch((error: unknown) => logger.error({ err: error }, 'an act could not be recorded'));
  };
  const tidy = (): void => {
    forgetExpired(database).catch((error: unknown) => logger.warn({ err: error }, 'old sessions were not removed'));
  };
  const tidying = setInterval(tidy, HOUR_MS).unref();
  let missing = true;
  return {
    settings,
    database,
    accounts,
    identities: new Identities(accounts, database, now),
    sso: settings.provider && new SingleSignOn(accounts, database, settings.provider),
    guesses: { byAccount: new Attempts(BY_ACCOUNT, now, note), byAddress: new Attempts(BY_ADDRESS, now) },
    hashing: new Lane({ atOnce: 2, waiting: 32, longestWaitMs: 5_000 }),
    audit,
    needsFirstAdmin: async () => {
      // Once there is an admin there always is one.
      missing &&= !(await hasAdmin(database));
      return missing;
    },
    stop: () => clearInterval(tidying),
  };
}
