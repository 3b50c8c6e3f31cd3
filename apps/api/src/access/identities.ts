import { Problem } from '@corridor/domain';
import type { AccountsDatabase } from '@corridor/store';
import type { Accounts } from './accounts.ts';
import { KEY_PREFIX, whoseKey } from './api-keys.ts';
import type { Person } from './person.ts';
import { tokenHash } from './tokens.ts';

/** A change that another process made is known here after this long. What this process changes is known at once. */
const KEPT_MS = 5_000;
const MAX_KEPT = 2_000;

export interface Credentials {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

interface Kept {
  readonly until: number;
  readonly person: Promise<Person | null>;
}

/**
 * Who asks, by API key or session cookie. An answer is kept for some seconds, since each request asks: some 300 bytes each.
 */
export class Identities {
  readonly #accounts: Pick<Accounts, 'cookieName' | 'whose'>;
  readonly #database: AccountsDatabase;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(
    accounts: Pick<Accounts, 'cookieName' | 'whose'>,
    database: AccountsDatabase,
    now: () => number = Date.now,
  ) {
    this.#accounts = accounts;
    this.#database = database;
    this.#now = now;
  }

  /** Null for nobody. Throws the Problem `sign-in-needed` for an API key that is not valid. */
  async identify({ authorization, cookie }: Credentials): Promise<Person | null> {
    const token = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (token !== undefined) {
      const person = token.startsWith(KEY_PREFIX)
        ? await this.#keep(token, () => whoseKey(this.#database, token))
        : null;
      if (person === null) throw new Problem('sign-in-needed', 'The API key is not valid, or not any more.');
      return person;
    }
    if (!this.holdsSession(cookie)) return null;
    return this.#keep(cookie, () => this.#accounts.whose(cookie));
  }

  /** Whether a Cookie header names a session, valid or not. */
  holdsSession(cookie: string | undefined): cookie is string {
    return cookie?.includes(`${this.#accounts.cookieName}=`) ?? false;
  }

  /** To be called after every change of sessions, keys and people. */
  forget(): void {
    this.#kept.clear();
  }

  #keep(credential: string, find: () => Promise<Person | null>): Promise<Person | null> {
    const key = tokenHash(credential).toString('base64');
    const now = this.#now();
    const kept = this.#kept.get(key);
    if (kept && kept.until > now) return kept.person;
    const entry: Kept = { until: now + KEPT_MS, person: find() };
    entry.person.catch(() => {
      if (this.#kept.get(key) === entry) this.#kept.delete(key);
    });
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return entry.person;
  }
}
